extension InboundMessage {
    /// A message that the customer deleted; coexistence numbers only (webhooks reference §3.3).
    public struct RevokeContent: Hashable, Sendable {
        /// The message that was deleted.
        public var originalMessageID: MessageID

        /// Creates the value.
        public init(originalMessageID: MessageID) {
            self.originalMessageID = originalMessageID
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var originalMessageID: MessageID?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "original_message_id": originalMessageID = value.text.map { MessageID(rawValue: $0) }
                default: break
                }
            }
            guard let originalMessageID else {
                throw .unusable(
                    "revoke.original_message_id", in: node, "original_message_id", "an id is a string or a number")
            }
            self.init(originalMessageID: originalMessageID)
        }
    }
}

extension InboundMessage.RevokeContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "deletion of a message" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
