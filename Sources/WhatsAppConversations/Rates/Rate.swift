/// A price from a rate card: one row, and how it was found.
///
/// All prices are list prices before tax, per message or, on cards before 2025-07-01, per conversation.
public struct Rate: Hashable, Sendable {
    /// The card that holds the row.
    public let card: RateCard
    /// Whether prices may have changed since the card: a date of the pricing calendar lies between the card and the
    /// day that was asked for, and no card of that date is known.
    public let mayBeOutdated: Bool
    let row: Int

    /// The price.
    public var price: Money { Money(millionths: card.table.rows[row].millionths, currency: card.currency) }
    /// The market of the row.
    public var market: Market { card.table.markets[Int(card.table.rows[row].market)] }
    /// The category of the row.
    public var category: Pricing.Category { card.table.categories[Int(card.table.rows[row].category)] }
    /// The volume tier of the row.
    public var tier: VolumeTier { card.table.rows[row].tier }
    /// How far the row is to be trusted.
    public var confidence: RateConfidence {
        card.table.rows[row].confidence.map { card.table.confidences[Int($0)] } ?? card.confidence
    }
    /// The line of the row in the card's text, from 1.
    public var line: Int { Int(card.table.rows[row].line) }
}

extension Rate: CustomStringConvertible {
    /// The price, the row and the card: `0.0625 USD (Brazil, marketing, card 2026-10-01-USD)`.
    public var description: String {
        let tier = tier.isOnly ? "" : ", tier \(tier)"
        return "\(price) (\(market), \(category)\(tier), card \(card.name))"
    }
}
