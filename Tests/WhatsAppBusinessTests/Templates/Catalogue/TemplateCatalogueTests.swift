import ProviderTestSupport
import Testing
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("A catalogue of templates")
struct TemplateCatalogueTests {
    private static func filled() -> TemplateCatalogue {
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(
            with: [
                makeTemplate("order", "pt_PT", id: "3", body: "A sua encomenda chega."),
                makeTemplate("order", "en", id: "1"),
                makeTemplate("offer", "en", id: "2", status: .paused, category: .marketing, body: "Ten percent off"),
            ], startedAt: moment(0))
        return catalogue
    }

    // MARK: Synchronising

    @Test("tells what a synchronisation added, changed and removed")
    func changes() {
        var catalogue = TemplateCatalogue()
        #expect(catalogue.synchronizedAt == nil && catalogue.isEmpty && !catalogue.isComplete)
        let first = catalogue.synchronize(
            with: [makeTemplate("b", id: "1"), makeTemplate("a", id: "2")], startedAt: moment(0))
        #expect(first.added.map(\.name) == ["a", "b"] && first.changed.isEmpty && first.removed.isEmpty)
        #expect(first.at == moment(0) && catalogue.synchronizedAt == moment(0) && catalogue.isComplete)
        let second = catalogue.synchronize(
            with: [makeTemplate("b", id: "1", status: .rejected), makeTemplate("c", id: "3")], startedAt: moment(60))
        #expect(second.added.map(\.name) == ["c"] && second.removed.map(\.name) == ["a"])
        #expect(second.changed.map(\.after.status) == [.rejected])
        #expect(second.changed.map(\.before.status) == [.approved] && second.changed.first?.aspects == [.status])
        #expect("\(second)" == "1 added, 1 changed, 1 removed")
        let third = catalogue.synchronize(with: catalogue.templates, startedAt: moment(120))
        #expect(third.isEmpty && catalogue.synchronizedAt == moment(120))
    }

    @Test("says what is new of a template")
    func aspects() {
        let before = makeTemplate("a", id: "1")
        func aspects(_ change: (inout Template) -> Void) -> Set<TemplateChanges.Aspect> {
            var after = before
            change(&after)
            return TemplateChanges.Change(before: before, after: after).aspects
        }
        #expect(aspects { _ in } == [])
        #expect(aspects { $0.status = TemplateStatus(rawValue: "approved") } == [.other])
        #expect(aspects { $0.rejectionReason = .scam } == [.status])
        #expect(aspects { $0.quality = .red } == [.quality])
        #expect(aspects { $0.definition.category = .marketing } == [.category])
        #expect(aspects { $0.correctCategory = .marketing } == [.category])
        #expect(aspects { $0.definition.components = [] } == [.content])
        #expect(aspects { $0.definition.timeToLive = 60 } == [.content])
        #expect(aspects { $0.id = "2" } == [.identity])
        #expect(aspects { $0.updated = moment(0) } == [.other])
        #expect(
            aspects {
                $0.status = .paused
                $0.quality = .red
            } == [.status, .quality])
    }

    @Test("finds by name and language, by either id, and all languages of a name")
    func lookups() {
        var catalogue = Self.filled()
        #expect(catalogue["order", "pt_PT"]?.template.id == "3")
        #expect(catalogue["order", "pt-pt"]?.template.id == "3")
        #expect(catalogue["order", "pt"] == nil && catalogue["Order", "en"] == nil)
        #expect(catalogue["2" as TemplateID]?.template.name == "offer" && catalogue["9" as TemplateID] == nil)
        #expect(catalogue.languages(of: "order").map(\.template.language) == ["en", "pt_PT"])
        #expect(catalogue.languages(of: "orde").isEmpty && catalogue.languages(of: "z").isEmpty)
        var own = makeTemplate("own", id: "WT1")
        own.externalID = "77"
        catalogue.synchronize(with: [own], startedAt: moment(1))
        #expect(catalogue["WT1" as TemplateID] == catalogue["77" as TemplateID])
        #expect(catalogue["WT1" as TemplateID]?.template.name == "own" && catalogue["1" as TemplateID] == nil)
    }

    @Test("keeps templates that the list has and that could not be read")
    func unreadable() throws {
        var catalogue = Self.filled()
        let problems = [
            PageProblem(index: 0, violations: [], json: ["id": 2, "name": nil]),
            PageProblem(index: 1, violations: [], json: "x"),
        ]
        let changes = catalogue.synchronize(with: [], problems: problems, startedAt: moment(60))
        #expect(changes.removed.map(\.id) == ["1", "3"] && changes.problems.count == 2)
        #expect(catalogue.templates.map(\.id) == ["2"])
        #expect(try #require(catalogue["offer", "en"]).isOutdated && !catalogue.isComplete)
        #expect(catalogue["offer", "en"]?.asOf == moment(0))
        #expect("\(changes)" == "0 added, 0 changed, 2 removed, 2 unreadable")
    }

    @Test("holds one template of a name and language: the one that can be sent")
    func doubles() {
        var catalogue = TemplateCatalogue()
        let good = makeTemplate("a", id: "1")
        let bad = makeTemplate("a", id: "2", status: .disabled)
        for list in [[good, bad], [bad, good]] {
            catalogue.synchronize(with: list, startedAt: moment(0))
            #expect(catalogue.templates == [good])
        }
    }

    @Test("does not lose what came after the list was asked for")
    func newerThanList() throws {
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(with: [makeTemplate("order", id: "1", status: .pending)], startedAt: moment(0))
        catalogue.apply(try statusEvent("APPROVED", at: 12))
        catalogue.record(makeTemplate("new").definition, TemplateReceipt(id: "5", status: .pending), at: moment(12))
        // The list is from before.
        let changes = catalogue.synchronize(
            with: [makeTemplate("order", id: "1", status: .pending)], startedAt: moment(11))
        #expect(changes.isEmpty)
        #expect(catalogue["order", "en"]?.template.status == .approved && catalogue["new", "en"] != nil)
        #expect(catalogue["order", "en"]?.asOf == moment(11) && catalogue["order", "en"]?.statusAsOf == moment(12))
        // The next one is from after.
        let next = catalogue.synchronize(
            with: [makeTemplate("order", id: "1", status: .rejected)], startedAt: moment(13))
        #expect(catalogue["order", "en"]?.template.status == .rejected)
        #expect(next.removed.map(\.name) == ["new"])
    }

    @Test("does not bring back what was deleted after the list was asked for")
    func deletedMeanwhile() throws {
        var catalogue = Self.filled()
        #expect(catalogue.remove("order", at: moment(20)).map(\.id) == ["1", "3"])
        #expect(catalogue.remove("order", at: moment(20)).isEmpty)
        let list = [makeTemplate("order", "en", id: "1"), makeTemplate("offer", id: "2", status: .paused)]
        catalogue.synchronize(with: list, startedAt: moment(19))
        #expect(catalogue["order", "en"] == nil && catalogue.count == 1)
        // One that was created again has another id.
        catalogue.synchronize(with: [makeTemplate("order", "en", id: "8")], startedAt: moment(19.5))
        #expect(catalogue["order", "en"]?.template.id == "8")
        catalogue.remove("order", id: "7", at: moment(30))
        #expect(catalogue["order", "en"] != nil)
        catalogue.remove("order", id: "8", at: moment(30))
        catalogue.synchronize(with: [makeTemplate("order", "en", id: "8")], startedAt: moment(31))
        #expect(catalogue["order", "en"] != nil)
    }

    @Test("takes over one template that was asked for alone")
    func update() {
        var catalogue = Self.filled()
        let changed = makeTemplate("order", id: "1", quality: .green)
        #expect(
            catalogue.update(changed, asOf: moment(5))
                == .changed(.init(before: makeTemplate("order", id: "1"), after: changed)))
        #expect(catalogue.update(changed, asOf: moment(6)) == nil)
        // An older answer that came late.
        #expect(catalogue.update(makeTemplate("order", id: "1"), asOf: moment(4)) == nil)
        #expect(catalogue["order", "en"]?.template == changed)
        let added = makeTemplate("added", id: "4")
        #expect(catalogue.update(added, asOf: moment(5)) == .added(added) && catalogue.count == 4)
        #expect(catalogue["4" as TemplateID]?.template == added)
        // The same template under another name.
        catalogue.update(makeTemplate("renamed", id: "4"), asOf: moment(6))
        #expect(catalogue["added", "en"] == nil && catalogue["4" as TemplateID]?.template.name == "renamed")
    }

    @Test("takes over what was submitted, edited and deleted here")
    func ownChanges() throws {
        var catalogue = Self.filled()
        let definition = makeTemplate("mine", category: .utility).definition
        catalogue.record(definition, TemplateReceipt(id: "6", status: .pending, category: .marketing), at: moment(1))
        let entry = try #require(catalogue["mine", "en"])
        #expect(entry.isOutdated && entry.template.category == .marketing && entry.template.reviewState == .submitted)
        #expect(catalogue.outdatedIDs == ["6"])
        // Read back, it has more than was submitted: that is no edit.
        var read = entry.template
        read.status = .approved
        read.definition.components.append(.footer("Thanks"))
        catalogue.update(read, asOf: moment(2))
        #expect(catalogue.isComplete && catalogue["mine", "en"]?.contentChanges == [])
        catalogue.record(
            TemplateEdit(components: [.body("Other words.")]), of: "6", TemplateReceipt(id: "6"), at: moment(3))
        #expect(catalogue["mine", "en"]?.template.definition.body?.text == "Other words.")
        #expect(catalogue["mine", "en"]?.contentChanges == [moment(3)])
        #expect(catalogue.search("other words").map(\.name) == ["mine"])
    }

    // MARK: Searching

    @Test("is searched by words in name and texts, whatever their case")
    func search() {
        let catalogue = Self.filled()
        #expect(catalogue.search("PARCEL").map(\.id) == ["1"])
        #expect(catalogue.search("  arrives order ").map(\.id) == ["1"])
        #expect(catalogue.search("chega arrives").isEmpty)
        #expect(catalogue.search("").count == 3)
        #expect(catalogue.search("o", in: TemplateQuery(category: [.marketing])).map(\.id) == ["2"])
        #expect(catalogue.counts == [.approved: 2, .paused: 1])
    }

    @Test("is filtered as a query says", arguments: 0..<40)
    func filters(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let texts = ["Süß und gut", "Your ORDER", "", "order\nkitchen", "ß", "İstanbul", "𝒳 marks"]
        let all = (0..<60).map { index in
            makeTemplate(
                ["order_\(index)", "offer_\(index)"][index % 2], ["en", "en_US", "pt_BR"][index % 3],
                id: TemplateID("\(index)"),
                status: [.approved, TemplateStatus(rawValue: "approved"), .rejected].randomElement(using: &random)!,
                category: [.utility, .marketing].randomElement(using: &random)!,
                body: texts.randomElement(using: &random)!,
                quality: [nil, .green, .red].randomElement(using: &random)!)
        }
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(with: all.shuffled(using: &random), startedAt: moment(0))
        let parts = ["", "ORDER", "ord", "s", "ß", "süß", "n\nk", "i̇", "zzz", "𝒳"]
        let query = TemplateQuery(
            status: [[], [.approved], [.rejected, .paused]].randomElement(using: &random)!,
            category: [[], [TemplateCategory(rawValue: "utility")]].randomElement(using: &random)!,
            language: [[], ["EN"], ["pt_BR", "en"]].randomElement(using: &random)!,
            quality: [[], [.unknown], [.green]].randomElement(using: &random)!,
            name: [nil, "der_1", "OFFER"].randomElement(using: &random)!,
            content: Bool.random(using: &random) ? parts.randomElement(using: &random) : nil,
            nameOrContent: Bool.random(using: &random) ? parts.randomElement(using: &random) : nil)
        #expect(catalogue.templates(matching: query) == catalogue.templates.filter(query.matches))
    }

    // MARK: Any lists

    @Test("holds what the list holds, and the changes are the difference", arguments: 0..<60)
    func anyLists(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func list() -> [Template] {
            (0..<12).compactMap { index -> Template? in
                guard Int.random(in: 0..<3, using: &random) > 0 else { return nil }
                return makeTemplate(
                    "t\(index / 2)", index % 2 == 0 ? "en" : "fr", id: TemplateID("\(index)"),
                    status: [.approved, .pending].randomElement(using: &random)!,
                    quality: [nil, .green].randomElement(using: &random)!)
            }.shuffled(using: &random)
        }
        var catalogue = TemplateCatalogue()
        var before: [Template] = []
        for round in 0..<4 {
            let after = list()
            let changes = catalogue.synchronize(with: after, startedAt: moment(Double(round) * 10))
            #expect(Set(catalogue.templates) == Set(after) && catalogue.count == after.count)
            #expect(catalogue.entries.map(\.key) == catalogue.entries.map(\.key).sorted())
            #expect(Set(changes.added.map(\.id)) == Set(after.map(\.id)).subtracting(before.map(\.id)))
            #expect(Set(changes.removed.map(\.id)) == Set(before.map(\.id)).subtracting(after.map(\.id)))
            #expect(changes.changed.allSatisfy { $0.before != $0.after && !$0.aspects.isEmpty })
            // The changes lead from one list to the other.
            var replayed = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
            for template in changes.removed { replayed[template.id] = nil }
            for template in changes.added { replayed[template.id] = template }
            for change in changes.changed {
                #expect(replayed[change.before.id] == change.before)
                replayed[change.after.id] = change.after
            }
            #expect(Set(replayed.values) == Set(after))
            for template in after {
                #expect(catalogue[TemplateKey(template)]?.template == template)
                #expect(template.id.flatMap { catalogue[$0] }?.template == template)
            }
            before = after
        }
    }

    // MARK: Storing

    @Test("is stored and restored, whatever happened to it", arguments: 0..<20)
    func storing(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var catalogue = Self.filled()
        for _ in 0..<12 {
            let second = Int.random(in: 0..<50, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: catalogue.apply(try statusEvent("PAUSED", at: second))
            case 1: catalogue.apply(try statusEvent("REJECTED", id: 3, reason: "SCAM", at: second))
            case 2: catalogue.apply(try statusEvent("APPROVED", id: 99, name: "other", at: second))
            case 3: catalogue.remove("offer", at: moment(Double(second) + 0.1234567))
            case 4:
                catalogue.apply(
                    try makeTemplateEvent(
                        "message_template_quality_update", #""new_quality_score":"RED""#, at: second))
            case 5:
                catalogue.apply(
                    try makeTemplateEvent(
                        "message_template_components_update", #""message_template_element":"N\#(second)""#,
                        at: second))
            default:
                catalogue.record(
                    makeTemplate("mine").definition, TemplateReceipt(id: "8"),
                    at: Date(timeIntervalSinceReferenceDate: 811_692_800.123456789))
            }
        }
        let restored = try TemplateCatalogue(parsing: catalogue.serialized())
        #expect(restored == catalogue)
        let coded = try JSONDecoder().decode(TemplateCatalogue.self, from: JSONEncoder().encode(catalogue))
        #expect(coded == catalogue)
    }

    @Test(
        "takes nothing else for a stored one",
        arguments: [
            "", "[]", "{}", "{", #"{"version":2,"templates":[]}"#, #"{"version":1}"#,
            #"{"version":1,"templates":[{}]}"#, #"{"version":1,"templates":[{"as_of":1,"template":{"name":"a"}}]}"#,
            #"{"version":1,"templates":[7]}"#,
        ])
    func badStore(text: String) {
        #expect(throws: ValidationError.self) { try TemplateCatalogue(parsing: Array(text.utf8)) }
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(TemplateCatalogue.self, from: Data(text.utf8))
        }
    }

    @Test("shows nothing of its content in descriptions")
    func descriptions() throws {
        let catalogue = Self.filled()
        let text = "\(catalogue) \(try #require(catalogue["order", "en"]))"
        #expect(text == "catalogue of 3 templates order (en): APPROVED")
    }
}
