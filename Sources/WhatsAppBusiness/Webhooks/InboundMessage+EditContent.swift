extension InboundMessage {
    /// A text or a caption that the customer changed; coexistence numbers only (webhooks reference §3.3).
    public struct EditContent: Hashable, Sendable {
        /// The message that was changed.
        public var originalMessageID: MessageID
        /// The kind of the changed message.
        public var type: Kind
        /// What the message says now.
        public var content: Content
        /// What the changed message answers.
        public var context: Context?

        /// Creates the value.
        public init(originalMessageID: MessageID, type: Kind, content: Content, context: Context? = nil) {
            self.originalMessageID = originalMessageID
            self.type = type
            self.content = content
            self.context = context
        }
    }
}

extension InboundMessage.EditContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "edit of a message of type \(type.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
