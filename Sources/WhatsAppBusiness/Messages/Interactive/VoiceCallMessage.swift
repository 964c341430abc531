/// A message with a button that calls the business.
///
/// Source: Cloud API reference §2.3, §2.9, §2.10 ("Call buttons", December 2025).
public struct VoiceCallMessage: PlatformValue {
    /// What stands above the body.
    public var header: InteractiveHeader?
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// What stands on the button, at most ``InteractiveText/maximumButtonTitleLength`` characters.
    public var title: String?
    /// For how many minutes the button works, within ``minutesRange``; a week where nothing is said.
    public var minutes: Int?
    /// What the webhooks of the call carry, at most ``maximumPayloadLength`` characters.
    public var payload: String?

    /// How long a button can work, in minutes: 1 to 43,200, which are 30 days (Cloud API reference §2.3).
    public static let minutesRange = 1...43_200
    /// The most characters of ``payload``: 512 (Cloud API reference §2.3).
    public static let maximumPayloadLength = 512

    /// Creates the message.
    public init(
        header: InteractiveHeader? = nil, body: String, footer: String? = nil, title: String? = nil,
        minutes: Int? = nil, payload: String? = nil
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.title = title
        self.minutes = minutes
        self.payload = payload
    }

    package init(reading object: WireObject) {
        object.constant("type", "voice_call")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        (title, minutes, payload) = object.within("action") { action in
            action.constant("name", "voice_call")
            guard action.has("parameters") else { return (nil, nil, nil) }
            return action.within("parameters") {
                ($0.optionalText("display_text"), $0.looseInteger("ttl_minutes"), $0.optionalText("payload"))
            }
        }
    }

    package var json: JSONValue {
        .members([
            "type": "voice_call",
            "header": header?.json,
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": .members(["name": "voice_call", "parameters": parameters]),
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        check.text(
            title, at: path + ".action.parameters.display_text", maximum: InteractiveText.maximumButtonTitleLength)
        if let minutes {
            check.number(minutes, at: path + ".action.parameters.ttl_minutes", in: Self.minutesRange)
        }
        if let payload {
            check.length(payload, at: path + ".action.parameters.payload", maximum: Self.maximumPayloadLength)
        }
    }

    private var parameters: JSONValue? {
        guard title != nil || minutes != nil || payload != nil else { return nil }
        return .members([
            "display_text": .text(title), "ttl_minutes": .whole(minutes), "payload": .text(payload),
        ])
    }
}
