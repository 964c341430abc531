/// A question with one to three buttons.
///
/// Source: Cloud API reference §2.3, §2.10 ("Interactive reply buttons messages", November 2025).
public struct ReplyButtonsMessage: PlatformValue {
    /// What stands above the body.
    public var header: InteractiveHeader?
    /// The question, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The buttons, at most ``maximumButtonCount``.
    public var buttons: OneOrMore<ReplyButton>

    /// The most buttons: 3 (Cloud API reference §2.3).
    public static let maximumButtonCount = 3

    /// Creates a question.
    public init(
        header: InteractiveHeader? = nil, body: String, footer: String? = nil, buttons: OneOrMore<ReplyButton>
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.buttons = buttons
    }

    package init(reading object: WireObject) {
        object.constant("type", "button")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        buttons = object.within("action") { $0.oneOrMore("buttons") }
    }

    package var json: JSONValue {
        .members([
            "type": "button", "header": header?.json, "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer), "action": ["buttons": .list(buttons)],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        let buttonsPath = path + ".action.buttons"
        check.count(buttons.count, at: buttonsPath, maximum: Self.maximumButtonCount)
        for (index, button) in buttons.enumerated() { button.check(&check, at: "\(buttonsPath)[\(index)]") }
        check.unique(buttons.lazy.map(\.id)) { "\(buttonsPath)[\($0)].reply.id" }
        check.unique(buttons.lazy.map(\.title)) { "\(buttonsPath)[\($0)].reply.title" }
    }
}
