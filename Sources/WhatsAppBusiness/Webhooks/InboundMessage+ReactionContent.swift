extension InboundMessage {
    /// An emoji on a message, or its removal (webhooks reference §3.3).
    ///
    /// To answer, refer to ``messageID``; a reaction cannot be replied to by its own id.
    public struct ReactionContent: Hashable, Sendable {
        /// The message that the customer reacted to.
        public var messageID: MessageID
        /// The emoji; `nil` where the reaction was removed.
        public var emoji: String?

        /// Creates the value.
        public init(messageID: MessageID, emoji: String? = nil) {
            self.messageID = messageID
            self.emoji = emoji
        }

        /// Whether the reaction was taken back.
        public var isRemoval: Bool { emoji == nil }

        init(_ node: JSONNode) throws(ElementFault) {
            var messageID: MessageID?
            var emoji: String?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "message_id": messageID = value.text.map { MessageID(rawValue: $0) }
                case "emoji": emoji = value.text
                default: break
                }
            }
            guard let messageID else {
                throw .unusable("reaction.message_id", in: node, "message_id", "an id is a string or a number")
            }
            self.init(messageID: messageID, emoji: emoji)
        }
    }
}

extension InboundMessage.ReactionContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { isRemoval ? "removal of a reaction" : "reaction" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
