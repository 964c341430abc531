#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONNode {
    /// The text of a string.
    @inline(__always)
    var string: String? {
        let token = token
        guard token.kind == .string else { return nil }
        guard !token.isEscaped else { return unescaped }
        return String(decoding: content, as: UTF8.self)
    }

    @inline(never)
    private var unescaped: String {
        let content = content
        return String(unsafeUninitializedCapacity: content.count) { JSONText.unescape(content, into: $0) }
    }

    /// The text of a string that has any, or of a number as it is spelled: how ids, codes and open value sets are read
    /// (webhooks reference, decoding rules 3 and 4). An empty text counts as none.
    @inline(__always)
    var text: String? {
        let token = token
        switch token.kind {
        case .string:
            guard token.end &- token.start > 2 else { return nil }
            guard !token.isEscaped else { return unescaped }
            return String(decoding: content, as: UTF8.self)
        case .number:
            return String(decoding: content, as: UTF8.self)
        default:
            return nil
        }
    }

    /// A whole number, spelled as a number or in a string; `nil` where it is not whole or does not fit.
    @inline(__always)
    var integer: Int? {
        let token = token
        guard token.kind == .number || token.kind == .string else { return nil }
        let digits = content
        var at = 0
        let isNegative = digits.count > 0 && digits[0] == UInt8(ascii: "-")
        if isNegative { at = 1 }
        guard at < digits.count else { return nil }
        var value = 0
        while at < digits.count {
            let digit = digits[at] &- 0x30
            guard digit < 10 else { return nil }
            let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (difference, underflowed) = product.subtractingReportingOverflow(Int(digit))
            guard !overflowed, !underflowed else { return nil }
            value = difference
            at &+= 1
        }
        // Counted downwards, since the lowest number has no positive counterpart.
        guard !isNegative else { return value }
        let (negated, overflowed) = Int(0).subtractingReportingOverflow(value)
        return overflowed ? nil : negated
    }

    /// A time in seconds since 1970, spelled as a number or in a string; `nil` where it lies outside of the years 1970
    /// to 9999, which calendars and formats can express.
    @inline(__always)
    var time: Date? {
        guard let seconds = integer else { return fractionalTime }
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: Double(seconds))
    }

    @inline(never)
    private var fractionalTime: Date? {
        let isDecimal: (UInt8) -> Bool = { $0 &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard let text, text.utf8.allSatisfy(isDecimal), let seconds = Double(text),
            (0...253_402_300_799).contains(seconds)
        else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }

    /// A truth value, also in a string.
    @inline(__always)
    var bool: Bool? {
        switch kind {
        case .true: return true
        case .false: return false
        case .string:
            switch string {
            case "true": return true
            case "false": return false
            default: return nil
            }
        default: return nil
        }
    }

    /// A number exactly as it is spelled, also in a string.
    var number: JSONNumber? {
        guard kind == .number || kind == .string else { return nil }
        return text.flatMap { JSONNumber($0) }
    }

    /// A number for measures and places, also in a string; never for ids or money. `nil` where it is not finite.
    var double: Double? {
        guard let double = number?.double, double.isFinite else { return nil }
        return double
    }

    /// The elements of an array that are objects.
    var objects: [JSONNode] { elements.filter { $0.kind == .object } }
}
