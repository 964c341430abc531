/// The language of a template, as the platform spells it: `en`, `en_US`, `pt_BR`, …
///
/// Source: Cloud API reference §4.6.
public struct LanguageCode: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The code.
    public let rawValue: String

    /// Wraps a code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps a code that is written in the program.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}
