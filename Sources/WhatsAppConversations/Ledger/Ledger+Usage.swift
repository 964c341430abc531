public import WhatsAppBusiness

extension Ledger {
    /// What a volume tier counts: the charged messages of a market and category in a month.
    ///
    /// International and other authentication share one count (pricing reference §1.7, November 2026).
    public struct TierCounter: Hashable, Sendable, Codable {
        /// The market.
        public let market: Market
        /// Utility or authentication.
        public let category: Pricing.Category

        /// Creates a counter; international authentication counts as authentication.
        public init(market: Market, category: Pricing.Category) {
            self.market = market
            self.category = category == .authenticationInternational ? .authentication : category
        }
    }

    /// What a month had used up where this ledger does not see it: before it began, on another machine, or in another
    /// account of the business portfolio, whose charged messages count for the same volume tiers (§1.7).
    public struct UsedElsewhere: Hashable, Sendable, Codable {
        /// Free service messages, per business phone number.
        public var serviceMessages: [PhoneNumberID: Int]
        /// Free conversations of the account, before July 2025.
        public var conversations: Int
        /// Charged messages of volume tiers.
        public var tierVolumes: [TierCounter: Int]

        /// Creates counts.
        public init(
            serviceMessages: [PhoneNumberID: Int] = [:], conversations: Int = 0, tierVolumes: [TierCounter: Int] = [:]
        ) {
            self.serviceMessages = serviceMessages
            self.conversations = conversations
            self.tierVolumes = tierVolumes
        }

        /// The ledger sees everything.
        public static let nothing = Self()
    }
}
