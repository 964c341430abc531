extension InboundMessage {
    /// What a message says.
    ///
    /// New cases will come: switch with a `default`. What has no case of its own is in ``InboundMessage/raw``.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Content: Hashable, Sendable {
        /// A text.
        case text(TextContent)
        /// A kind that this version has no type for, or a message whose content the platform left out.
        case unrecognized(type: String)

        /// Whether this version has a type for the content.
        public var isRecognized: Bool {
            switch self {
            case .text: return true
            case .unrecognized: return false
            }
        }
    }

    /// A text (webhooks reference §3.3).
    public struct TextContent: Hashable, Sendable {
        /// What the customer wrote.
        public var body: String

        /// Creates a text.
        public init(body: String) {
            self.body = body
        }
    }
}

extension InboundMessage.TextContent: CustomStringConvertible, CustomReflectable {
    /// The length; none of the text.
    public var description: String { "text of \(body.utf8.count) bytes" }

    /// A mirror that shows the length only.
    public var customMirror: Mirror { Mirror(self, children: ["bytes": body.utf8.count]) }
}
