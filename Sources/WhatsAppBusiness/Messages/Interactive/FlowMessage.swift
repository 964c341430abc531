/// Opens a flow: forms within the chat.
///
/// Source: Cloud API reference §2.3, §2.9, §2.10 ("Sending a Flow", November 2025).
public struct FlowMessage: PlatformValue {
    /// What stands above the body.
    public var header: InteractiveHeader?
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The flow, by id or by name.
    public var flow: Flow
    /// What stands on the button, at most ``maximumCallToActionLength`` characters; the platform advises 20, and no emoji.
    public var callToAction: String
    /// What the flow's answer carries; the platform says `unused` where none is set.
    public var token: String?
    /// Where the flow begins; at its first screen where nothing is said.
    public var start: Start?
    /// Whether the published flow or its draft is opened; the published one where nothing is said.
    public var mode: Mode?
    /// The version of the message's form.
    public var messageVersion: String

    /// The most characters of ``callToAction``: 30; the platform's pages disagree between 20 and 30
    /// (Cloud API reference §0.1, row 6).
    public static let maximumCallToActionLength = 30

    /// Creates the message.
    public init(
        header: InteractiveHeader? = nil, body: String, footer: String? = nil, flow: Flow, callToAction: String,
        token: String? = nil, start: Start? = nil, mode: Mode? = nil, messageVersion: String = "3"
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.flow = flow
        self.callToAction = callToAction
        self.token = token
        self.start = start
        self.mode = mode
        self.messageVersion = messageVersion
    }

    package init(reading object: WireObject) {
        object.constant("type", "flow")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        (flow, callToAction, token, start, mode, messageVersion) = object.within("action") { action in
            action.constant("name", "flow")
            return action.within("parameters") {
                (
                    Flow(reading: $0), $0.text("flow_cta"), $0.optionalText("flow_token"), Start($0),
                    $0.optionalText("mode").map { Mode(rawValue: $0) }, $0.text("flow_message_version")
                )
            }
        }
    }

    package var json: JSONValue {
        .members([
            "type": "flow",
            "header": header?.json,
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": ["name": "flow", "parameters": parameters],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        let path = path + ".action.parameters"
        check.text(callToAction, at: path + ".flow_cta", maximum: Self.maximumCallToActionLength)
        check.required(flow.text, at: "\(path).\(flow.key)")
        check.required(messageVersion, at: path + ".flow_message_version")
        if let token { check.required(token, at: path + ".flow_token") }
        start?.check(&check, at: path + ".flow_action_payload")
    }

    private var parameters: JSONValue {
        .members([
            "flow_message_version": .string(messageVersion), flow.key: .string(flow.text),
            "flow_cta": .string(callToAction), "flow_token": .text(token), "mode": .text(mode?.rawValue),
            "flow_action": .text(start?.action), "flow_action_payload": start?.payload,
        ])
    }
}
