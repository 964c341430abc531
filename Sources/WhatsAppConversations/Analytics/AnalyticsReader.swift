import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Finds the data points in an answer of the platform's analytics.
struct AnalyticsReader {
    struct Point {
        var start: Date
        var end: Date
        var members: JSONValue

        func text(_ key: String) -> String? {
            guard let text = members[key]?.string ?? members[key]?.number?.text else { return nil }
            // `UNKNOWN` is a value; an empty text is none.
            return text.isEmpty ? nil : text
        }

        func count(_ key: String) -> Int? {
            text(key).flatMap(Int.init).map { max($0, 0) }
        }

        func money(_ key: String, _ currency: Currency) -> Money? {
            text(key).flatMap { Money(reported: $0, currency: currency) }
        }
    }

    var points: [Point] = []
    var unreadableCount = 0

    init(_ body: [UInt8], name: String) throws(JSONError) {
        let root = try RawJSON(parsing: body).value
        let answer = root[name] ?? root
        // Answers hold `data[].data_points[]`, older ones `data_points[]` at once.
        var lists: [[JSONValue]] = []
        if let list = answer["data_points"]?.array { lists.append(list) }
        for element in answer["data"]?.array ?? answer.array ?? [] {
            if let list = element["data_points"]?.array { lists.append(list) }
        }
        for list in lists {
            for element in list {
                guard element.object != nil, let start = Self.time(element["start"]),
                    let end = Self.time(element["end"])
                else {
                    unreadableCount += 1
                    continue
                }
                points.append(Point(start: start, end: end, members: element))
            }
        }
    }

    private static func time(_ value: JSONValue?) -> Date? {
        guard let seconds = value?.integer ?? value?.string.flatMap(Int.init) else { return nil }
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// Analytics spell categories in capitals, and have a word of their own for AI providers (pricing reference §1.7).
    static func category(_ word: String) -> Pricing.Category {
        word == "AI_BOT" ? .generalPurposeAI : Pricing.Category(rawValue: word.lowercased())
    }
}
