import Testing
import WhatsAppBusiness

/// A provider of templates in pages.
private struct TemplateProvider: WhatsAppProvider {
    let name = ProviderName(rawValue: "pages")
    let capabilities: Capabilities = [.listTemplates]
    var pages: [String: Page<Template>]
    let asked: AskedCursors

    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        throw .unsupported(.sendText, by: name)
    }

    func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        await asked.add(cursor?.rawValue ?? "")
        guard let page = pages[cursor?.rawValue ?? ""] else {
            throw WhatsAppError(code: .rejected, outcome: .refused, message: "no such page")
        }
        return page
    }
}

private actor AskedCursors {
    var all: [String] = []
    func add(_ cursor: String) { all.append(cursor) }
}

@Suite("A list in pages")
struct PagingTests {
    private static func page(_ names: [String], next: String? = nil, problems: Int = 0) -> Page<Template> {
        Page(
            names.map {
                Template(
                    id: nil, definition: .init(name: $0, language: "en", category: .utility), status: .approved)
            }, next: next.map { PageCursor($0) },
            problems: (0..<problems).map { PageProblem(index: $0, violations: [], json: .null) })
    }

    private static func provider(_ pages: [String: Page<Template>]) -> (any WhatsAppProvider, AskedCursors) {
        let asked = AskedCursors()
        return (TemplateProvider(pages: pages, asked: asked), asked)
    }

    @Test("goes over empty pages, and stops at a cursor that comes again")
    func walking() async throws {
        let (provider, asked) = Self.provider([
            "": Self.page(["a"], next: "1"), "1": Self.page([], next: "2", problems: 1),
            "2": Self.page(["b", "c"], next: "1"),
        ])
        var names: [String] = []
        for try await template in provider.templates() { names.append(template.name) }
        #expect(names == ["a", "b", "c"])
        #expect(await asked.all == ["", "1", "2"])
        let all = try await provider.templates().collect()
        #expect(all.elements.map(\.name) == names && all.next == nil && all.problems.map(\.index) == [1])
        let some = try await provider.templates().collect(maximum: 1)
        #expect(some.elements.count == 1 && some.next == PageCursor("1"))
    }

    @Test("asks for a page when its first element is wanted")
    func laziness() async throws {
        let (provider, asked) = Self.provider(["": Self.page(["a", "b"], next: "1"), "1": Self.page(["c"])])
        var iterator = provider.templates().makeAsyncIterator()
        #expect(await asked.all == [])
        #expect(try await iterator.next()?.name == "a")
        #expect(try await iterator.next()?.name == "b")
        #expect(await asked.all == [""])
        #expect(try await iterator.next()?.name == "c")
        #expect(try await iterator.next() == nil)
        #expect(await asked.all == ["", "1"])
        let page = try await provider.templates().page()
        #expect(try await provider.templates().page(after: page.next).elements.map(\.name) == ["c"])
    }

    @Test("ends with an error, and after it")
    func failure() async throws {
        let (provider, _) = Self.provider(["": Self.page(["a"], next: "1")])
        var iterator = provider.templates().makeAsyncIterator()
        #expect(try await iterator.next()?.name == "a")
        await #expect(throws: WhatsAppError.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test("asks for nothing once its task is cancelled")
    func cancellation() async {
        let (provider, asked) = Self.provider(["": Self.page(["a"])])
        let task = Task { () -> WhatsAppError.Code? in
            while !Task.isCancelled { await Task.yield() }
            do throws(WhatsAppError) {
                _ = try await provider.templates().collect()
                return nil
            } catch {
                return error.code
            }
        }
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(await asked.all == [])
    }

    @Test("is unsupported where a provider has none")
    func unsupported() async {
        let (provider, _) = Self.provider([:])
        let errors = [
            await #expect(throws: WhatsAppError.self) { _ = try await provider.template("1") },
            await #expect(throws: WhatsAppError.self) { try await provider.createTemplate(DefinitionTests.order) },
            await #expect(throws: WhatsAppError.self) { try await provider.editTemplate("1", TemplateEdit()) },
            await #expect(throws: WhatsAppError.self) { try await provider.deleteTemplate("a") },
        ]
        #expect(errors.map { $0?.capability } == [.listTemplates, .createTemplate, .editTemplate, .deleteTemplate])
    }
}
