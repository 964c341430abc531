extension Money {
    /// Reads an amount: digits with an optional sign and up to six decimals, such as `0.0068`.
    ///
    /// There is no grouping, no exponent and no currency sign. Zeros beyond the sixth decimal are accepted.
    /// - Throws: ``MoneyError`` with `malformed`, `tooPrecise` or `overflow`.
    public init(_ text: String, currency: Currency) throws(MoneyError) {
        self.init(millionths: try Self.millionths(text.utf8), currency: currency)
    }

    /// Reads what ``description`` writes: an amount, a space and a currency code, such as `0.0068 USD`.
    /// - Throws: ``MoneyError`` with `malformed`, `tooPrecise` or `overflow`.
    public init(_ text: String) throws(MoneyError) {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 3,
            parts[1].utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else {
            throw MoneyError(code: .malformed, message: "an amount is written like 0.0068 USD")
        }
        let currency = Currency(rawValue: String(parts[1]))
        self.init(millionths: try Self.millionths(parts[0].utf8), currency: currency)
    }

    /// The amount without its currency, with at least four decimals as in the rate cards, and up to six.
    public var amount: String {
        let (units, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var decimals = String(fraction)
        decimals = String(repeating: "0", count: 6 - decimals.utf8.count) + decimals
        while decimals.utf8.count > 4, decimals.utf8.last == UInt8(ascii: "0") { decimals.removeLast() }
        return "\(millionths < 0 ? "-" : "")\(units).\(decimals)"
    }

    /// Reads millionths from the bytes of a decimal number.
    static func millionths(_ bytes: some BidirectionalCollection<UInt8>) throws(MoneyError) -> Int64 {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var magnitude: UInt64 = 0
        var decimals = 0
        var digits = 0
        var afterPoint = false
        for byte in isNegative ? bytes.dropFirst() : bytes[...] {
            if byte == UInt8(ascii: "."), !afterPoint, digits > 0 {
                afterPoint = true
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                throw MoneyError(code: .malformed, message: "an amount holds digits and one point, such as 0.0068")
            }
            let digit = UInt64(byte - UInt8(ascii: "0"))
            if afterPoint {
                decimals += 1
                if decimals > 6 {
                    guard digit == 0 else {
                        throw MoneyError(code: .tooPrecise, message: "an amount has at most six decimals")
                    }
                    continue
                }
            }
            digits += 1
            magnitude = try append(digit, to: magnitude)
        }
        guard digits > 0, !afterPoint || decimals > 0 else {
            throw MoneyError(code: .malformed, message: "an amount holds digits and one point, such as 0.0068")
        }
        for _ in min(decimals, 6)..<6 { magnitude = try append(0, to: magnitude) }
        if isNegative, magnitude == Int64.min.magnitude { return .min }
        guard let value = Int64(exactly: magnitude) else { throw overflow }
        return isNegative ? -value : value
    }

    private static func append(_ digit: UInt64, to magnitude: UInt64) throws(MoneyError) -> UInt64 {
        let (product, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, overflows) = product.addingReportingOverflow(digit)
        guard !tooLarge, !overflows else { throw overflow }
        return sum
    }

    private static var overflow: MoneyError {
        MoneyError(code: .overflow, message: "the amount exceeds 64 bits of millionths")
    }
}

extension Money: CustomStringConvertible {
    /// The amount with at least four decimals and the currency's code: `0.0068 USD`, `227.5361 COP`, `2.0000 USD`.
    public var description: String { "\(amount) \(currency.rawValue)" }
}

extension Money: Codable {
    private enum CodingKeys: String, CodingKey { case amount, currency }

    /// Reads `{"amount":"0.0068","currency":"USD"}`.
    /// - Throws: a `DecodingError`, also where the amount is no exact decimal text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let text = try container.decode(String.self, forKey: .amount)
        let currency = try container.decode(Currency.self, forKey: .currency)
        do throws(MoneyError) {
            try self.init(text, currency: currency)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .amount, in: container, debugDescription: error.message)
        }
    }

    /// Writes `{"amount":"0.0068","currency":"USD"}`: the amount as text, which no reader can round.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(amount, forKey: .amount)
        try container.encode(currency, forKey: .currency)
    }
}
