extension AccountEvent {
    /// What a business may do: `business_capability_update` (webhooks reference §2.5).
    public struct Capability: Hashable, Sendable {
        /// To how many customers the business may write first in 24 hours.
        public var businessLimit: MessagingLimit?
        /// To how many a number may; announced for removal (February 2026).
        public var numberLimit: MessagingLimit?
        /// How many numbers the business may have; told only at the lowest limit.
        public var numbersPerBusiness: Int?
        /// How many numbers an account may have; told above the lowest limit.
        public var numbersPerAccount: Int?

        /// Creates the value.
        public init(
            businessLimit: MessagingLimit? = nil, numberLimit: MessagingLimit? = nil, numbersPerBusiness: Int? = nil,
            numbersPerAccount: Int? = nil
        ) {
            self.businessLimit = businessLimit
            self.numberLimit = numberLimit
            self.numbersPerBusiness = numbersPerBusiness
            self.numbersPerAccount = numbersPerAccount
        }

        init?(_ node: JSONNode) {
            self.init(
                businessLimit: node.read("max_daily_conversations_per_business"),
                numberLimit: node.read("max_daily_conversation_per_phone"),
                numbersPerBusiness: node.member("max_phone_numbers_per_business")?.integer,
                numbersPerAccount: node.member("max_phone_numbers_per_waba")?.integer)
            guard self != Capability() else { return nil }
        }
    }
}

extension AccountEvent.Capability: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "capability of a business" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
