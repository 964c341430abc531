public import WhatsAppBusiness

extension MessagingLimit {
    /// What a limit belongs to.
    public struct Scope: Hashable, Sendable {
        private enum Value { case phoneNumber, portfolio }
        private let value: Value

        /// One business phone number.
        public static let phoneNumber = Self(value: .phoneNumber)
        /// The business portfolio, shared by all its numbers.
        public static let portfolio = Self(value: .portfolio)
    }

    /// The rules for limits of a time (pricing reference §3, November 2026).
    public struct Rules: Hashable, Sendable {
        /// The first day of the rules.
        public let effectiveFrom: CalendarDate
        /// What a limit belongs to.
        public let scope: Scope
        /// The level of a new account.
        public let start: MessagingLimit
        /// All levels, from the lowest.
        public let levels: [MessagingLimit]
        /// How long a level must have been used before the next one comes, at the most: 24 hours, and 6 since October
        /// 2025. In seconds.
        public let upgradeDelay: Double
        /// Whether a lasting bad quality lowers the level by one.
        public let qualityLowers: Bool

        /// The level after another; `nil` after the last, and for a level that these rules do not have.
        public func next(after level: MessagingLimit) -> MessagingLimit? {
            guard let index = levels.firstIndex(of: level), index + 1 < levels.count else { return nil }
            return levels[index + 1]
        }

        /// Until 2025-10-06: 1,000 after verification, per phone number. Older accounts began with 50.
        public static let perPhoneNumber = Self(
            effectiveFrom: CalendarDate(daysSince1970: 0), scope: .phoneNumber, start: .tier250,
            levels: [.tier50, .tier250, .tier1K, .tier10K, .tier100K, .unlimited], upgradeDelay: 86_400,
            qualityLowers: true)

        /// Since 2025-10-07: 2,000 after verification, per business portfolio.
        public static let perPortfolio = Self(
            effectiveFrom: CalendarDate(daysSince1970: 20_368), scope: .portfolio, start: .tier250,
            levels: [.tier250, .tier2K, .tier10K, .tier100K, .unlimited], upgradeDelay: 21_600, qualityLowers: false)

        /// The rules of a day.
        public static func on(_ date: CalendarDate) -> Rules {
            date >= perPortfolio.effectiveFrom ? .perPortfolio : .perPhoneNumber
        }
    }
}
