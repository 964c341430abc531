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

    /// One calling code.
    struct Entry: Sendable {
        var callingCode: String
        var countries: [Country]
        /// The placements with their first day, in order; the first holds for all days before it, too.
        var placements: [(from: CalendarDate, market: Market)]

        func market(on date: CalendarDate) -> Market {
            var index = placements.count - 1
            while index > 0, placements[index].from > date { index -= 1 }
            return placements[index].market
        }
    }

    /// Codes have at most four digits: country code, or 1 and an area code.
    static let longestCode = 4
    /// Where the codes of one, two, three and four digits begin in `slots`.
    private static let offsets = [0, 10, 110, 1_110]

    let entries: [Entry]
    /// The entry of each possible code, as its number plus 1; 0 for none.
    private let slots: [UInt16]
    /// The entry of each country by its ISO code, and whether it is the country's own code.
    private let countries: [String: (entry: Int, country: Country, isOwn: Bool)]

    init(markets: String, history: String, territories: String) {
        (entries, countries) = Self.read(markets: markets, history: history, territories: territories)
        var slots = [UInt16](repeating: 0, count: 11_110)
        for (index, entry) in entries.enumerated() {
            guard let number = Int(entry.callingCode) else { continue }
            slots[Self.offsets[entry.callingCode.utf8.count - 1] + number] = UInt16(index + 1)
        }
        self.slots = slots
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
        var found: UInt16 = 0
        for byte in number.rawValue.utf8 {
            if byte == UInt8(ascii: "+"), length == 0 { continue }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), length < Self.longestCode else { break }
            guard length > 0 || byte != UInt8(ascii: "0") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            let slot = slots[Self.offsets[length] + value]
            if slot != 0 { found = slot }
            length += 1
        }
        guard length > 0 else { return nil }
        guard found != 0 else { return .init(market: .other, callingCode: nil, countries: [], basis: .unlisted) }
        let entry = entries[Int(found) - 1]
        return .init(
            market: entry.market(on: date), callingCode: entry.callingCode, countries: entry.countries,
            basis: .callingCode)
    }

    /// The market of a country by its ISO 3166-1 code of two capital letters, or `nil` where the text is none.
    public func match(country code: String, on date: CalendarDate) -> MarketMatch? {
        let isCapital: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard code.utf8.count == 2, code.utf8.allSatisfy(isCapital) else { return nil }
        guard let found = countries[code] else {
            return .init(market: .other, callingCode: nil, countries: [], basis: .unlisted)
        }
        let entry = entries[found.entry]
        return .init(
            market: entry.market(on: date), callingCode: found.isOwn ? nil : entry.callingCode,
            countries: [found.country], basis: found.isOwn ? .country : .sharedCode)
    }
}
