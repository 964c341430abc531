import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONValue {
    /// The text of a member that has any, or its number as it is spelled: how ids and words are read.
    func word(_ key: String) -> String? {
        guard let value = self[key] else { return nil }
        if let text = value.string { return text.isEmpty ? nil : text }
        return value.number?.text
    }

    /// The elements of a member that are objects.
    func objects(_ key: String) -> [JSONValue] {
        self[key]?.array?.filter { $0.object != nil } ?? []
    }

    /// A member that is an object.
    func part(_ key: String) -> JSONValue? {
        self[key].flatMap { $0.object == nil ? nil : $0 }
    }

    /// A truth value, also as a text.
    func flag(_ key: String) -> Bool? {
        guard let value = self[key] else { return nil }
        if let flag = value.bool { return flag }
        switch value.string?.lowercased() {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }

    /// A time, as ISO 8601 or in seconds since 1970; `nil` outside of the years 1970 to 9999.
    func time(_ key: String) -> Date? {
        guard let text = word(key) else { return nil }
        let limits = 0.0...253_402_300_799
        if let seconds = Double(text) { return limits.contains(seconds) ? Date(timeIntervalSince1970: seconds) : nil }
        // Spelled with or without a zone: the times are UTC.
        let zoned = text.hasSuffix("Z") || text.dropFirst(10).contains("+") ? text : text + "Z"
        for style in [Date.ISO8601FormatStyle.iso8601, .init(includingFractionalSeconds: true)] {
            if let date = try? style.parse(zoned), limits.contains(date.timeIntervalSince1970) { return date }
        }
        return nil
    }
}
