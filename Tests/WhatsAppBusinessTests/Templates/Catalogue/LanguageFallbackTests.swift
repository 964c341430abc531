import Testing
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The language of a template")
struct LanguageFallbackTests {
    private static func catalogue(_ languages: [String: TemplateStatus]) -> TemplateCatalogue {
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(
            with: languages.map { makeTemplate("order", LanguageCode(rawValue: $0.key), id: nil, status: $0.value) },
            startedAt: moment(0))
        return catalogue
    }

    private static let whole = catalogue(["pt_PT": .approved, "en": .approved, "de": .approved])

    @Test(
        "is chosen as the rule says",
        arguments: [
            ("en", .none, "en", .exact), ("EN", .none, "en", .exact), ("pt-PT", .none, "pt_PT", .exact),
            ("pt_BR", .none, nil, .noLanguage), ("pt_BR", .sameLanguage, "pt_PT", .otherRegion),
            ("en_GB", .sameLanguage, "en", .bareLanguage), ("pt", .sameLanguage, "pt_PT", .otherRegion),
            ("fr", .sameLanguage, nil, .noLanguage), ("fr", .sameLanguage(then: ["it", "en"]), "en", .listedLanguage),
            ("pt_BR", .sameLanguage(then: ["en"]), "pt_PT", .otherRegion),
            ("pt_BR", LanguageFallback(languages: ["en"]), "en", .listedLanguage),
            ("pt_BR", LanguageFallback(acceptsBareLanguage: true), nil, .noLanguage),
            ("fr", LanguageFallback(acceptsAny: true), "de", .anyLanguage), ("", .sameLanguage, nil, .noLanguage),
        ] as [(String, LanguageFallback, String?, TemplateSelection.Reason)])
    func choice(
        asked: String, fallback: LanguageFallback, chosen: String?, reason: TemplateSelection.Reason
    ) {
        let selection = Self.whole.selection("order", language: LanguageCode(rawValue: asked), fallback: fallback)
        #expect(selection.template?.language.rawValue == chosen && selection.reason == reason)
        #expect(selection.available == ["de", "en", "pt_PT"])
        #expect(selection.isSubstitute == (chosen != nil && reason != .exact))
    }

    @Test("is passed over where the template cannot be sent")
    func passedOver() {
        let catalogue = Self.catalogue(["pt_BR": .paused, "pt": .rejected, "pt_PT": .approved, "en": .approved])
        let selection = catalogue.selection("order", language: "pt_BR", fallback: .sameLanguage)
        #expect(selection.template?.language == "pt_PT" && selection.reason == .otherRegion)
        #expect(
            selection.passedOver == [
                .init(language: "pt_BR", reviewState: .unusable(.paused)),
                .init(language: "pt", reviewState: .rejected(nil)),
            ])
        #expect(
            "\(selection)"
                == "order in pt_PT for pt_BR: another region of the language; not sendable: pt_BR, pt")
        let none = catalogue.selection("order", language: "pt_BR", fallback: .init(acceptsBareLanguage: true))
        #expect(none.template == nil && none.reason == .notSendable && none.passedOver.count == 2)
        let unchecked = catalogue.selection("order", language: "pt_BR")
        #expect(unchecked.template?.status == .paused && unchecked.reason == .exact)
    }

    @Test("is not chosen for a name that is not there")
    func unknownName() {
        let selection = Self.whole.selection("nothing", language: "en", fallback: .init(acceptsAny: true))
        #expect(selection.entry == nil && selection.reason == .unknownName && selection.available.isEmpty)
        #expect("\(selection)" == "nothing in en: there is no template of this name")
    }

    @Test("needs no network of rules: a rule is a value that can be stored")
    func coding() throws {
        let rule = LanguageFallback.sameLanguage(then: ["en", "es"])
        #expect(try JSONDecoder().decode(LanguageFallback.self, from: JSONEncoder().encode(rule)) == rule)
    }
}
