/// An identifier that the platform hands out: a string inside, its kind in the type.
///
/// A ``MessageID`` cannot be passed where a ``MediaID`` is expected. The text is opaque: it is kept exactly as it came,
/// and is never parsed or counted with. Ids arrive as JSON strings and, in places, as JSON numbers beyond 2^53; both
/// decode to the same text (webhooks reference, decoding rule 4).
///
/// A message id (`wamid.…`) contains the customer's number in an encoded form. Treat it as personal data in logs.
public struct Identifier<Kind>: RawRepresentable, Hashable, Sendable {
    /// The identifier exactly as the platform spells it.
    public let rawValue: String

    /// Wraps an identifier.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps an identifier.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Wraps an identifier that is written in the program.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

extension Identifier: CustomStringConvertible {
    /// The identifier as the platform spells it.
    public var description: String { rawValue }
}

extension Identifier: CodingKeyRepresentable {
    /// The identifier as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the identifier from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }
}

extension Identifier: Codable {
    /// Reads the identifier from a string or from an integer.
    /// - Throws: a `DecodingError` when the value is neither.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.init(rawValue: text)
        } else if let number = try? container.decode(UInt64.self) {
            self.init(rawValue: String(number))
        } else {
            self.init(rawValue: String(try container.decode(Int64.self)))
        }
    }

    /// Writes the identifier as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// A coding key made from any text.
package struct AnyCodingKey: CodingKey, Hashable {
    package let stringValue: String
    package var intValue: Int? { nil }

    package init(_ stringValue: String) {
        self.stringValue = stringValue
    }

    package init?(stringValue: String) {
        self.init(stringValue)
    }

    package init?(intValue: Int) {
        return nil
    }
}
