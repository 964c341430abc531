/// Which template was chosen for a name and a language, and why.
public struct TemplateSelection: Hashable, Sendable {
    /// Why a template was chosen, or none; an open set.
    public struct Reason: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It is in the language that was asked for.
        public static let exact = Self(rawValue: "exact")
        /// It is in that language, without a region.
        public static let bareLanguage = Self(rawValue: "bareLanguage")
        /// It is in that language, for another region.
        public static let otherRegion = Self(rawValue: "otherRegion")
        /// It is in a language of the rule's list.
        public static let listedLanguage = Self(rawValue: "listedLanguage")
        /// It is in any language, which the rule accepts.
        public static let anyLanguage = Self(rawValue: "anyLanguage")
        /// None was chosen: there is no template of this name.
        public static let unknownName = Self(rawValue: "unknownName")
        /// None was chosen: no language that the rule accepts is there.
        public static let noLanguage = Self(rawValue: "noLanguage")
        /// None was chosen: languages that the rule accepts are there, but none can be sent.
        public static let notSendable = Self(rawValue: "notSendable")

        fileprivate var words: String {
            switch self {
            case .exact: return "the language that was asked for"
            case .bareLanguage: return "the language without its region"
            case .otherRegion: return "another region of the language"
            case .listedLanguage: return "a language that may stand in"
            case .anyLanguage: return "any language may stand in"
            case .unknownName: return "there is no template of this name"
            case .noLanguage: return "no language that may stand in is there"
            case .notSendable: return "none that may stand in can be sent"
            default: return rawValue
            }
        }
    }

    /// A template that would have come before the one that was chosen.
    public struct PassedOver: Hashable, Sendable {
        /// Its language.
        public var language: LanguageCode
        /// Where it stands with the review: it cannot be sent.
        public var reviewState: TemplateReviewState

        /// Creates the value.
        public init(language: LanguageCode, reviewState: TemplateReviewState) {
            self.language = language
            self.reviewState = reviewState
        }
    }

    /// The name that was asked for.
    public var name: String
    /// The language that was asked for.
    public var language: LanguageCode
    /// The template; `nil` where none may be used.
    public var entry: TemplateCatalogue.Entry?
    /// Why it was chosen, or none.
    public var reason: Reason
    /// Templates that come before it and cannot be sent.
    public var passedOver: [PassedOver]
    /// The languages that the name has.
    public var available: [LanguageCode]

    /// The template; `nil` where none may be used.
    public var template: Template? { entry?.template }

    /// Whether another language stands in for the one that was asked for.
    public var isSubstitute: Bool { entry != nil && reason != .exact }
}

extension TemplateSelection: CustomStringConvertible {
    /// The choice and the reason in a line.
    public var description: String {
        var text = name
        if let chosen = entry?.template.language {
            text += " in \(chosen.rawValue)"
            if isSubstitute { text += " for \(language.rawValue)" }
        } else {
            text += " in \(language.rawValue)"
        }
        text += ": \(reason.words)"
        if !passedOver.isEmpty {
            text += "; not sendable: " + passedOver.map(\.language.rawValue).joined(separator: ", ")
        }
        return text
    }
}

extension TemplateCatalogue {
    /// Chooses the template for a name and a language.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - language: the language that is best.
    ///   - fallback: which other languages may stand in; none by default.
    /// - Returns: the choice, with the reason for it and with what was passed over.
    public func selection(
        _ name: String, language: LanguageCode, fallback: LanguageFallback = .none
    ) -> TemplateSelection {
        let all = languages(of: name)
        var selection = TemplateSelection(
            name: name, language: language, reason: all.isEmpty ? .unknownName : .noLanguage, passedOver: [],
            available: all.map(\.template.language))
        var seen: Set<String> = []
        func choose(_ candidates: some Sequence<Entry>, _ reason: TemplateSelection.Reason) -> Bool {
            for entry in candidates where seen.insert(entry.template.language.folded).inserted {
                if !fallback.requiresApproval || entry.isSendable {
                    selection.entry = entry
                    selection.reason = reason
                    return true
                }
                selection.reason = .notSendable
                selection.passedOver.append(
                    .init(language: entry.template.language, reviewState: entry.template.reviewState))
            }
            return false
        }
        func entries(in code: String) -> [Entry] { all.filter { $0.template.language.folded == code } }
        let bare = language.bare
        if choose(entries(in: language.folded), .exact) { return selection }
        if fallback.acceptsBareLanguage, choose(entries(in: bare), .bareLanguage) { return selection }
        if fallback.acceptsOtherRegions,
            choose(
                all.filter { $0.template.language.bare == bare && $0.template.language.folded != bare }, .otherRegion)
        {
            return selection
        }
        for listed in fallback.languages where choose(entries(in: listed.folded), .listedLanguage) {
            return selection
        }
        if fallback.acceptsAny, choose(all, .anyLanguage) { return selection }
        return selection
    }
}
