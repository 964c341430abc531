#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TemplateCatalogue {
    /// A message of the template that a name and a language choose, with values in its slots.
    ///
    /// ```swift
    /// let message = try catalogue.filling(
    ///     "order_update", language: "pt_BR", ["first_name": "Ana"], fallback: .sameLanguage(then: ["en"]), at: now)
    /// ```
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - language: the language that is best.
    ///   - values: the values; see ``TemplateValues`` for their keys.
    ///   - fallback: which other languages may stand in; none by default.
    ///   - now: the present time, which gives the age of what the catalogue knows.
    ///   - ignoringStatus: whether a template is filled that is not approved as far as the catalogue knows.
    /// - Throws: ``TemplateFillingError``: with a ``TemplateFillingError/refusal`` where the catalogue has no such template
    ///   or where it is not approved, and with everything that is wrong with the values.
    public func filling(
        _ name: String, language: LanguageCode, _ values: TemplateValues = [:], fallback: LanguageFallback = .none,
        at now: Date, ignoringStatus: Bool = false
    ) throws(TemplateFillingError) -> TemplateMessage {
        var fallback = fallback
        if ignoringStatus { fallback.requiresApproval = false }
        let selection = selection(name, language: language, fallback: fallback)
        guard let entry = selection.entry else {
            throw TemplateFillingError(
                name: name, language: language,
                refusal: .init(
                    state: selection.passedOver.first?.reviewState,
                    ageOfCopy: synchronizedAt.map { max(0, now.timeIntervalSince($0)) }))
        }
        return try entry.template.filling(
            values, synchronized: entry.statusAsOf, at: max(now, entry.statusAsOf), ignoringStatus: ignoringStatus)
    }
}
