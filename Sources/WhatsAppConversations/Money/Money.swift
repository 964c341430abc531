/// An exact amount of money: whole millionths of a currency's unit.
///
/// Published rates have up to four decimals (pricing reference §1.10, November 2026); six leave room for tokens, of
/// which a million costs 2.00 USD. There is no floating point anywhere, and no arithmetic between currencies.
///
/// ```swift
/// let rate = try Money("0.0068", currency: .usd)
/// let thousand = try rate.multiplied(by: 1_000)     // 6.8000 USD
/// ```
///
/// Amounts of different currencies have no order, so the type is not `Comparable`: ``isLess(than:)`` throws for them.
public struct Money: Hashable, Sendable {
    /// The amount in millionths of the currency's unit.
    public let millionths: Int64
    /// The currency.
    public let currency: Currency

    /// Creates an amount from millionths.
    public init(millionths: Int64, currency: Currency) {
        self.millionths = millionths
        self.currency = currency
    }

    /// Nothing, in a currency.
    public static func zero(_ currency: Currency) -> Self {
        Self(millionths: 0, currency: currency)
    }

    /// Whether the amount is nothing.
    public var isZero: Bool { millionths == 0 }

    /// The sum of two amounts of one currency.
    /// - Throws: ``MoneyError`` with `currencyMismatch` or `overflow`.
    public func adding(_ other: Money) throws(MoneyError) -> Money {
        try requireCurrency(of: other)
        return try checked(millionths.addingReportingOverflow(other.millionths))
    }

    /// The difference of two amounts of one currency.
    /// - Throws: ``MoneyError`` with `currencyMismatch` or `overflow`.
    public func subtracting(_ other: Money) throws(MoneyError) -> Money {
        try requireCurrency(of: other)
        return try checked(millionths.subtractingReportingOverflow(other.millionths))
    }

    /// The amount times a whole number.
    /// - Throws: ``MoneyError`` with `overflow`.
    public func multiplied(by factor: Int) throws(MoneyError) -> Money {
        try checked(millionths.multipliedReportingOverflow(by: Int64(factor)))
    }

    /// Whether the amount is less than another of the same currency.
    /// - Throws: ``MoneyError`` with `currencyMismatch`.
    public func isLess(than other: Money) throws(MoneyError) -> Bool {
        try requireCurrency(of: other)
        return millionths < other.millionths
    }

    private func requireCurrency(of other: Money) throws(MoneyError) {
        guard currency == other.currency else {
            throw MoneyError(
                code: .currencyMismatch,
                message: "an amount in \(currency) cannot be combined with one in \(other.currency)")
        }
    }

    private func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(MoneyError) -> Money {
        guard !result.overflow else {
            throw MoneyError(code: .overflow, message: "the amount exceeds 64 bits of millionths")
        }
        return Money(millionths: result.partialValue, currency: currency)
    }
}
