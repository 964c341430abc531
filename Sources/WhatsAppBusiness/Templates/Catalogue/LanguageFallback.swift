/// Which language may stand in for one that a template does not have, or not approved.
///
/// Nothing stands in unless the program says so. What counts is tried in this order: the language that was asked for, the
/// language without its region (`pt` for `pt_BR`), other regions of it by their code (`pt_PT`), each of ``languages``, and
/// any other.
///
/// ```swift
/// let choice = catalogue.selection("order_update", language: "pt_BR", fallback: .sameLanguage(then: ["en"]))
/// choice.entry        // that of pt_PT
/// choice.reason       // .otherRegion
/// choice.description  // "order_update in pt_PT for pt_BR: another region of the language"
/// ```
///
/// Regions can differ in script, as those of `zh` do: leave ``acceptsOtherRegions`` off where that matters.
public struct LanguageFallback: Hashable, Sendable, Codable {
    /// Whether the language without its region may stand in.
    public var acceptsBareLanguage: Bool
    /// Whether other regions of the language may stand in.
    public var acceptsOtherRegions: Bool
    /// Languages that may stand in, the best one first.
    public var languages: [LanguageCode]
    /// Whether any language may stand in when all else fails.
    public var acceptsAny: Bool
    /// Whether a language counts only where its template can be sent.
    public var requiresApproval: Bool

    /// Creates a rule.
    public init(
        acceptsBareLanguage: Bool = false, acceptsOtherRegions: Bool = false, languages: [LanguageCode] = [],
        acceptsAny: Bool = false, requiresApproval: Bool = true
    ) {
        self.acceptsBareLanguage = acceptsBareLanguage
        self.acceptsOtherRegions = acceptsOtherRegions
        self.languages = languages
        self.acceptsAny = acceptsAny
        self.requiresApproval = requiresApproval
    }

    /// No other language stands in. The template counts whether or not it can be sent: sending it tells.
    public static let none = Self(requiresApproval: false)

    /// The language without its region and its other regions may stand in.
    public static let sameLanguage = Self(acceptsBareLanguage: true, acceptsOtherRegions: true)

    /// The language in other regions may stand in, and then other languages.
    public static func sameLanguage(then languages: [LanguageCode]) -> Self {
        Self(acceptsBareLanguage: true, acceptsOtherRegions: true, languages: languages)
    }
}
