extension AccountEvent {
    /// The two-step verification of a number changed: `security` (webhooks reference §2.5).
    public struct SecurityUpdate: Hashable, Sendable {
        /// What happened to the PIN of a number; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It was changed or switched on.
            public static let pinChanged = Self(rawValue: "PIN_CHANGED")
            /// Somebody asked to switch it off.
            public static let pinResetRequested = Self(rawValue: "PIN_RESET_REQUEST")
            /// It was switched off.
            public static let pinResetSucceeded = Self(rawValue: "PIN_REQUEST_SUCCESS")
        }

        /// What happened.
        public var kind: Kind
        /// The business phone number.
        public var phoneNumber: PhoneNumber?
        /// The user of Meta Business Suite who asked for it; only of requests for another PIN.
        public var requester: String?

        /// Creates the value.
        public init(kind: Kind, phoneNumber: PhoneNumber? = nil, requester: String? = nil) {
            self.kind = kind
            self.phoneNumber = phoneNumber
            self.requester = requester
        }

        init?(_ node: JSONNode) {
            guard let kind: Kind = node.read("event") else { return nil }
            self.init(
                kind: kind, phoneNumber: node.read("display_phone_number"), requester: node.member("requester")?.text)
        }
    }
}

extension AccountEvent.SecurityUpdate: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "security: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
