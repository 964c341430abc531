extension InboundMessage {
    /// A notice of the platform about the customer: another number, another user id, another device (webhooks reference §3.3).
    ///
    /// The old number is ``InboundMessage/from``. A device's new identity is ``InboundMessage/identity`` as well.
    public struct SystemContent: Hashable, Sendable {
        /// What changed; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The customer has another number.
            public static let numberChanged = Self(rawValue: "user_changed_number")
            /// The older word for ``numberChanged``.
            public static let customerNumberChanged = Self(rawValue: "customer_changed_number")
            /// The customer has another business-scoped user id.
            public static let userIDChanged = Self(rawValue: "user_changed_user_id")
            /// The customer has another device or installed the app anew.
            public static let identityChanged = Self(rawValue: "customer_identity_changed")
        }

        /// What changed.
        public var kind: Kind
        /// The notice as text.
        public var body: String?
        /// The new number (`wa_id`, in old deliveries `new_wa_id`).
        public var number: PhoneNumber?
        /// The new business-scoped user id.
        public var userID: BusinessScopedUserID?
        /// The new user id that is shared by linked business portfolios.
        public var parentUserID: BusinessScopedUserID?
        /// The business-scoped user id before, where the notice names both (`user_id` beside `new_user_id`; 360dialog
        /// reference §4).
        public var previousUserID: BusinessScopedUserID?
        /// The customer as known before.
        public var customer: PhoneNumber?
        /// The hash of the new identity.
        public var identityHash: String?

        /// Creates the value.
        public init(
            kind: Kind, body: String? = nil, number: PhoneNumber? = nil, userID: BusinessScopedUserID? = nil,
            parentUserID: BusinessScopedUserID? = nil, previousUserID: BusinessScopedUserID? = nil,
            customer: PhoneNumber? = nil, identityHash: String? = nil
        ) {
            self.kind = kind
            self.body = body
            self.number = number
            self.userID = userID
            self.parentUserID = parentUserID
            self.previousUserID = previousUserID
            self.customer = customer
            self.identityHash = identityHash
        }

        init(_ node: JSONNode) throws(ElementFault) {
            var kind: Kind?
            var body: String?
            var number: PhoneNumber?
            var userID: BusinessScopedUserID?
            var parentUserID: BusinessScopedUserID?
            var newUserID: BusinessScopedUserID?
            var customer: PhoneNumber?
            var identityHash: String?
            for member in node.members {
                let value = member.value
                switch member.key {
                case "body": body = value.string
                case "user_id": userID = value.text.map { BusinessScopedUserID(rawValue: $0) }
                case "new_user_id": newUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
                case "parent_user_id": parentUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
                case "customer": customer = value.text.map { PhoneNumber(rawValue: $0) }
                case "identity": identityHash = value.text ?? value.member("hash")?.text
                case "type": kind = value.text.map { Kind(rawValue: $0) }
                case "wa_id": number = value.text.map { PhoneNumber(rawValue: $0) } ?? number
                case "new_wa_id": number = number ?? value.text.map { PhoneNumber(rawValue: $0) }
                default: break
                }
            }
            guard let kind else { throw .unusable("system.type", in: node, "type", "a kind is a string") }
            self.init(
                kind: kind, body: body, number: number, userID: newUserID ?? userID, parentUserID: parentUserID,
                previousUserID: newUserID == nil ? nil : userID, customer: customer, identityHash: identityHash)
        }
    }
}

extension InboundMessage.SystemContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "system notice \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
