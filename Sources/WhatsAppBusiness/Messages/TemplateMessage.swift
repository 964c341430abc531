/// A template as it is sent: its name, its language, and values for its placeholders.
///
/// Source: Cloud API reference §2.16, §2.17 ("Template messages").
public struct TemplateMessage: Hashable, Sendable {
    /// The template's name: lower-case letters, digits and underscores.
    public var name: String
    /// The language of the approved template.
    public var language: LanguageCode
    /// Values for placeholders, media and buttons; empty for a template without any.
    public var components: [TemplateComponent]

    /// The most characters of ``name``: 512 (Cloud API reference §4.2).
    public static let maximumNameLength = 512

    /// Creates a template message.
    public init(name: String, language: LanguageCode, components: [TemplateComponent] = []) {
        self.name = name
        self.language = language
        self.components = components
    }
}

extension TemplateMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, language, components
    }

    private struct Language: Codable {
        var code: LanguageCode
    }

    /// Reads the platform's `template` object.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        language = try container.decode(Language.self, forKey: .language).code
        components = try container.decodeIfPresent([TemplateComponent].self, forKey: .components) ?? []
    }

    /// Writes the platform's `template` object; `components` is left out when there are none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(Language(code: language), forKey: .language)
        if !components.isEmpty { try container.encode(components, forKey: .components) }
    }
}

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
