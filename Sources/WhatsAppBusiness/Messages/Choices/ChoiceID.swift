#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The id of an option: `choice:2:"L"`, its place and its value as JSON.
struct ChoiceID<Value: Codable> {
    let index: Int
    let value: Value
    let text: String

    private static var prefix: String { "choice:" }

    init?(index: Int, value: Value) {
        let encoder = JSONEncoder()
        // Sorted, so that equal values have equal ids.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(value) else { return nil }
        self.index = index
        self.value = value
        text = "\(Self.prefix)\(index):\(String(decoding: json, as: UTF8.self))"
    }

    init?(_ text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let rest = text.dropFirst(Self.prefix.count)
        guard let colon = rest.firstIndex(of: ":"), let index = Int(rest[..<colon]), index >= 0,
            let value = try? JSONDecoder().decode(Value.self, from: Data(rest[rest.index(after: colon)...].utf8))
        else { return nil }
        self.index = index
        self.value = value
        self.text = text
    }
}
