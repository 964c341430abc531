/// Why there is no rate. A missing rate is never 0 (pricing reference §1.10).
public struct RateUnavailable: Error, Hashable, Sendable {
    /// The kind of a reason.
    public struct Reason: Hashable, Sendable {
        fileprivate enum Value { case noCard, beforeFirstCard, marketNotOnCard, categoryNotOnCard, beyondKnownTiers }
        fileprivate let value: Value

        /// There is no card in the currency.
        public static let noCard = Self(value: .noCard)
        /// The date lies before the first card in the currency.
        public static let beforeFirstCard = Self(value: .beforeFirstCard)
        /// The card has no row for the market: it is a partial copy, or the market was no market then.
        public static let marketNotOnCard = Self(value: .marketNotOnCard)
        /// The market has no rate in this category (`n/a`).
        public static let categoryNotOnCard = Self(value: .categoryNotOnCard)
        /// The card's last known tier ends before this volume; ``RateUnavailable/lastKnown`` holds that tier's rate.
        public static let beyondKnownTiers = Self(value: .beyondKnownTiers)
    }

    /// The reason.
    public let reason: Reason
    /// What was asked for.
    public let category: Pricing.Category
    /// Where it was asked for.
    public let market: Market
    /// The currency that was asked for.
    public let currency: Currency
    /// The card that was looked at, such as `2026-10-01-INR`.
    public let card: String?
    /// The rate of the last known tier, where the reason is ``Reason/beyondKnownTiers``.
    public let lastKnown: Rate?
}

extension RateUnavailable: CustomStringConvertible {
    /// The reason in a sentence.
    public var description: String {
        switch reason.value {
        case .noCard: "there is no rate card in \(currency)"
        case .beforeFirstCard: "the date lies before the first rate card in \(currency), \(card ?? "")"
        case .marketNotOnCard: "rate card \(card ?? "") has no row for \(market)"
        case .categoryNotOnCard: "rate card \(card ?? "") has no \(category) rate for \(market)"
        case .beyondKnownTiers:
            "rate card \(card ?? "") does not hold the higher volume tiers of \(category) in \(market)"
        }
    }
}
