/// A JSON number as exact text: `12345678901234567890`, `7.90` and `1e3` stay what they are.
///
/// Equality compares the spelling: `1` and `1.0` are different. Compare ``integer`` or ``double`` where the value is
/// meant.
public struct JSONNumber: Hashable, Sendable {
    /// The number as it is spelled.
    public let text: String

    /// Takes text that is known to be a JSON number.
    init(unchecked text: String) {
        self.text = text
    }

    /// Takes the spelling of a number; `nil` where it is not one by the grammar of RFC 8259 §6.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        // The reader skips white space around a document; a number has none.
        guard let first = bytes.first, first == UInt8(ascii: "-") || first &- 0x30 < 10,
            let raw = try? RawJSON(parsing: bytes), raw.count == bytes.count
        else { return nil }
        self.text = text
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) {
        text = String(value)
    }

    /// A floating point number in its shortest spelling; `nil` for infinities and not-a-number, which JSON has not.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = "\(value)"
    }

    /// The number where it is spelled as a whole number and fits.
    public var integer: Int? { Int(text) }

    /// The nearest floating point number; an infinity where the number is beyond its range.
    public var double: Double { Double(text) ?? .nan }
}

extension JSONNumber: CustomStringConvertible, CustomReflectable {
    /// The number of characters: the number can be somebody's.
    public var description: String { "number of \(text.utf8.count) characters" }

    /// A mirror that shows the number of characters only.
    public var customMirror: Mirror { Mirror(self, children: ["count": text.utf8.count]) }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Takes a whole number that is written in the program.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// Takes a number that is written in the program. A literal that is infinite as a `Double` becomes 0.
    public init(floatLiteral value: Double) {
        self = JSONNumber(value) ?? 0
    }
}
