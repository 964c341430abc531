/// Free-form text.
///
/// Source: Cloud API reference §2.3, §2.4 ("Text messages", November 2025).
public struct TextMessage: PlatformValue {
    /// The text, at most ``maximumBodyLength`` characters. WhatsApp's own marks (`*bold*`, `_italic_`) apply.
    public var body: String
    /// Whether the first address in the text is shown with a preview.
    public var previewURL: Bool

    /// The most characters of ``body``: 4,096 (Cloud API reference §2.3), counted as Unicode scalars.
    public static let maximumBodyLength = 4096

    /// Creates a text.
    public init(body: String, previewURL: Bool = false) {
        self.body = body
        self.previewURL = previewURL
    }

    package init(reading object: WireObject) {
        body = object.text("body")
        previewURL = object.flag("preview_url") ?? false
    }

    package var json: JSONValue {
        .members(["body": .string(body), "preview_url": previewURL ? true : nil])
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(body, at: path + ".body", maximum: Self.maximumBodyLength)
    }
}

// Written without a tree: texts are most of what is sent.
extension TextMessage {
    private enum CodingKeys: String, CodingKey {
        case body
        case previewURL = "preview_url"
    }

    /// Writes the platform's `text` object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(body, forKey: .body)
        if previewURL { try container.encode(true, forKey: .previewURL) }
    }
}
