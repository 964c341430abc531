/// Which template of an account: a name and a language, as messages name it.
///
/// Languages are compared without regard to case and to the sign between language and region: `en_US`, `en-US` and
/// `EN_us` are one. Source: Cloud API reference §4.2, webhooks reference §2.4 (some pages print `en-US`).
public struct TemplateKey: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The language as it was spelled.
    public let language: LanguageCode
    private let folded: String

    /// Creates a key.
    public init(_ name: String, _ language: LanguageCode) {
        self.name = name
        self.language = language
        folded = language.folded
    }

    /// The key of a template.
    public init(_ template: Template) {
        self.init(template.name, template.language)
    }

    /// Whether both mean one template.
    public static func == (left: Self, right: Self) -> Bool {
        left.folded == right.folded && left.name == right.name
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(folded)
    }
}

extension TemplateKey: Comparable {
    /// Whether a key comes before another: by name, then by language.
    public static func < (left: Self, right: Self) -> Bool {
        left.name == right.name ? left.folded < right.folded : left.name < right.name
    }
}

extension TemplateKey: CustomStringConvertible {
    /// The name and the language.
    public var description: String { "\(name) (\(language.rawValue))" }
}

extension LanguageCode {
    /// The code in small letters with `_` before the region, for comparing.
    package var folded: String { rawValue.lowercased().replacing("-", with: "_") }

    /// The language without its region, in small letters.
    var bare: String { String(folded.prefix { $0 != "_" }) }
}
