#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Another app controls a conversation from now on: the field `messaging_handovers` (webhooks reference §2.12;
/// unconfirmed in detail, 2026).
public struct HandoverEvent: Hashable, Sendable {
    /// How control changed; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The app that had control gave it away.
        public static let passed = Self(rawValue: "control_passed")
        /// Another app took control.
        public static let taken = Self(rawValue: "control_taken")
    }

    /// What an app does in conversations; an open set.
    public struct Role: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// People answer customers.
        public static let customerService = Self(rawValue: "customer_service")
        /// It advertises.
        public static let marketing = Self(rawValue: "marketing")
        /// It notifies.
        public static let utility = Self(rawValue: "utility")
        /// It answers customers who come from advertisements.
        public static let clickToWhatsApp = Self(rawValue: "ctwa")
        /// It answers by itself.
        public static let aiAgent = Self(rawValue: "ai_agent")
        /// It takes what others could not solve.
        public static let escalation = Self(rawValue: "escalation")
        /// The platform's own agent.
        public static let metaBusinessAgent = Self(rawValue: "meta_business_agent")
    }

    /// How control changed.
    public var kind: Kind
    /// The customer's phone number, where it is not hidden.
    public var customer: PhoneNumber?
    /// When it changed.
    public var timestamp: Date?
    /// The app that had control; deprecated by the platform.
    public var previousOwnerAppID: String?
    /// What that app is.
    public var previousOwnerAppRole: Role?
    /// What that app does in the conversation.
    public var previousOwnerRole: Role?
    /// The app that has control.
    public var newOwnerAppID: String?
    /// What that app does in the conversation.
    public var newOwnerRole: Role?
    /// What the app that gave control away says to the other: at most 2,000 characters.
    public var metadata: String?
    /// What is said about the conversation.
    public var conversationContext: ConversationContext?
    /// Where the event comes from, and its bytes. The business phone number is the recipient that the value names.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        kind: Kind, customer: PhoneNumber? = nil, timestamp: Date? = nil, previousOwnerAppID: String? = nil,
        previousOwnerAppRole: Role? = nil, previousOwnerRole: Role? = nil, newOwnerAppID: String? = nil,
        newOwnerRole: Role? = nil, metadata: String? = nil, conversationContext: ConversationContext? = nil,
        origin: EventOrigin
    ) {
        self.kind = kind
        self.customer = customer
        self.timestamp = timestamp
        self.previousOwnerAppID = previousOwnerAppID
        self.previousOwnerAppRole = previousOwnerAppRole
        self.previousOwnerRole = previousOwnerRole
        self.newOwnerAppID = newOwnerAppID
        self.newOwnerRole = newOwnerRole
        self.metadata = metadata
        self.conversationContext = conversationContext
        self.origin = origin
    }

    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin, buffer: [UInt8]) {
        guard let kind = node.member("type")?.text else { return nil }
        self.init(kind: Kind(rawValue: kind), timestamp: node.member("timestamp")?.time, origin: origin)
        customer = node.member("sender")?.member("phone_number")?.text.map { PhoneNumber(rawValue: $0) }
        self.origin.receivedOn = node.member("recipient").flatMap { ReceivingNumber($0) } ?? origin.receivedOn
        // The details stand in an object that is named after the kind.
        for member in node.members where member.key.text == kind {
            for member in member.value.members {
                let value = member.value
                switch member.key {
                case "previous_owner_app_id": previousOwnerAppID = value.text
                case "previous_owner_app_role": previousOwnerAppRole = value.text.map { Role(rawValue: $0) }
                case "previous_owner_role": previousOwnerRole = value.text.map { Role(rawValue: $0) }
                case "new_owner_app_id": newOwnerAppID = value.text
                case "new_owner_role": newOwnerRole = value.text.map { Role(rawValue: $0) }
                case "metadata": metadata = value.string
                case "conversation_context": conversationContext = ConversationContext(value, buffer: buffer)
                default: break
                }
            }
        }
    }
}

extension HandoverEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "handover: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
