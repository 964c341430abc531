import Testing
import WhatsAppBusiness
import WhatsAppMessenger

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("A repository of templates", .timeLimit(.minutes(1)))
struct TemplateRepositoryTests {
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)

    private static func repository(
        _ provider: any WhatsAppProvider, catalogue: TemplateCatalogue = TemplateCatalogue(), maximum: Int = 1000,
        at instant: Date = start
    ) -> TemplateRepository {
        TemplateRepository(
            provider: provider, catalogue: catalogue, maximumTemplates: maximum, now: { instant })
    }

    private static func event(_ status: String, name: String = "a", id: Int = 1, at second: Int = 10) throws
        -> WebhookEvent
    {
        let body =
            #"{"object":"whatsapp_business_account","entry":[{"id":"9","time":\#(1_790_000_000 + second),"changes":[{"field":"message_template_status_update","value":{"event":"\#(status)","reason":"NONE","message_template_id":\#(id),"message_template_name":"\#(name)","message_template_language":"en"}}]}]}"#
        return try #require(try Delivery(decoding: Array(body.utf8)).events.first)
    }

    // MARK: Synchronising

    @Test("takes over all pages, and tells what cannot be read")
    func pages() async throws {
        let problem = PageProblem(index: 0, violations: [], json: nil)
        let provider = ScriptedTemplates([
            Page([makeTemplate("a")], next: PageCursor("1")), Page([], next: PageCursor("2"), problems: [problem]),
            Page([makeTemplate("b", id: "2")]),
        ])
        let repository = Self.repository(provider)
        let changes = try await repository.synchronize()
        #expect(changes.added.map(\.name) == ["a", "b"] && changes.problems.map(\.index) == [1])
        #expect(changes.at == Self.start)
        #expect(await repository.catalogue["2" as TemplateID]?.template.name == "b")
    }

    @Test("shares one synchronisation among all who ask meanwhile")
    func sharing() async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a")])], isOpen: false)
        let repository = Self.repository(provider)
        let results = try await withThrowingTaskGroup(of: TemplateChanges.self) { group in
            group.addTask { try await repository.synchronize() }
            await provider.arrival()
            for _ in 0..<50 { group.addTask { try await repository.synchronize() } }
            // Those who ask have reached the repository once one of theirs has.
            for _ in 0..<50 { await Task.yield() }
            await provider.open()
            var results: [TemplateChanges] = []
            for try await result in group { results.append(result) }
            return results
        }
        #expect(results.count == 51 && results.contains { $0.added.count == 1 })
        let listed = await provider.listed
        #expect(listed < 51)
        // The next one is a new one.
        #expect(try await repository.synchronize().isEmpty)
        #expect(await provider.listed == listed + 1)
    }

    @Test("gives the same result to both who wait")
    func sameResult() async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a")])], isOpen: false)
        let repository = Self.repository(provider)
        async let first = repository.synchronize()
        await provider.arrival()
        // While the list waits, a second caller joins: the repository answers it after the join only.
        async let second = repository.synchronize()
        while await repository.callerCount < 2 { await Task.yield() }
        await provider.open()
        let (one, other) = try await (first, second)
        #expect(one == other && one.added.count == 1)
        #expect(await provider.listed == 1)
    }

    @Test("keeps the copy as it was where a page fails", arguments: [0, 1, 2])
    func failure(page: Int) async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a")])])
        let repository = Self.repository(provider)
        try await repository.synchronize()
        let before = await repository.catalogue
        let pages = (0..<page).map { index in
            Page([makeTemplate("new\(index)", id: TemplateID("\(index + 10)"))], next: PageCursor("\(index + 1)"))
        }
        await provider.set(
            pages, failure: WhatsAppError(code: .rateLimited, outcome: .refused, message: "too many"))
        await #expect(throws: WhatsAppError.self) { try await repository.synchronize() }
        #expect(await repository.catalogue == before)
        await provider.set([Page([makeTemplate("b", id: "2")])])
        #expect(try await repository.synchronize().removed.map(\.name) == ["a"])
    }

    @Test("refuses a list that is too long as a whole", arguments: [(3, true), (4, false)])
    func bounds(count: Int, isTaken: Bool) async throws {
        let provider = ScriptedTemplates([
            Page((0..<count).map { makeTemplate("t\($0)", id: TemplateID("\($0)")) })
        ])
        let repository = Self.repository(provider, maximum: 3)
        let changes = try? await repository.synchronize()
        #expect((changes?.added.count == count) == isTaken)
        #expect(await repository.catalogue.count == (isTaken ? count : 0))
    }

    @Test("stops when nobody waits any more")
    func cancellation() async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a")])], isOpen: false)
        let repository = Self.repository(provider)
        let first = Task { try await repository.synchronize() }
        await provider.arrival()
        let second = Task { try await repository.synchronize() }
        while await repository.callerCount < 2 { await Task.yield() }
        first.cancel()
        await #expect(throws: WhatsAppError.self) { try await first.value }
        #expect(await repository.callerCount == 1)
        second.cancel()
        await #expect(throws: WhatsAppError.self) { try await second.value }
        #expect(await repository.callerCount == 0)
        await provider.open()
        // A list that was left is not taken over; the next one is its own.
        #expect(try await repository.synchronize().added.count == 1)
        #expect(await provider.listed == 2)
        #expect(await provider.wasCancelled)
    }

    @Test("does not begin for a task that is cancelled already")
    func cancelledBefore() async throws {
        let provider = ScriptedTemplates([Page([])])
        let repository = Self.repository(provider)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await repository.synchronize()
        }
        do {
            _ = try await task.value
            Issue.record("it synchronised")
        } catch {
            #expect((error as? WhatsAppError)?.code == .cancelled)
        }
        #expect(await provider.listed == 0)
    }

    @Test("says that a provider cannot list templates")
    func unsupported() async throws {
        struct Silent: WhatsAppProvider {
            let name = ProviderName(rawValue: "silent")
            let capabilities: Capabilities = []
            func send(
                _ message: Message, to recipient: Recipient, options: RequestOptions
            ) async throws(WhatsAppError) -> SentMessage { throw .unsupported(.sendText, by: name) }
        }
        let repository = Self.repository(Silent())
        do {
            try await repository.synchronize()
            Issue.record("it synchronised")
        } catch {
            #expect(error.code == .unsupported && error.capability == .listTemplates)
        }
    }

    @Test("synchronises only a copy that is too old", arguments: [(60.0, 1), (59.9, 2), (1000, 1), (0, 2)])
    func freshness(age: TimeInterval, lists: Int) async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a")])])
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(with: [], startedAt: Self.start.addingTimeInterval(-60))
        let repository = Self.repository(provider, catalogue: catalogue)
        let result = try await repository.catalogue(notOlderThan: age)
        #expect(await provider.listed == lists - 1 && result.count == lists - 1)
        let empty = Self.repository(provider)
        #expect(try await empty.catalogue(notOlderThan: 1000).count == 1)
    }

    // MARK: Webhooks

    @Test("takes webhooks over while a list is under way")
    func meanwhile() async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a", status: .pending)])])
        let repository = Self.repository(provider)
        try await repository.synchronize()
        await provider.close()
        async let changes = repository.synchronize()
        await provider.arrival()
        #expect(await repository.receive(try Self.event("APPROVED")) != nil)
        #expect(await repository.catalogue["a", "en"]?.isSendable == true)
        await provider.open()
        #expect(try await changes.isEmpty)
        #expect(await repository.catalogue["a", "en"]?.isSendable == true)
    }

    @Test("fetches what webhooks told of in part")
    func refresh() async throws {
        let provider = ScriptedTemplates([
            Page([makeTemplate("a"), makeTemplate("b", id: "2"), makeTemplate("c", id: "3")])
        ])
        var catalogue = TemplateCatalogue()
        catalogue.synchronize(with: [makeTemplate("a"), makeTemplate("c", id: "3")], startedAt: Self.start)
        let repository = Self.repository(provider, catalogue: catalogue, at: Self.start.addingTimeInterval(60))
        #expect(try await repository.refresh().isEmpty)
        #expect(await repository.receive(try Self.event("APPROVED", name: "b", id: 2)) == .unknownTemplate)
        let changes = try await repository.refresh()
        #expect(changes.added.map(\.name) == ["b"])
        #expect(await provider.fetched == ["2"])
        #expect(await provider.listed == 0)
        #expect(await repository.catalogue.isComplete)
        for id in 100..<121 { await repository.receive(try Self.event("APPROVED", name: "n\(id)", id: id)) }
        try await repository.refresh()
        #expect(await provider.listed == 1)
    }

    @Test("waits for a review")
    func review() async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a", status: .pending)])])
        let repository = Self.repository(provider)
        async let early = repository.reviewed("a", "en")
        while await repository.waiterCount < 1 { await Task.yield() }
        try await repository.synchronize()
        #expect(await repository.waiterCount == 1)
        await repository.receive(try Self.event("REJECTED"))
        #expect(try await early?.reviewState == .rejected(nil))
        // What is decided is told at once.
        #expect(try await repository.reviewed("a", "EN")?.status == .rejected)
    }

    @Test("waits for a review that never comes until the template is deleted, or the task is cancelled")
    func noReview() async throws {
        let provider = ScriptedTemplates([])
        let repository = Self.repository(provider)
        try await repository.create(makeTemplate("mine").definition)
        let waiting = Task { try await repository.reviewed("mine", "en") }
        let cancelled = Task { try await repository.reviewed("mine", "en") }
        while await repository.waiterCount < 2 { await Task.yield() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        try await repository.delete("mine")
        #expect(try await waiting.value == nil)
        #expect(await provider.deleted == ["mine"])
        #expect(await repository.waiterCount == 0)
        #expect(await repository.catalogue.isEmpty)
    }

    // MARK: Changes

    @Test("edits within the limits that it saw")
    func edit() async throws {
        let provider = ScriptedTemplates([Page([makeTemplate("a")])])
        let repository = Self.repository(provider)
        try await repository.synchronize()
        let edit = TemplateEdit(components: [.body("Other words here.")])
        try await repository.edit("1", edit)
        #expect(await repository.catalogue["a", "en"]?.template.definition.body?.text == "Other words here.")
        do {
            try await repository.edit("1", edit)
            Issue.record("a second edit within a day was not refused")
        } catch {
            #expect(error.validation?.violations.map(\.rule) == [.maxCount])
        }
        // What is not in the copy is not known: the platform decides.
        try await repository.edit("404", edit)
    }

    @Test("serves many tasks at once")
    func concurrency() async throws {
        let list = (0..<50).map { makeTemplate("t\($0)", id: TemplateID("\($0)"), status: .pending) }
        let provider = ScriptedTemplates([Page(list)])
        let repository = Self.repository(provider)
        try await repository.synchronize()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<50 {
                group.addTask { try await repository.synchronize() }
                group.addTask {
                    await repository.receive(try Self.event("APPROVED", name: "t\(index)", id: index))
                }
                group.addTask { _ = await repository.catalogue.search("hello") }
                group.addTask { try await repository.refresh() }
            }
            try await group.waitForAll()
        }
        try await repository.synchronize()
        let catalogue = await repository.catalogue
        // The webhooks are from after every list that was asked for.
        #expect(catalogue.count == 50 && catalogue.counts == [.approved: 50])
    }
}
