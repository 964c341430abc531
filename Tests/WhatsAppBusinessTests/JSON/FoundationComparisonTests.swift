import Foundation
import ProviderTestSupport
import Testing
import WhatsAppBusiness

/// The reader against Foundation's, on documents that nobody thought of.
///
/// Where they differ on purpose:
/// - Foundation refuses half of a surrogate pair, and numbers beyond a `Double`; this reader keeps both.
/// - Foundation reads UTF-16 and UTF-32; this reader refuses them.
/// - Of equal keys, Foundation's `JSONDecoder` takes either; here the last value counts.
/// - Foundation goes deeper than 64 levels, and accepts a comma before a closing brace or bracket.
@Suite("The reader agrees with Foundation")
struct FoundationComparisonTests {
    @Test("on 3,000 random documents, and on as many damaged ones")
    func random() throws {
        var generator = SeededGenerator(seed: 20_261_121)
        var valid = 0
        for _ in 0..<3_000 {
            let text = Self.document(&generator)
            let ours = try JSONValue(parsing: text)
            let theirs = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            #expect(Self.isEqual(ours, theirs), "\(String(decoding: text, as: UTF8.self))")
            // Through Codable as well: JSONDecoder into the same value.
            let decoded = try JSONDecoder().decode(JSONValue.self, from: Data(text))
            #expect(Self.isEqual(decoded, theirs))

            var damaged = text
            let place = Int.random(in: 0..<damaged.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: damaged.remove(at: place)
            case 1: damaged[place] = "{}[],:\"\\0123456789.eE+-tfn \n\u{1}a".utf8.randomElement(using: &generator) ?? 0
            default: damaged.insert(damaged.randomElement(using: &generator) ?? 0, at: place)
            }
            let weAccept = (try? JSONValue(parsing: damaged)) != nil
            let theyAccept = (try? JSONSerialization.jsonObject(with: Data(damaged), options: .fragmentsAllowed)) != nil
            if weAccept { valid += 1 }
            let shown = Comment(rawValue: String(decoding: damaged, as: UTF8.self))
            switch (weAccept, theyAccept) {
            case (true, false): #expect(Self.isAcceptedOnlyHere(damaged), shown)
            case (false, true): #expect(Self.isAcceptedOnlyThere(damaged), shown)
            default: break
            }
        }
        // The damage is neither always harmless nor always fatal.
        #expect((100..<2_900).contains(valid))
    }

    /// Half of a surrogate pair, or a number beyond a `Double`.
    private static func isAcceptedOnlyHere(_ text: [UInt8]) -> Bool {
        let text = String(decoding: text, as: UTF8.self).lowercased()
        return text.contains("\\ud") || text.contains("e")
    }

    /// A comma before a brace or a bracket.
    private static func isAcceptedOnlyThere(_ text: [UInt8]) -> Bool {
        let solid = text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return zip(solid, solid.dropFirst()).contains {
            $0 == UInt8(ascii: ",") && ($1 == UInt8(ascii: "}") || $1 == UInt8(ascii: "]"))
        }
    }

    private static func document(_ generator: inout SeededGenerator) -> [UInt8] {
        var text = ""
        write(depth: 0, &text, &generator)
        return Array(text.utf8)
    }

    private static func write(depth: Int, _ text: inout String, _ generator: inout SeededGenerator) {
        func space() -> String { [" ", "\n", "", "", "", "\t\r"].randomElement(using: &generator) ?? "" }
        switch Int.random(in: 0..<(depth > 5 ? 5 : 8), using: &generator) {
        case 0: text += ["null", "true", "false"].randomElement(using: &generator) ?? ""
        case 1, 2: text += number(&generator)
        case 3, 4: text += string(&generator)
        case 5, 6:
            text += "[" + space()
            let count = Int.random(in: 0..<5, using: &generator)
            for index in 0..<count {
                write(depth: depth + 1, &text, &generator)
                text += space() + (index < count - 1 ? "," : "")
            }
            text += space() + "]"
        default:
            text += "{" + space()
            let count = Int.random(in: 0..<20, using: &generator) / (depth + 1)
            for index in 0..<count {
                // The number makes keys unique.
                text += "\"\(index)" + string(&generator).dropFirst() + space() + ":" + space()
                write(depth: depth + 1, &text, &generator)
                text += space() + (index < count - 1 ? "," : "")
            }
            text += space() + "}"
        }
    }

    private static func number(_ generator: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return "\(Int.random(in: -1_000...1_000, using: &generator))"
        case 1: return "\(Int.random(in: .min ... .max, using: &generator))"
        case 2: return "\(Double.random(in: -1e6...1e6, using: &generator))"
        case 3: return "\(Int.random(in: 1...99, using: &generator))e\(Int.random(in: -20...20, using: &generator))"
        default: return "\(Double.random(in: -1...1, using: &generator))"
        }
    }

    private static func string(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "a", "Z", "0", " ", "/", "é", "€", "👍", "日本", "\u{7F}", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\u0000",
            "\\ud83d\\udc4d", "abcdefgh", "{", "]", ",", ":", "\u{FFFD}", "\\b",
        ]
        return "\""
            + (0..<Int.random(in: 0..<9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined() + "\""
    }

    private static func isEqual(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch (ours, theirs) {
        case (.null, is NSNull): return true
        case (.string(let one), let other as String): return one.utf8.elementsEqual(other.utf8)
        case (.array(let one), let other as [Any]):
            return one.count == other.count && zip(one, other).allSatisfy { isEqual($0, $1) }
        case (.object(let one), let other as [String: Any]):
            return one.count == other.count
                && one.members.allSatisfy { member in other[member.key].map { isEqual(member.value, $0) } ?? false }
        case (.bool(let one), let other as Bool): return one == other
        case (.number(let one), let other as NSNumber):
            if let whole = one.integer { return other.int64Value == Int64(whole) }
            let difference = abs(one.double - other.doubleValue)
            return difference <= abs(one.double) * 1e-15
        default: return false
        }
    }
}
