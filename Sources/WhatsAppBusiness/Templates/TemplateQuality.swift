/// How customers like a template; an open set.
///
/// Source: Cloud API reference §4.8, webhooks reference §2.4 (November 2025).
public struct TemplateQuality: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The word as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the word from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }

    /// Well.
    public static let green = Self(rawValue: "GREEN")
    /// Not so well.
    public static let yellow = Self(rawValue: "YELLOW")
    /// Badly: it may be paused.
    public static let red = Self(rawValue: "RED")
    /// It is still to be seen.
    public static let unknown = Self(rawValue: "UNKNOWN")
}
