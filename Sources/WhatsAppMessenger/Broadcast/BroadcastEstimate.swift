public import WhatsAppConversations

/// What a broadcast costs at the most, before it starts.
public struct BroadcastEstimate: Hashable, Sendable {
    /// The sum of the prices that are exact, and of the ceilings of the others.
    public internal(set) var total: Money
    /// Recipients whose price is known exactly, free ones included.
    public internal(set) var exact = 0
    /// Recipients whose price is at most what was added.
    public internal(set) var ceilings = 0
    /// Recipients whose price is not known; nothing was added for them.
    public internal(set) var unknown = 0

    init(zero: Money) {
        total = zero
    }

    mutating func add(_ quote: Quote) throws(MoneyError) {
        switch quote.price {
        case .exact(let money)?:
            total = try total.adding(money)
            exact += 1
        case .free?: exact += 1
        case .ceiling(let money, because: _)?:
            total = try total.adding(money)
            ceilings += 1
        default: unknown += 1
        }
    }
}

extension BroadcastEstimate: CustomStringConvertible {
    /// The sum and the counts.
    public var description: String {
        var parts = ["at most \(total)", "\(exact) exact"]
        if ceilings > 0 { parts.append("\(ceilings) ceilings") }
        if unknown > 0 { parts.append("\(unknown) unknown") }
        return parts.joined(separator: ", ")
    }
}
