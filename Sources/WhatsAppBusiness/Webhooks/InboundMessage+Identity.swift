#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension InboundMessage {
    /// The identity of a customer's device, where the check of identities is enabled (webhooks reference §3.2).
    public struct Identity: Hashable, Sendable {
        /// Whether the business has acknowledged the identity.
        public var isAcknowledged: Bool
        /// When the identity came to be.
        public var created: Date?
        /// The hash to acknowledge.
        public var hash: String?

        /// Creates the value.
        public init(isAcknowledged: Bool = false, created: Date? = nil, hash: String? = nil) {
            self.isAcknowledged = isAcknowledged
            self.created = created
            self.hash = hash
        }

        init(_ node: JSONNode) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "acknowledged": isAcknowledged = value.bool ?? false
                case "created_timestamp": created = value.time
                case "hash": hash = value.text
                default: break
                }
            }
        }
    }
}

extension InboundMessage.Identity: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "identity, \(isAcknowledged ? "" : "not ")acknowledged" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
