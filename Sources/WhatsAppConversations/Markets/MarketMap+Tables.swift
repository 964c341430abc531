extension MarketMap {
    typealias Countries = [String: (entry: Int, country: Country, isOwn: Bool)]

    /// Reads the three tables of `Data`. They are checked by the generator and by the tests, and hold no quotation
    /// marks.
    static func read(markets: String, history: String, territories: String) -> ([Entry], Countries) {
        let moves = placements(history)
        var entries: [Entry] = []
        var byCode: [String: Int] = [:]
        var countries: Countries = [:]
        for fields in rows(markets) where fields.count == 4 {
            let country = Country(code: fields[1], name: fields[2])
            if let index = byCode[fields[0]] {
                entries[index].countries.append(country)
            } else {
                byCode[fields[0]] = entries.count
                let always = [(from: CalendarDate(daysSince1970: .min), market: Market(rawValue: fields[3]))]
                entries.append(
                    Entry(
                        callingCode: fields[0], countries: [country], placements: moves[fields[0]] ?? always))
            }
            if countries[fields[1]] == nil, let index = byCode[fields[0]] {
                countries[fields[1]] = (index, country, true)
            }
        }
        for fields in rows(territories) where fields.count == 3 && countries[fields[0]] == nil {
            guard let index = byCode[fields[2]] else { continue }
            countries[fields[0]] = (index, Country(code: fields[0], name: fields[1]), false)
        }
        return (entries, countries)
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
