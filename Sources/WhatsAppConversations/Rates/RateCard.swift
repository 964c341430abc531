/// The prices of one currency from one date on.
///
/// The cards of the package are in ``RateCards/standard``. A card of one's own comes from text in the same form:
///
/// ```swift
/// let card = try RateCard(csv: """
///     market,category,tier_from,tier_to,rate
///     Brazil,marketing,0,MAX,0.0625
///     Brazil,utility,0,250000,0.0068
///     Brazil,utility,250001,MAX,0.0065
///     """, name: "2027-01-01-USD")
/// let pricing = Pricing(currency: .usd, timeZone: .utc, cards: .standard.adding(card))
/// ```
///
/// Tier bounds are inclusive, the first is 0 and `MAX` is open; `n/a` and an empty rate mean that there is no such
/// rate. Further columns are ignored but for `confidence`, a word of ``RateConfidence`` for a single row.
public struct RateCard: Sendable {
    /// Everything about a card, shared by its copies and by the rates found in it.
    final class Storage: Sendable {
        let name: String
        let currency: Currency
        let effectiveFrom: CalendarDate
        let confidence: RateConfidence
        let isPartial: Bool
        let note: String
        let table: RateTable

        init(
            name: String, currency: Currency, effectiveFrom: CalendarDate, confidence: RateConfidence,
            isPartial: Bool, note: String, table: RateTable
        ) {
            self.name = name
            self.currency = currency
            self.effectiveFrom = effectiveFrom
            self.confidence = confidence
            self.isPartial = isPartial
            self.note = note
            self.table = table
        }
    }

    private let storage: Storage

    /// The card's name: effective date and currency, such as `2026-10-01-USD`.
    public var name: String { storage.name }
    /// The currency of every price.
    public var currency: Currency { storage.currency }
    /// The first day of the card, by the account's time zone.
    public var effectiveFrom: CalendarDate { storage.effectiveFrom }
    /// How far the card is to be trusted; single rows may differ.
    public var confidence: RateConfidence { storage.confidence }
    /// Whether the card holds only some of the markets.
    public var isPartial: Bool { storage.isPartial }
    /// Where the figures come from, in a sentence.
    public var note: String { storage.note }
    var table: RateTable { storage.table }

    /// Reads a card from text in CSV form.
    /// - Parameters:
    ///   - csv: the text; lines end with LF or CR LF.
    ///   - name: effective date and currency, such as `2027-01-01-USD`.
    ///   - confidence: how far the card is to be trusted.
    ///   - isPartial: whether the card holds only some of the markets.
    ///   - note: where the figures come from.
    /// - Throws: ``RateCardError`` with every problem of the text.
    public init(
        csv: String, name: String, confidence: RateConfidence = .supplied, isPartial: Bool = false, note: String = ""
    ) throws(RateCardError) {
        let code = String(name.dropFirst(11))
        guard let date = CalendarDate(String(name.prefix(10))), name.dropFirst(10).first == "-", code.utf8.count == 3,
            code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else {
            throw RateCardError([
                .init(line: nil, rule: .name, explanation: "a card is named like 2026-10-01-USD")
            ])
        }
        storage = Storage(
            name: name, currency: Currency(rawValue: code), effectiveFrom: date, confidence: confidence,
            isPartial: isPartial, note: note, table: try RateTable(csv: csv))
    }

    /// Every rate of the card, by market, category and tier.
    public var rates: [Rate] {
        table.rows.indices.map { Rate(card: self, mayBeOutdated: false, row: $0) }
    }

    /// The rate of a category in a market.
    /// - Parameters:
    ///   - category: the category of the row.
    ///   - market: the market of the row.
    ///   - volume: the charged messages of the month before this one, which choose the tier.
    /// - Throws: ``RateUnavailable`` where the card has no such row.
    public func rate(for category: Pricing.Category, market: Market, volume: Int = 0) throws(RateUnavailable) -> Rate {
        try rate(for: category, market: market, volume: volume, mayBeOutdated: false)
    }

    func rate(
        for category: Pricing.Category, market: Market, volume: Int, mayBeOutdated: Bool
    ) throws(RateUnavailable) -> Rate {
        let table = storage.table
        guard let number = table.marketIndex[market.rawValue] else {
            throw unavailable(.marketNotOnCard, category, market)
        }
        guard let rows = table.rows(marketNumber: number, category: category) else {
            throw unavailable(.categoryNotOnCard, category, market)
        }
        for row in rows where table.rows[row].tier.holdsMessage(after: volume) {
            return Rate(card: self, mayBeOutdated: mayBeOutdated, row: row)
        }
        let last = Rate(card: self, mayBeOutdated: mayBeOutdated, row: rows.upperBound - 1)
        throw unavailable(.beyondKnownTiers, category, market, lastKnown: last)
    }

    private func unavailable(
        _ reason: RateUnavailable.Reason, _ category: Pricing.Category, _ market: Market, lastKnown: Rate? = nil
    ) -> RateUnavailable {
        RateUnavailable(
            reason: reason, category: category, market: market, currency: currency, card: name, lastKnown: lastKnown)
    }
}

extension RateCard: Hashable {
    /// Whether two cards have the same name and the same rows.
    public static func == (one: Self, other: Self) -> Bool {
        one.storage === other.storage
            || (one.name == other.name && one.confidence == other.confidence && one.isPartial == other.isPartial
                && one.note == other.note && one.table == other.table)
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
