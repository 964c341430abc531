extension AccountEvent {
    /// The user name of a number changed: `business_username_updates` (webhooks reference §2.5, 2026).
    public struct UsernameUpdate: Hashable, Sendable {
        /// How a user name stands; an open set.
        public struct Status: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Customers find the number under it.
            public static let approved = Self(rawValue: "approved")
            /// It is kept for the business.
            public static let reserved = Self(rawValue: "reserved")
            /// The number has none any more.
            public static let deleted = Self(rawValue: "deleted")
            /// It is looked at. Of older deliveries.
            public static let pendingReview = Self(rawValue: "pending_review")
        }

        /// How the user name stands.
        public var status: Status
        /// The business phone number.
        public var phoneNumber: PhoneNumber?
        /// The user name; `nil` where it was deleted.
        public var username: String?

        /// Creates the value.
        public init(status: Status, phoneNumber: PhoneNumber? = nil, username: String? = nil) {
            self.status = status
            self.phoneNumber = phoneNumber
            self.username = username
        }

        init?(_ node: JSONNode) {
            guard let status: Status = node.read("status") else { return nil }
            self.init(
                status: status, phoneNumber: node.read("display_phone_number"), username: node.member("username")?.text)
        }
    }
}

extension AccountEvent.UsernameUpdate: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "user name: \(status.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
