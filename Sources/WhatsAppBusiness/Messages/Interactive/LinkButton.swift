/// A button that opens an address.
///
/// Source: Cloud API reference §2.3, §2.10 ("Interactive call-to-action URL button messages", November 2025).
public struct LinkButton: PlatformValue {
    /// What stands on the button, at most ``InteractiveText/maximumButtonTitleLength`` characters.
    public var title: String
    /// The http or https address.
    public var url: String

    /// Creates a button.
    public init(title: String, url: String) {
        self.title = title
        self.url = url
    }

    package init(reading object: WireObject) {
        object.constant("name", "cta_url")
        self = object.within("parameters") { Self(title: $0.text("display_text"), url: $0.text("url")) }
    }

    package var json: JSONValue {
        ["name": "cta_url", "parameters": ["display_text": .string(title), "url": .string(url)]]
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(
            title, at: path + ".parameters.display_text", maximum: InteractiveText.maximumButtonTitleLength)
        check.address(url, at: path + ".parameters.url")
    }
}
