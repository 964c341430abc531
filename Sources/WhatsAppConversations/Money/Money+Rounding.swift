extension Money {
    /// How an amount that falls between two steps is settled.
    public struct Rounding: Hashable, Sendable {
        fileprivate enum Value { case down, up, halfUp, halfEven }
        fileprivate let value: Value

        /// Towards zero.
        public static let down = Self(value: .down)
        /// Away from zero.
        public static let up = Self(value: .up)
        /// To the nearest step, the middle away from zero.
        public static let halfUp = Self(value: .halfUp)
        /// To the nearest step, the middle to the even one (banker's rounding).
        public static let halfEven = Self(value: .halfEven)
    }

    /// The amount with fewer decimals, for showing or invoicing. Nothing in this module rounds by itself.
    /// - Parameters:
    ///   - decimals: how many decimals remain; 6 and more change nothing, less than 0 counts as 0.
    ///   - rule: what happens to the rest.
    /// - Throws: ``MoneyError`` with `overflow` when rounding away from zero leaves the range.
    public func rounded(toDecimals decimals: Int, _ rule: Rounding) throws(MoneyError) -> Money {
        guard decimals < 6 else { return self }
        var step: UInt64 = 1
        for _ in max(decimals, 0)..<6 { step *= 10 }
        let magnitude = millionths.magnitude
        let (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: step)
        let roundsUp =
            switch rule.value {
            case .down: false
            case .up: rest > 0
            case .halfUp: rest >= step - rest
            case .halfEven: rest > step - rest || (rest == step - rest && !quotient.isMultiple(of: 2))
            }
        let (result, overflow) = (quotient + (roundsUp ? 1 : 0)).multipliedReportingOverflow(by: step)
        // A multiple of ten is never Int64.min, so that the positive bound is the bound of both signs.
        guard !overflow, let value = Int64(exactly: result) else {
            throw MoneyError(code: .overflow, message: "the rounded amount exceeds 64 bits of millionths")
        }
        return Money(millionths: millionths < 0 ? -value : value, currency: currency)
    }
}
