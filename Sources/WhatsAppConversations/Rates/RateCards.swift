/// A set of rate cards by currency and effective date.
///
/// ```swift
/// let rate = try RateCards.standard.rate(for: .marketing, market: .brazil, on: date, currency: .usd)
/// rate.price        // 0.0625 USD
/// rate.card.name    // 2026-10-01-USD
/// ```
///
/// Look-ups choose the newest card of the currency that is effective on the day, and take nothing from older cards
/// or from other currencies: published prices are not conversions of each other (pricing reference §1.7).
public struct RateCards: Hashable, Sendable {
    /// The cards that come with the package: USD since 2022-02-01, and the other currencies as far as they were found
    /// (pricing reference §5, November 2026).
    public static let standard = RateCards(StandardRateCard.all.compactMap(\.card))

    /// The cards of one currency in order of their dates.
    fileprivate struct Group: Hashable, Sendable {
        var currency: Currency
        var cards: [RateCard]
        /// Per card, the first day on which prices may have changed without a card that says so.
        var outdatedFrom: [CalendarDate]
    }

    private let groups: [Group]

    /// Creates a set. Of two cards with one currency and date the later in the list wins.
    public init(_ cards: [RateCard]) {
        var groups: [Group] = []
        for card in cards {
            let at = groups.firstIndex { $0.currency == card.currency } ?? groups.count
            if at == groups.count { groups.append(Group(currency: card.currency, cards: [], outdatedFrom: [])) }
            groups[at].cards.removeAll { $0.effectiveFrom == card.effectiveFrom }
            groups[at].cards.append(card)
        }
        for index in groups.indices {
            groups[index].cards.sort { $0.effectiveFrom < $1.effectiveFrom }
            groups[index].outdatedFrom = Self.outdatedFrom(groups[index].cards)
        }
        self.groups = groups
    }

    /// The set with further cards; a card replaces that of the same currency and date.
    public func adding(_ cards: RateCard...) -> RateCards {
        RateCards(self.cards + cards)
    }

    /// Every card, by currency and date.
    public var cards: [RateCard] { groups.flatMap(\.cards) }

    /// The card of a currency that is effective on a day.
    public func card(on date: CalendarDate, currency: Currency) -> RateCard? {
        guard let group = groups.firstIndex(where: { $0.currency == currency }),
            let index = groups[group].index(on: date)
        else { return nil }
        return groups[group].cards[index]
    }

    /// Every rate of a currency on a day, by market, category and tier, with whether it may be outdated; empty where no card
    /// holds.
    public func rates(on date: CalendarDate, currency: Currency) -> [Rate] {
        guard let group = groups.firstIndex(where: { $0.currency == currency }),
            let index = groups[group].index(on: date)
        else { return [] }
        let card = groups[group].cards[index]
        let mayBeOutdated = date >= groups[group].outdatedFrom[index]
        return card.table.rows.indices.map { Rate(card: card, mayBeOutdated: mayBeOutdated, row: $0) }
    }

    /// The rate of a category in a market on a day.
    /// - Parameters:
    ///   - category: the category of the row.
    ///   - market: the market of the recipient: see ``MarketMap``.
    ///   - date: the day, by the account's time zone.
    ///   - currency: the account's currency.
    ///   - volume: the charged messages of the month before this one in the market and category; it chooses the tier.
    /// - Throws: ``RateUnavailable`` with the reason. A missing rate is never 0.
    public func rate(
        for category: Pricing.Category, market: Market, on date: CalendarDate, currency: Currency, volume: Int = 0
    ) throws(RateUnavailable) -> Rate {
        guard let group = groups.firstIndex(where: { $0.currency == currency }) else {
            throw RateUnavailable(
                reason: .noCard, category: category, market: market, currency: currency, card: nil, lastKnown: nil)
        }
        guard let index = groups[group].index(on: date) else {
            throw RateUnavailable(
                reason: .beforeFirstCard, category: category, market: market, currency: currency,
                card: groups[group].cards.first?.name, lastKnown: nil)
        }
        return try groups[group].cards[index].rate(
            for: category, market: market, volume: volume,
            mayBeOutdated: date >= groups[group].outdatedFrom[index])
    }

    /// The rate of a category in a recipient's market, or `nil` where there is none; ``rate(for:market:on:currency:volume:)``
    /// then says why. Allocates nothing.
    func find(
        _ category: Pricing.Category, _ market: MarketMatch, on date: CalendarDate, currency: Currency, volume: Int
    ) -> Rate? {
        for group in groups where group.currency == currency {
            guard let index = group.index(on: date),
                let row = group.cards[index].table.row(
                    marketNumber: market.marketNumber, category: category, volume: volume)
            else { return nil }
            return Rate(card: group.cards[index], mayBeOutdated: date >= group.outdatedFrom[index], row: row)
        }
        return nil
    }

    /// Whether the card of the day has the market, but no row of the category for it.
    func lacks(_ category: Pricing.Category, _ market: MarketMatch, on date: CalendarDate, currency: Currency) -> Bool {
        for group in groups where group.currency == currency {
            guard let index = group.index(on: date) else { return false }
            return group.cards[index].table.lacks(category, marketNumber: market.marketNumber)
        }
        return false
    }

    /// A card holds up to the next date of the pricing calendar; beyond it a card of that date may exist that was not
    /// found. Before the calendar began, an older card holds up to its successor.
    private static func outdatedFrom(_ cards: [RateCard]) -> [CalendarDate] {
        cards.indices.map { index in
            let card = cards[index]
            let isBound = index == cards.count - 1 || card.effectiveFrom >= .quarterlyPricingBegan
            return isBound ? card.effectiveFrom.nextPricingDate : CalendarDate(daysSince1970: .max)
        }
    }
}

extension RateCards.Group {
    /// The newest card that is effective on a day.
    fileprivate func index(on date: CalendarDate) -> Int? {
        // Most questions are about the newest card.
        var index = cards.count - 1
        while index >= 0, cards[index].effectiveFrom > date { index -= 1 }
        return index >= 0 ? index : nil
    }
}
