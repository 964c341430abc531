/// A day of the Gregorian calendar without a time of day or a time zone.
///
/// The platform's effective dates are such days: they begin at 00:00 in the account's own time zone (pricing reference
/// §0.3, November 2026). ``BusinessTimeZone/date(at:)`` finds the day of an instant.
public struct CalendarDate: Hashable, Sendable {
    /// Whole days since 1970-01-01.
    let daysSince1970: Int32

    init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    /// A day by its numbers, or `nil` where the calendar has none, such as 30 February. Years run from 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.init(daysSince1970: Self.days(beforeYear: year, month: month) + Int32(day - 1))
    }

    /// Reads `2026-10-01`, or `nil` where the text is not a day in that form.
    public init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(11))
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        var numbers = [0, 0, 0]
        for (index, range) in [0..<4, 5..<7, 8..<10].enumerated() {
            for byte in bytes[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                numbers[index] = numbers[index] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The year.
    public var year: Int { components.year }
    /// The month, 1 to 12.
    public var month: Int { components.month }
    /// The day of the month, from 1.
    public var day: Int { components.day }
    /// The month that the day lies in.
    public var billingMonth: BillingMonth {
        let parts = components
        return BillingMonth(unchecked: parts.year, parts.month)
    }

    /// Year, month and day, from the number of days since 1 March of year 0, a count in which the leap day comes last.
    var components: (year: Int, month: Int, day: Int) {
        let days = Int(daysSince1970) + Self.daysFromMarchOfYear0
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Days between 0000-03-01 and 1970-01-01.
    private static let daysFromMarchOfYear0 = 719_468

    private static func days(beforeYear year: Int, month: Int) -> Int32 {
        let shiftedYear = month > 2 ? year : year - 1
        let shifted = month > 2 ? month - 3 : month + 9
        let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
        return Int32(shiftedYear * 365 + leapDays + (153 * shifted + 2) / 5 - daysFromMarchOfYear0)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    /// Whether one day lies before another.
    public static func < (earlier: Self, later: Self) -> Bool {
        earlier.daysSince1970 < later.daysSince1970
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The day in the form `2026-10-01`.
    public var description: String {
        let (year, month, day) = components
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension CalendarDate: Codable {
    /// Reads the form `2026-10-01`.
    /// - Throws: a `DecodingError` for any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a day is written like 2026-10-01")
        }
        self = date
    }

    /// Writes the form `2026-10-01`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
