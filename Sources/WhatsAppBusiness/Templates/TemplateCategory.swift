/// The category of a template, in capital letters; an open set.
///
/// Source: Cloud API reference §4.2 (December 2025).
public struct TemplateCategory: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
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

    /// Offers, news, and whatever is neither of the others.
    public static let marketing = Self(rawValue: "MARKETING")
    /// About an order, an account or a request of the customer.
    public static let utility = Self(rawValue: "UTILITY")
    /// One-time codes.
    public static let authentication = Self(rawValue: "AUTHENTICATION")
}
