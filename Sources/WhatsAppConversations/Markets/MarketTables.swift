/// The three tables of `Data`, read into matches. They are checked by the generator and by the tests, and hold no
/// quotation marks.
struct MarketTables {
    /// A calling code with its matches.
    struct Code {
        var callingCode: String
        var countries: [Country]
        var placements: [(from: CalendarDate, market: Market, number: Int)]

        var timeline: MarketMap.Timeline {
            timeline(of: countries, callingCode: callingCode, basis: .callingCode)
        }

        func timeline(
            of countries: [Country], callingCode: String?, basis: MarketMatch.Basis
        ) -> MarketMap.Timeline {
            .init(
                placements: placements.map { placement in
                    let match = MarketMatch(
                        market: placement.market, marketNumber: placement.number, callingCode: callingCode,
                        countries: countries, basis: basis)
                    return (placement.from, match)
                })
        }
    }

    private(set) var codes: [Code] = []
    private(set) var countries: [String: MarketMap.Timeline] = [:]
    /// Every market once; Other is the first.
    private(set) var marketNames = [Market.other.rawValue]

    init(markets: String, history: String, territories: String) {
        var numbers = [Market.other.rawValue: 0]
        func number(_ market: Market) -> Int {
            if let known = numbers[market.rawValue] { return known }
            numbers[market.rawValue] = marketNames.count
            marketNames.append(market.rawValue)
            return marketNames.count - 1
        }
        let moves = Self.placements(history)
        var places: [String: Int] = [:]
        for fields in Self.rows(markets) where fields.count == 4 {
            let country = Country(code: fields[1], name: fields[2])
            let place = places[fields[0]] ?? codes.count
            if place == codes.count {
                places[fields[0]] = place
                let always = [(from: CalendarDate(daysSince1970: .min), market: Market(rawValue: fields[3]))]
                let placements = (moves[fields[0]] ?? always).map { ($0.from, $0.market, number($0.market)) }
                codes.append(Code(callingCode: fields[0], countries: [], placements: placements))
            }
            codes[place].countries.append(country)
            if countries[country.code] == nil {
                countries[country.code] = codes[place].timeline(of: [country], callingCode: nil, basis: .country)
            }
        }
        for fields in Self.rows(territories) where fields.count == 3 && countries[fields[0]] == nil {
            guard let place = places[fields[2]] else { continue }
            countries[fields[0]] = codes[place].timeline(
                of: [Country(code: fields[0], name: fields[1])], callingCode: fields[2], basis: .sharedCode)
        }
    }

    /// The dated placements of each code that ever moved, in order of time.
    private static func placements(_ history: String) -> [String: [(from: CalendarDate, market: Market)]] {
        var result: [String: [(from: CalendarDate, market: Market)]] = [:]
        for fields in rows(history) where fields.count == 6 {
            guard let from = CalendarDate(fields[4]) else { continue }
            result[fields[0], default: []].append((from, Market(rawValue: fields[3])))
        }
        return result.mapValues { $0.sorted { $0.from < $1.from } }
    }

    private static func rows(_ table: String) -> [[String]] {
        table.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
            line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}
