extension AccountEvent {
    /// Something happened to the business portfolio: `business_status_update` (webhooks reference §2.5).
    public struct BusinessStatus: Hashable, Sendable {
        /// What happened to a business portfolio; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Somebody else may have got into it.
            public static let compromised = Self(rawValue: "COMPROMISED_NOTIFICATION")
        }

        /// What happened.
        public var kind: Kind
        /// The business portfolio.
        public var businessID: String?

        /// Creates the value.
        public init(kind: Kind, businessID: String? = nil) {
            self.kind = kind
            self.businessID = businessID
        }

        init?(_ node: JSONNode) {
            guard let kind: Kind = node.read("event") else { return nil }
            self.init(kind: kind, businessID: node.member("business_id")?.text)
        }
    }
}

extension AccountEvent.BusinessStatus: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "business: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
