import WhatsAppBusiness

/// The rows of a card with an index over market and category.
struct RateTable: Sendable {
    /// One line of a card.
    struct Row: Hashable, Sendable {
        var line: Int32
        var market: Int16
        var category: Int16
        var tier: VolumeTier
        var millionths: Int64
        /// Index of the row's own confidence, where it has one.
        var confidence: UInt8?
    }

    let markets: [Market]
    let categories: [Pricing.Category]
    let confidences: [RateConfidence]
    let rows: [Row]
    let marketIndex: [String: Int]
    /// The number here of each market of ``MarketMap/marketNames``; -1 for those that the card does not have.
    private let numbers: [Int16]
    /// The rows of each market and category, the categories of one market beside each other.
    private let ranges: [Range<Int32>]

    /// Reads the text of a card and builds the index.
    init(csv: String) throws(RateCardError) {
        var reader = RateTableReader()
        reader.read(csv)
        var rows = reader.rows
        rows.sort { ($0.market, $0.category, $0.tier.from) < ($1.market, $1.category, $1.tier.from) }
        var problems = reader.problems + Self.tierProblems(rows)
        if problems.isEmpty, rows.isEmpty {
            problems.append(.init(line: nil, rule: .empty, explanation: "the card has no rates"))
        }
        guard problems.isEmpty else {
            throw RateCardError(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        let categoryCount = reader.categories.count
        var ranges = [Range<Int32>](repeating: 0..<0, count: reader.markets.count * categoryCount)
        for (index, row) in rows.enumerated() {
            let slot = Int(row.market) * categoryCount + Int(row.category)
            let start = ranges[slot].isEmpty ? Int32(index) : ranges[slot].lowerBound
            ranges[slot] = start..<Int32(index + 1)
        }
        self.ranges = ranges
        self.rows = rows
        markets = reader.markets.map { Market(rawValue: $0) }
        categories = reader.categories.map { Pricing.Category(rawValue: $0) }
        confidences = reader.confidences.map { RateConfidence(rawValue: $0) }
        marketIndex = reader.marketIndex
        numbers = MarketMap.standard.marketNames.map { name in
            reader.marketIndex[name].flatMap { Int16(exactly: $0) } ?? -1
        }
    }

    /// The row of a category in a market of the platform's list, for the next message after a volume; `nil` where there is
    /// none. Allocates nothing.
    func row(marketNumber: Int, category: Pricing.Category, volume: Int) -> Int? {
        guard marketNumber < numbers.count, numbers[marketNumber] >= 0,
            let found = rows(marketNumber: Int(numbers[marketNumber]), category: category)
        else { return nil }
        for row in found where rows[row].tier.holdsMessage(after: volume) { return row }
        return nil
    }

    /// The rows of a category in a market, by tier; `nil` where there are none.
    func rows(marketNumber: Int, category: Pricing.Category) -> Range<Int>? {
        guard let number = categories.firstIndex(of: category) else { return nil }
        let range = ranges[marketNumber * categories.count + number]
        return range.isEmpty ? nil : Int(range.lowerBound)..<Int(range.upperBound)
    }

    /// Whether the card has the market, but no row of the category for it.
    func lacks(_ category: Pricing.Category, marketNumber: Int) -> Bool {
        guard marketNumber < numbers.count, numbers[marketNumber] >= 0 else { return false }
        return rows(marketNumber: Int(numbers[marketNumber]), category: category) == nil
    }

    /// The tiers of each market and category begin at 0 and follow each other. The last may end: then the rest of the
    /// table is not known.
    private static func tierProblems(_ rows: [Row]) -> [RateCardError.Problem] {
        var problems: [RateCardError.Problem] = []
        var previous: Row?
        for row in rows {
            let expected: Int? =
                if let previous, previous.market == row.market, previous.category == row.category {
                    previous.tier.to.flatMap { $0 == .max ? nil : $0 + 1 }
                } else {
                    0
                }
            if row.tier.from != expected {
                let explanation =
                    expected.map { "the tier begins at \(row.tier.from) where \($0) is expected" }
                    ?? "the tier begins at \(row.tier.from), but an open tier stands before it"
                problems.append(.init(line: Int(row.line), rule: .tierSequence, explanation: explanation))
            }
            previous = row
        }
        return problems
    }
}

extension RateTable: Equatable {
    static func == (one: RateTable, other: RateTable) -> Bool {
        one.markets == other.markets && one.categories == other.categories && one.rows == other.rows
            && one.confidences == other.confidences
    }
}
