import WhatsAppBusiness

/// Reads the lines of a card and collects every problem.
struct RateTableReader {
    private(set) var rows: [RateTable.Row] = []
    private(set) var markets: [String] = []
    private(set) var categories: [String] = []
    private(set) var confidences: [String] = []
    private(set) var marketIndex: [String: Int] = [:]
    private(set) var problems: [RateCardError.Problem] = []

    /// The columns of a card; the last is optional.
    private enum Column: Int, CaseIterable { case market, category, tierFrom, tierTo, rate, confidence }
    private static let names = ["market", "category", "tier_from", "tier_to", "rate", "confidence"]
    /// The place of each column in a line, -1 where it is absent.
    private var places: [Int] = []
    private var width = 0

    mutating func read(_ csv: String) {
        var bytes = Array(csv.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var fields: [ArraySlice<UInt8>] = []
        var line = 0
        var start = 0
        while start < bytes.count {
            line += 1
            var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let next = end + 1
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            defer { start = next }
            guard end > start else { continue }
            guard Self.split(bytes[start..<end], into: &fields) else {
                report(line, .columns, "a quotation mark is not closed or stands inside a value")
                continue
            }
            if width == 0 {
                guard readHeader(fields, line: line) else { return }
            } else if fields.count != width {
                report(line, .columns, "the line has \(fields.count) values where the header has \(width)")
            } else {
                readRow(fields, line: line)
            }
        }
        if width == 0, problems.isEmpty { report(1, .header, "the text is empty") }
    }

    private mutating func readHeader(_ fields: [ArraySlice<UInt8>], line: Int) -> Bool {
        let header = fields.map { String(decoding: $0, as: UTF8.self) }
        places = Self.names.map { header.firstIndex(of: $0) ?? -1 }
        width = header.count
        let missing = zip(Self.names, places).filter { $1 < 0 && $0 != "confidence" }.map(\.0)
        guard !missing.isEmpty else { return true }
        report(line, .header, "the header does not name \(missing.joined(separator: ", "))")
        return false
    }

    private mutating func readRow(_ fields: [ArraySlice<UInt8>], line: Int) {
        let found = problems.count
        let market = fields[places[Column.market.rawValue]]
        let category = fields[places[Column.category.rawValue]]
        if market.isEmpty || category.isEmpty { report(line, .key, "market and category are not empty") }
        let from = Self.wholeNumber(fields[places[Column.tierFrom.rawValue]])
        let upper = fields[places[Column.tierTo.rawValue]]
        let isOpen = upper.elementsEqual("MAX".utf8)
        let to = isOpen ? nil : Self.wholeNumber(upper)
        if from.map({ isOpen || (to ?? -1) >= $0 }) != true {
            report(line, .tier, "tier bounds are whole numbers, the upper one MAX or not below the lower one")
        }
        let millionths = readRate(fields[places[Column.rate.rawValue]], line: line)
        guard problems.count == found, let from else { return }
        guard let marketNumber = index(ofMarket: market), let categoryNumber = index(ofCategory: category),
            let lineNumber = Int32(exactly: line)
        else { return report(line, .key, "a card has at most 32767 markets and categories") }
        // A market whose rates are all absent is on the card nevertheless.
        guard let millionths else { return }
        rows.append(
            .init(
                line: lineNumber, market: marketNumber, category: categoryNumber, tier: .init(from: from, to: to),
                millionths: millionths, confidence: confidenceIndex(fields)))
    }

    /// The rate in millionths; `nil` where there is none, or where it is reported.
    private mutating func readRate(_ field: ArraySlice<UInt8>, line: Int) -> Int64? {
        if field.isEmpty || field.elementsEqual("n/a".utf8) || field.elementsEqual("N/A".utf8) { return nil }
        do throws(MoneyError) {
            let value = try Money.millionths(field)
            if value >= 0 { return value }
            report(line, .rate, "a rate is not negative")
        } catch {
            report(line, .rate, error.message)
        }
        return nil
    }

    private mutating func index(ofMarket name: ArraySlice<UInt8>) -> Int16? {
        // Rows of one market stand together: most need no look-up.
        if let last = rows.last, markets[Int(last.market)].utf8.elementsEqual(name) { return last.market }
        let text = String(decoding: name, as: UTF8.self)
        if let known = marketIndex[text] { return Int16(exactly: known) }
        marketIndex[text] = markets.count
        markets.append(text)
        return Int16(exactly: markets.count - 1)
    }

    private mutating func index(ofCategory name: ArraySlice<UInt8>) -> Int16? {
        if let known = categories.firstIndex(where: { $0.utf8.elementsEqual(name) }) { return Int16(exactly: known) }
        let text = Pricing.Category(rawValue: String(decoding: name, as: UTF8.self)).rawValue
        if let known = categories.firstIndex(of: text) { return Int16(exactly: known) }
        categories.append(text)
        return Int16(exactly: categories.count - 1)
    }

    private mutating func confidenceIndex(_ fields: [ArraySlice<UInt8>]) -> UInt8? {
        let place = places[Column.confidence.rawValue]
        guard place >= 0, !fields[place].isEmpty else { return nil }
        let text = String(decoding: fields[place], as: UTF8.self)
        if let known = confidences.firstIndex(of: text) { return UInt8(exactly: known) }
        confidences.append(text)
        return UInt8(exactly: confidences.count - 1)
    }

    private mutating func report(_ line: Int, _ rule: RateCardError.Rule, _ explanation: String) {
        problems.append(.init(line: line, rule: rule, explanation: explanation))
    }

    private static func wholeNumber(_ field: ArraySlice<UInt8>) -> Int? {
        guard !field.isEmpty, field.count < 19 else { return nil }
        var value: Int64 = 0
        for byte in field {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return Int(exactly: value)
    }

    /// Splits a line at its commas; a value in quotation marks may hold commas and doubled quotation marks.
    private static func split(_ line: ArraySlice<UInt8>, into fields: inout [ArraySlice<UInt8>]) -> Bool {
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        fields.removeAll(keepingCapacity: true)
        var rest = line
        while true {
            if rest.first == quote {
                var value: [UInt8] = []
                var index = rest.startIndex + 1
                while index < rest.endIndex, rest[index] != quote || rest[index...].dropFirst().first == quote {
                    if rest[index] == quote { index += 1 }
                    value.append(rest[index])
                    index += 1
                }
                guard index < rest.endIndex else { return false }
                fields.append(value[...])
                rest = rest[(index + 1)...]
                if rest.isEmpty { return true }
                guard rest.first == comma else { return false }
                rest = rest.dropFirst()
            } else {
                let end = rest.firstIndex(of: comma) ?? rest.endIndex
                fields.append(rest[rest.startIndex..<end])
                if end == rest.endIndex { return true }
                rest = rest[(end + 1)...]
            }
        }
    }
}
