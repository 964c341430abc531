#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension MessageStatus {
    /// The billing conversation of a message (webhooks reference §4.3).
    public struct Conversation: Hashable, Sendable {
        /// The id. Since July 2025 each message has its own unless a free entry point is open (reference §4.6).
        public var id: BillingConversationID?
        /// When the conversation ends; only with `sent`.
        public var expiration: Date?
        /// What opened the conversation.
        public var origin: ChargeCategory?

        /// Creates a conversation.
        public init(id: BillingConversationID? = nil, expiration: Date? = nil, origin: ChargeCategory? = nil) {
            self.id = id
            self.expiration = expiration
            self.origin = origin
        }

        init?(_ node: JSONNode) {
            guard node.kind == .object else { return nil }
            for member in node.members {
                switch member.key {
                case "id": id = member.value.text.map { BillingConversationID(rawValue: $0) }
                case "expiration_timestamp": expiration = member.value.time
                case "origin": origin = member.value.member("type")?.text.map { ChargeCategory(rawValue: $0) }
                default: break
                }
            }
        }
    }
}
