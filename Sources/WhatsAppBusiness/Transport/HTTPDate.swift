/// A date of a header field, in seconds since 1970, in any of the three forms that RFC 9110 §5.6.7 asks a reader to know.
package struct HTTPDate: Hashable, Sendable {
    /// Seconds since 1 January 1970, UTC.
    package var secondsSince1970: Int

    /// Reads a date.
    /// - Parameter text: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    package init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        let fields: (day: Substring, month: Substring, year: Substring, time: Substring)
        switch words.count {
        case 6 where words[5] == "GMT": fields = (words[1], words[2], words[3], words[4])
        case 5: fields = (words[2], words[1], words[4], words[3])
        default: return nil
        }
        let time = fields.time.split(separator: ":", omittingEmptySubsequences: false)
        guard
            let day = Self.number(fields.day, 1...2, 1...31),
            let month = Self.months.firstIndex(of: fields.month),
            let year = Self.year(fields.year), time.count == 3,
            let hour = Self.number(time[0], 2...2, 0...23), let minute = Self.number(time[1], 2...2, 0...59),
            let second = Self.number(time[2], 2...2, 0...60)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month + 1, day: day)
        secondsSince1970 = ((days * 24 + hour) * 60 + minute) * 60 + second
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func year(_ text: Substring) -> Int? {
        if let year = number(text, 4...4, 1970...9999) { return year }
        return number(text, 2...2, 0...99).map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
    }

    private static func number(_ text: Substring, _ length: ClosedRange<Int>, _ range: ClosedRange<Int>) -> Int? {
        guard length.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), range.contains(number)
        else { return nil }
        return number
    }

    /// The day's number in the Gregorian calendar. Years are counted from March, so that the leap day is the last.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
