import ProviderTestSupport
import Testing
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Webhooks reference §2.4.
@Suite("A catalogue keeps itself current from webhooks")
struct TemplateCatalogueEventTests {
    private static func filled(_ template: Template = makeTemplate("order", id: "1", status: .pending))
        -> TemplateCatalogue
    {
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(with: [template], startedAt: moment(0.5))
        return catalogue
    }

    private func template(of catalogue: TemplateCatalogue) throws -> Template {
        try #require(catalogue["order", "en"]).template
    }

    @Test("about the status, with the reason")
    func status() throws {
        var catalogue = Self.filled()
        let event = try makeTemplateEvent(
            "message_template_status_update",
            #""event":"REJECTED","reason":"INVALID_FORMAT","message_template_category":"MARKETING","rejection_info":{"reason":"Side by side","recommendation":"Put words between them"}"#
        )
        guard case .changed(let change) = catalogue.apply(event) else {
            Issue.record("nothing changed")
            return
        }
        #expect(change.aspects == [.status, .category])
        let template = try template(of: catalogue)
        #expect(template.reviewState == .rejected(.invalidFormat) && template.category == .marketing)
        #expect(template.previousCategory == .utility)
        #expect(template.rejectionDetails == "Side by side" && template.recommendation == "Put words between them")
        let entry = try #require(catalogue["order", "en"])
        #expect(entry.statusAsOf == moment(10) && entry.asOf == moment(0.5) && entry.age(at: moment(70)) == 60)
        #expect(entry.age(at: moment(5)) == 0 && !entry.isSendable && !entry.isOutdated)
        #expect(
            entry.history == [
                .init(.status(.rejected, .invalidFormat), at: moment(10)), .init(.category(.marketing), at: moment(10)),
            ])
        catalogue.apply(try statusEvent("APPROVED", at: 20))
        let approved = try self.template(of: catalogue)
        #expect(approved.reviewState == .approved && approved.rejectionDetails == nil)
        #expect(approved.recommendation == nil && catalogue["order", "en"]?.isSendable == true)
    }

    @Test(
        "about every status there is, known or not",
        arguments: [
            "APPROVED", "ARCHIVED", "UNARCHIVED", "DISABLED", "FLAGGED", "IN_APPEAL", "LIMIT_EXCEEDED", "LOCKED",
            "PAUSED",
            "PENDING_DELETION", "REINSTATED", "REJECTED", "NEW_ONE", "approved",
        ])
    func statuses(word: String) throws {
        var catalogue = Self.filled()
        catalogue.apply(try statusEvent(word))
        #expect(try template(of: catalogue).status.rawValue == word.uppercased())
    }

    @Test("about quality, category and the category to come")
    func others() throws {
        var catalogue = Self.filled()
        catalogue.apply(
            try makeTemplateEvent(
                "message_template_quality_update", #""previous_quality_score":"GREEN","new_quality_score":"YELLOW""#))
        #expect(try template(of: catalogue).quality == .yellow && template(of: catalogue).qualityDate == moment(10))
        catalogue.apply(
            try makeTemplateEvent(
                "template_category_update",
                #""new_category":"UTILITY","correct_category":"MARKETING","category_update_timestamp":1790086400"#,
                at: 11))
        #expect(try template(of: catalogue).category == .utility)
        #expect(try template(of: catalogue).correctCategory == .marketing)
        catalogue.apply(
            try makeTemplateEvent(
                "template_category_update", #""previous_category":"UTILITY","new_category":"MARKETING""#, at: 12))
        let template = try template(of: catalogue)
        #expect(template.category == .marketing && template.previousCategory == .utility)
        #expect(template.correctCategory == nil)
        let detected = try makeTemplateEvent(
            "template_correct_category_detection", #""category":"UTILITY","correct_category":"MARKETING""#)
        #expect(catalogue.apply(detected) == .irrelevant)
    }

    @Test("about the content, of which a part is told")
    func content() throws {
        var catalogue = Self.filled(
            Template(
                id: "1",
                definition: .init(
                    name: "order", language: "en", category: .utility,
                    components: [
                        .header("News"), .body("Hi {{1}}", samples: .positional(["Ann"])), .footer("Thanks"),
                        .buttons([.quickReply("Stop"), .url("Track", "https://example.com/{{1}}", sample: "a")]),
                    ]), status: .approved))
        let event = try makeTemplateEvent(
            "message_template_components_update",
            #""message_template_element":"Hello {{1}}","message_template_title":"Old news","message_template_footer":"Bye","message_template_buttons":[{"message_template_button_type":"QUICK_REPLY","message_template_button_text":"End"},{"message_template_button_type":"URL","message_template_button_text":"Follow","message_template_button_url":"https://example.org/{{1}}"}]"#
        )
        catalogue.apply(event)
        let definition = try template(of: catalogue).definition
        #expect(definition.texts == ["Old news", "Hello {{1}}", "Bye", "End", "Follow"])
        #expect(definition.body?.samples == .positional(["Ann"]))
        guard case .url(let link) = try #require(definition.buttons.last) else {
            Issue.record("no link")
            return
        }
        #expect(link.url == "https://example.org/{{1}}" && link.sample == "a")
        let entry = try #require(catalogue["order", "en"])
        #expect(entry.isOutdated && catalogue.outdatedIDs == ["1"] && entry.contentChanges == [moment(10)])
        #expect(catalogue.search("hello").count == 1 && catalogue.search("thanks").isEmpty)
        // Read as a whole, it is settled.
        catalogue.update(entry.template, asOf: moment(11))
        #expect(catalogue.isComplete && catalogue["order", "en"]?.contentChanges == [moment(10)])
    }

    @Test("about a deletion")
    func deletion() throws {
        var catalogue = Self.filled()
        let event = try statusEvent("DELETED")
        #expect(catalogue.apply(event) == .removed(makeTemplate("order", id: "1", status: .pending)))
        #expect(catalogue.isEmpty && catalogue.apply(event) == .unchanged)
        // What happened before comes after.
        #expect(catalogue.apply(try statusEvent("APPROVED", at: 9)) == .late && catalogue.isEmpty)
        #expect(catalogue.outdatedIDs.isEmpty)
        // It was created again.
        #expect(catalogue.apply(try statusEvent("PENDING", id: 2, at: 30)) == .unknownTemplate)
        #expect(catalogue.outdatedIDs == ["2"])
    }

    @Test("and a late deletion does not take the template that came after it")
    func lateDeletion() throws {
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(with: [makeTemplate("order", id: "2")], startedAt: moment(20))
        // The old one's, by its id and by its time.
        #expect(catalogue.apply(try statusEvent("DELETED", id: 1, at: 10)) == .unchanged)
        #expect(catalogue.apply(try statusEvent("DELETED", id: 2, at: 10)) == .late)
        #expect(catalogue.count == 1)
    }

    @Test(
        "and not from those that are older than what is known",
        arguments: [
            (0, true), (1, true), (9, true), (10, true), (-1, false), (-100, false),
        ])
    func late(second: Int, isTaken: Bool) throws {
        var catalogue = Self.filled()
        let result = catalogue.apply(try statusEvent("APPROVED", at: second))
        #expect((result != .late) == isTaken)
        #expect(try template(of: catalogue).status == (isTaken ? .approved : .pending))
    }

    @Test("and each part has its own time")
    func ownTimes() throws {
        var catalogue = Self.filled()
        catalogue.apply(try statusEvent("APPROVED", at: 20))
        let quality = try makeTemplateEvent("message_template_quality_update", #""new_quality_score":"RED""#, at: 10)
        guard case .changed = catalogue.apply(quality) else {
            Issue.record("an older webhook about something else was passed over")
            return
        }
        #expect(catalogue.apply(try statusEvent("REJECTED", at: 19)) == .late)
    }

    @Test("and from those without a time in the order in which they come")
    func timeless() throws {
        var catalogue = Self.filled()
        catalogue.apply(try statusEvent("APPROVED", at: nil))
        catalogue.apply(try statusEvent("PAUSED", at: nil))
        #expect(try template(of: catalogue).status == .paused)
        catalogue.apply(try statusEvent("APPROVED", at: nil), receivedAt: moment(-5))
        #expect(try template(of: catalogue).status == .paused)
    }

    @Test("by name and language where there is no id")
    func byName() throws {
        var catalogue = Self.filled(makeTemplate("order", "en_US", status: .pending))
        catalogue.apply(try statusEvent("APPROVED", id: 5, language: "en-US"))
        #expect(catalogue["order", "en_US"]?.template.status == .approved)
        var other = Self.filled()
        other.apply(try statusEvent("PAUSED", id: nil))
        #expect(other["order", "en"]?.template.status == .paused)
        // Another template has the name now.
        #expect(other.apply(try statusEvent("REJECTED", id: 2)) == .unknownTemplate)
        #expect(other["order", "en"]?.template.status == .paused)
    }

    @Test("and remembers strange templates, but not without end")
    func strangers() throws {
        var catalogue = Self.filled()
        for id in 2..<1200 { catalogue.apply(try statusEvent("APPROVED", id: id, name: "n\(id)")) }
        #expect(catalogue.outdatedIDs.count == 1000 && !catalogue.isComplete)
        catalogue.update(makeTemplate("n2", id: "2"), asOf: moment(11))
        #expect(catalogue.outdatedIDs.count == 999)
        catalogue.synchronize(with: [], startedAt: moment(20))
        #expect(catalogue.outdatedIDs.isEmpty && catalogue.isComplete)
    }

    @Test("and keeps a history that ends")
    func history() throws {
        var catalogue = Self.filled()
        for second in 1...100 {
            catalogue.apply(try statusEvent(second % 2 == 0 ? "APPROVED" : "PAUSED", at: second))
        }
        let history = try #require(catalogue["order", "en"]).history
        #expect(history.count == TemplateCatalogue.historyLength)
        #expect(history.last == .init(.status(.approved, TemplateRejectionReason.none), at: moment(100)))
    }

    @Test("in any order and any number of times", arguments: 0..<60)
    func anyOrder(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let statuses = ["APPROVED", "PAUSED", "REJECTED", "PENDING", "FLAGGED", "DISABLED"]
        var events: [TemplateEvent] = []
        for second in 1...8 {
            events.append(try statusEvent(statuses.randomElement(using: &random)!, at: second * 10))
            events.append(
                try makeTemplateEvent(
                    "message_template_quality_update",
                    #""new_quality_score":"\#(["RED", "GREEN", "YELLOW"].randomElement(using: &random)!)""#,
                    at: second * 10))
            events.append(
                try makeTemplateEvent(
                    "template_category_update",
                    #""new_category":"\#(["UTILITY", "MARKETING"].randomElement(using: &random)!)","previous_category":"UTILITY""#,
                    at: second * 10))
        }
        var ordered = Self.filled()
        for event in events { ordered.apply(event) }
        var shuffled = Self.filled()
        for event in (events + events).shuffled(using: &random) {
            shuffled.apply(event)
            let once = shuffled
            let again = shuffled.apply(event)
            #expect(again == .unchanged || again == .late)
            #expect(shuffled == once)
        }
        let (one, other) = (try template(of: ordered), try template(of: shuffled))
        #expect(one.status == other.status && one.rejectionReason == other.rejectionReason)
        #expect(one.quality == other.quality && one.category == other.category)
    }
}
