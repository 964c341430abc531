extension MessageStatus {
    /// What a message is charged as (webhooks reference §4.4). An amount is never sent.
    public struct Pricing: Hashable, Sendable {
        /// How messages are charged; an open set.
        public struct Model: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Per message: since July 2025.
            public static let perMessage = Self(rawValue: "PMP")
            /// Per conversation: until June 2025.
            public static let perConversation = Self(rawValue: "CBP")
        }

        /// How messages are charged.
        public var model: Model?
        /// Whether and why the message is free; absent in deliveries before July 2025.
        public var type: ChargeType?
        /// The category that is charged.
        public var category: ChargeCategory?
        /// What the platform says about being charged, where it says it; announced for removal, see ``isBillable``.
        public var billable: Bool?

        /// Creates pricing.
        public init(
            model: Model? = nil, type: ChargeType? = nil, category: ChargeCategory? = nil, billable: Bool? = nil
        ) {
            self.model = model
            self.type = type
            self.category = category
            self.billable = billable
        }

        /// Whether the message is charged: as the platform says, or derived from ``type`` where it does not say it.
        /// `nil` where neither is known.
        public var isBillable: Bool? { billable ?? type?.isCharged }

        init?(_ node: JSONNode) {
            guard node.kind == .object else { return nil }
            for member in node.members {
                switch member.key {
                case "pricing_model": model = member.value.text.map { Model(rawValue: $0) }
                case "type": type = member.value.text.map { ChargeType(rawValue: $0) }
                case "pricing_type": type = type ?? member.value.text.map { ChargeType(rawValue: $0) }
                case "category": category = member.value.text.map { ChargeCategory(rawValue: $0) }
                case "billable": billable = member.value.bool
                default: break
                }
            }
        }
    }
}
