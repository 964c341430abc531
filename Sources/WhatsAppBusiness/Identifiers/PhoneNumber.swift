/// A phone number in E.164 form.
///
/// The digits are stored without the `+`. A description shows only the ends; the whole number is the explicit
/// property ``e164``.
///
/// ```swift
/// let number = try PhoneNumber("+55 11 98765-4321")
/// number.digits            // 5511987654321
/// "\(number)"              // +55•••••••••21
/// ```
///
/// Rules: ITU-T E.164 (at most 15 digits); the platform wants the country code always
/// (Cloud API reference §7.2, "Sending messages").
public struct PhoneNumber: Hashable, Sendable, RawRepresentable {
    /// The digits, country code first, without `+`. A value made with ``init(rawValue:)`` holds what it was given.
    public let rawValue: String

    /// Takes a value from the wire as it is, unchecked. Use ``init(_:)`` for what a person typed.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Reads a number as people write it: `+` and country code, with spaces, hyphens, dots and parentheses allowed, or
    /// the bare digits of a number that begins with its country code.
    ///
    /// Spellings without a country code are refused: the platform would silently prepend the country code of the
    /// business's own number.
    ///
    /// - Parameter text: the number as typed.
    /// - Throws: ``ValidationError`` naming the rule: `required`, `characters`, `countryCode`, `minLength` or
    ///   `maxLength`.
    public init(_ text: String) throws(ValidationError) {
        switch Self.parse(text) {
        case .success(let digits): self.init(rawValue: digits)
        case .failure(let violation): throw ValidationError([violation])
        }
    }

    /// The digits, country code first, without `+`.
    public var digits: String { rawValue }

    /// The whole number with its `+`. Personal data: keep it out of logs.
    public var e164: String { rawValue.utf8.first == UInt8(ascii: "+") ? rawValue : "+" + rawValue }

    /// The fewest digits of an international number, country code included.
    static let minimumDigits = 7
    /// The most digits of an international number (ITU-T E.164 §6.1).
    static let maximumDigits = 15

    /// What is wrong with this number, if anything: a value from the wire or from a literal is checked before it
    /// travels.
    /// - Parameter path: where the number stands, such as `to`.
    package func violation(at path: String) -> ValidationError.Violation? {
        guard case .failure(var violation) = Self.parse(rawValue) else { return nil }
        violation.path = path
        return violation
    }

    private enum Parsed {
        case success(String)
        case failure(ValidationError.Violation)
    }

    private static func parse(_ text: String) -> Parsed {
        func failure(_ rule: ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil)
            -> Parsed
        {
            .failure(.init(path: "phoneNumber", rule: rule, explanation: explanation, limit: limit, actual: actual))
        }
        let trimmed = text.trimmingASCIIWhitespace()
        guard !trimmed.isEmpty else { return failure(.required, "a phone number is needed") }
        // Digits and a little punctuation; whatever is longer is refused before it is looked at.
        guard trimmed.utf8.count <= 64 else {
            return failure(
                .maxLength, "a phone number has at most 15 digits", limit: maximumDigits, actual: trimmed.utf8.count)
        }
        var digits: [UInt8] = []
        var sawPlus = false
        var sawPunctuation = false
        for (offset, byte) in trimmed.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where offset == 0: sawPlus = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
                sawPunctuation = true
            default:
                return failure(
                    .characters, "a phone number holds digits, one leading + and the signs space - . ( ) only")
            }
        }
        guard let first = digits.first else { return failure(.required, "a phone number needs digits") }
        guard first != UInt8(ascii: "0") else {
            return failure(.countryCode, "a number begins with + and its country code, which is never 0")
        }
        guard sawPlus || !sawPunctuation else {
            return failure(.countryCode, "a number that is written with signs begins with + and its country code")
        }
        guard digits.count >= minimumDigits else {
            return failure(
                .minLength, "an international number has at least 7 digits", limit: minimumDigits, actual: digits.count)
        }
        guard digits.count <= maximumDigits else {
            return failure(
                .maxLength, "a phone number has at most 15 digits", limit: maximumDigits, actual: digits.count)
        }
        return .success(String(decoding: digits, as: UTF8.self))
    }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number with all but its first two and last two digits hidden.
    public var description: String {
        let digits = rawValue.utf8.first == UInt8(ascii: "+") ? rawValue.dropFirst() : rawValue[...]
        guard digits.count > 6 else { return "+" + String(repeating: "•", count: digits.count) }
        return "+\(digits.prefix(2))\(String(repeating: "•", count: digits.count - 4))\(digits.suffix(2))"
    }

    /// The same masked form as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}

extension PhoneNumber: Codable {
    /// Reads the number from a string, unchecked, or from an integer.
    /// - Throws: a `DecodingError` when the value is neither.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try Identifier<PhoneNumber>(from: decoder).rawValue)
    }

    /// Writes the digits as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
