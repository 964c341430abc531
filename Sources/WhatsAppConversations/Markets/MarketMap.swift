public import WhatsAppBusiness

/// The platform's list of markets: from a recipient to the market that prices its messages, at a date.
///
/// ```swift
/// let match = MarketMap.standard.match("+18095551234", on: date)
/// match?.market         // Rest of Latin America
/// match?.callingCode    // 1809
/// ```
///
/// The longest listed prefix of the number decides; a country that is not listed is Other, even beside a region
/// (pricing reference §4, valid from 2026-10-01, with the moves since 2022-02-01). Earlier dates get the placement of
/// 2022-02-01, the oldest that is known.
public struct MarketMap: Sendable {
    /// The platform's list.
    public static let standard = MarketMap(
        markets: MarketData.markets, history: MarketData.history, territories: MarketData.territories)

    /// The matches of a code or a country with the first day of each, in order; the first holds for all days before.
    struct Timeline: Sendable {
        var placements: [(from: CalendarDate, match: MarketMatch)]

        func match(on date: CalendarDate) -> MarketMatch? {
            var index = placements.count - 1
            while index > 0, placements[index].from > date { index -= 1 }
            return index >= 0 ? placements[index].match : nil
        }
    }

    /// Codes have at most four digits: country code, or 1 and an area code.
    private static let longestCode = 4
    /// The match where nothing listed is found.
    private static let unlisted = MarketMatch(
        market: .other, marketNumber: 0, callingCode: nil, countries: [], basis: .unlisted)

    private let codes: [Timeline]
    /// The place in `codes` of each possible code, plus 1; 0 for none. Codes of one digit stand first, then those of
    /// two, three and four: 0, 10, 110 and 1,110.
    private let slots: [UInt16]
    private let countries: [String: Timeline]
    /// Every market once: cards find their rows by the place here, without hashing a name.
    let marketNames: [String]

    init(markets: String, history: String, territories: String) {
        let tables = MarketTables(markets: markets, history: history, territories: territories)
        var slots = [UInt16](repeating: 0, count: 11_110)
        for (index, code) in tables.codes.enumerated() {
            guard let number = Int(code.callingCode) else { continue }
            var start = 0
            for _ in 1..<code.callingCode.utf8.count { start = start * 10 + 10 }
            slots[start + number] = UInt16(index + 1)
        }
        self.slots = slots
        codes = tables.codes.map(\.timeline)
        countries = tables.countries
        marketNames = tables.marketNames
    }

    /// The market of a recipient, or `nil` where it is neither a number in international form nor a user id.
    ///
    /// A business-scoped user id names a country, not a number. The two agree but for numbers that are used abroad or
    /// in a territory that shares another country's code, so that a price from a user id is less certain.
    public func match(_ recipient: Recipient, on date: CalendarDate) -> MarketMatch? {
        if let number = recipient.phoneNumber { return match(number, on: date) }
        guard let id = recipient.userID?.rawValue.utf8, id.count > 3 else { return nil }
        var bytes = id.makeIterator()
        guard let first = bytes.next(), let second = bytes.next(), bytes.next() == UInt8(ascii: ".") else { return nil }
        return match(country: String(decoding: [first, second], as: UTF8.self), on: date)
    }

    /// The market of a number, or `nil` where it does not begin with a country code (1 to 9).
    public func match(_ number: PhoneNumber, on date: CalendarDate) -> MarketMatch? {
        var value = 0
        var length = 0
        var start = 0
        var found = 0
        for byte in number.rawValue.utf8 {
            if byte == UInt8(ascii: "+"), length == 0 { continue }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), length < Self.longestCode else { break }
            guard length > 0 || byte != UInt8(ascii: "0") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            let slot = Int(slots[start + value])
            if slot != 0 { found = slot }
            length += 1
            start = start * 10 + 10
        }
        guard length > 0 else { return nil }
        return found == 0 ? Self.unlisted : codes[found - 1].match(on: date)
    }

    /// The market of a country by its ISO 3166-1 code of two capital letters, or `nil` where the text is none.
    public func match(country code: String, on date: CalendarDate) -> MarketMatch? {
        let isCapital: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard code.utf8.count == 2, code.utf8.allSatisfy(isCapital) else { return nil }
        return countries[code].map { $0.match(on: date) } ?? Self.unlisted
    }
}
