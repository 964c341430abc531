/// A message with one button that opens an address (call to action).
///
/// Source: Cloud API reference §2.9, §2.10 ("Interactive call-to-action URL button messages", November 2025).
public struct LinkButtonMessage: PlatformValue {
    /// What stands above the body.
    public var header: InteractiveHeader?
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// The button.
    public var button: LinkButton

    /// Creates the message.
    public init(header: InteractiveHeader? = nil, body: String, footer: String? = nil, button: LinkButton) {
        self.header = header
        self.body = body
        self.footer = footer
        self.button = button
    }

    package init(reading object: WireObject) {
        object.constant("type", "cta_url")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        button = object.value("action")
    }

    package var json: JSONValue {
        .members([
            "type": "cta_url",
            "header": header?.json,
            "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer),
            "action": button.json,
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(body: body, footer: footer, &check, at: path)
        button.check(&check, at: path + ".action")
    }
}
