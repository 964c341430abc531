import Foundation
import Testing
import WhatsAppBusiness

@Suite("Filling a template of a catalogue")
struct CatalogueFillingTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)

    private static func catalogue() -> TemplateCatalogue {
        func template(_ language: LanguageCode, _ status: TemplateStatus) -> Template {
            Template(
                id: .init("\(language.rawValue)"),
                definition: TemplateDefinition(
                    name: "hello", language: language, category: .utility, components: [.body("Hi {{1}}.")]),
                status: status)
        }
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(
            with: [template("pt_BR", .paused), template("pt_PT", .approved), template("en", .approved)],
            startedAt: start)
        return catalogue
    }

    @Test("takes the language that was asked for, or the one that stands in")
    func languages() throws {
        let catalogue = Self.catalogue()
        let later = Self.start.addingTimeInterval(3600)
        #expect(try catalogue.filling("hello", language: "en", ["1": "Ana"], at: later).language == "en")
        let message = try catalogue.filling(
            "hello", language: "pt_BR", ["1": "Ana"], fallback: .sameLanguage, at: later)
        #expect(message.language == "pt_PT")
        #expect(
            try catalogue.filling("hello", language: "pt_BR", ["1": "Ana"], at: later, ignoringStatus: true).language
                == "pt_BR")
    }

    @Test("is refused where it is unknown or cannot be sent, with the age of what is known")
    func refused() {
        let catalogue = Self.catalogue()
        let later = Self.start.addingTimeInterval(3600)
        let paused = #expect(throws: TemplateFillingError.self) {
            try catalogue.filling("hello", language: "pt_BR", at: later)
        }
        #expect(paused?.refusal == .init(state: .unusable(.paused), ageOfCopy: 3600))
        #expect(paused?.missing == ["body.{{1}}"])
        for (name, language) in [("hello", "de"), ("nothing", "en")] as [(String, LanguageCode)] {
            let error = #expect(throws: TemplateFillingError.self) {
                try catalogue.filling(name, language: language, at: later, ignoringStatus: true)
            }
            #expect(error?.refusal == .init(state: nil, ageOfCopy: 3600))
        }
        let none = #expect(throws: TemplateFillingError.self) {
            try catalogue.filling(
                "hello", language: "pt_BR", ["1": "x"], fallback: .init(acceptsBareLanguage: true), at: later)
        }
        #expect(none?.refusal?.state == .unusable(.paused))
    }
}
