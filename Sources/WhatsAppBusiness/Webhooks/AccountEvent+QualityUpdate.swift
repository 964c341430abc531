extension AccountEvent {
    /// The limit or the throughput of a number changed: `phone_number_quality_update` (webhooks reference §2.5).
    public struct QualityUpdate: Hashable, Sendable {
        /// What happened to a number; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It joined the platform.
            public static let onboarding = Self(rawValue: "ONBOARDING")
            /// It may send more in a second.
            public static let throughputUpgrade = Self(rawValue: "THROUGHPUT_UPGRADE")
            /// Its limit rose. Of older deliveries.
            public static let upgrade = Self(rawValue: "UPGRADE")
            /// Its limit fell. Of older deliveries.
            public static let downgrade = Self(rawValue: "DOWNGRADE")
            /// Its quality is low. Of older deliveries.
            public static let flagged = Self(rawValue: "FLAGGED")
            /// Its quality is no longer low. Of older deliveries.
            public static let unflagged = Self(rawValue: "UNFLAGGED")
        }

        /// What happened.
        public var kind: Kind
        /// The business phone number.
        public var phoneNumber: PhoneNumber?
        /// The limit now; announced for removal (February 2026).
        public var currentLimit: MessagingLimit?
        /// The limit before; announced for removal (February 2026).
        public var previousLimit: MessagingLimit?
        /// The limit of the business.
        public var businessLimit: MessagingLimit?

        /// Creates the value.
        public init(
            kind: Kind, phoneNumber: PhoneNumber? = nil, currentLimit: MessagingLimit? = nil,
            previousLimit: MessagingLimit? = nil, businessLimit: MessagingLimit? = nil
        ) {
            self.kind = kind
            self.phoneNumber = phoneNumber
            self.currentLimit = currentLimit
            self.previousLimit = previousLimit
            self.businessLimit = businessLimit
        }

        init?(_ node: JSONNode) {
            guard let kind: Kind = node.read("event") else { return nil }
            self.init(
                kind: kind, phoneNumber: node.read("display_phone_number"), currentLimit: node.read("current_limit"),
                previousLimit: node.read("old_limit"), businessLimit: node.read("max_daily_conversations_per_business"))
        }
    }
}

extension AccountEvent.QualityUpdate: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "quality of a number: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
