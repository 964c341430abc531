/// A calendar month by the account's own time zone: the span of free tiers and volume tiers.
///
/// Months turn at 00:00 in the account's time zone (pricing reference §0.3, §1.6, §1.7, November 2026).
public struct BillingMonth: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int

    /// A month by its numbers, or `nil` where there is none. Years run from 1 to 9999.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(unchecked: year, month)
    }

    init(unchecked year: Int, _ month: Int) {
        self.year = year
        self.month = month
    }

    /// Reads `2026-10`, as webhooks write it (`effective_month`), or `nil` for any other form.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let date = CalendarDate(text + "-01") else { return nil }
        self = date.billingMonth
    }
}

extension BillingMonth: Comparable {
    /// Whether one month lies before another.
    public static func < (earlier: Self, later: Self) -> Bool {
        (earlier.year, earlier.month) < (later.year, later.month)
    }
}

extension BillingMonth: CustomStringConvertible {
    /// The month in the form `2026-10`.
    public var description: String {
        "\(CalendarDate.padded(year, to: 4))-\(CalendarDate.padded(month, to: 2))"
    }
}

extension BillingMonth: Codable {
    /// Reads the form `2026-10`.
    /// - Throws: a `DecodingError` for any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let month = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a month is written like 2026-10")
        }
        self = month
    }

    /// Writes the form `2026-10`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
