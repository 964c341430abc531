/// Why a template stands as it does; an open set.
///
/// Source: Cloud API reference §4.8, webhooks reference §2.4 (November 2025).
public struct TemplateRejectionReason: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
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

    /// There is no reason.
    public static let none = Self(rawValue: "NONE")
    /// It is abusive.
    public static let abusiveContent = Self(rawValue: "ABUSIVE_CONTENT")
    /// Its category is not available. Of older deliveries.
    public static let categoryNotAvailable = Self(rawValue: "CATEGORY_NOT_AVAILABLE")
    /// It is of another category.
    public static let incorrectCategory = Self(rawValue: "INCORRECT_CATEGORY")
    /// It is spelled in a way that is not accepted.
    public static let invalidFormat = Self(rawValue: "INVALID_FORMAT")
    /// It advertises.
    public static let promotional = Self(rawValue: "PROMOTIONAL")
    /// It deceives.
    public static let scam = Self(rawValue: "SCAM")
    /// Its language or category does not fit its content.
    public static let tagContentMismatch = Self(rawValue: "TAG_CONTENT_MISMATCH")
}
