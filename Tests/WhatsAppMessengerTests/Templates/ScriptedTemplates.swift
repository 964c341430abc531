import WhatsAppBusiness

/// A provider whose lists of templates wait until the test lets them through.
actor ScriptedTemplates: WhatsAppProvider {
    nonisolated let name = ProviderName(rawValue: "scripted")
    nonisolated let capabilities: Capabilities = [
        .listTemplates, .createTemplate, .editTemplate, .deleteTemplate,
    ]

    private var pages: [Page<Template>] = []
    private var failure: WhatsAppError?
    private var isOpen: Bool
    private var gate: [CheckedContinuation<Void, Never>] = []
    private var arrivals: [CheckedContinuation<Void, Never>] = []
    /// How many pages were asked for.
    private(set) var listed = 0
    /// Whether a list was cancelled while it waited.
    private(set) var wasCancelled = false
    private(set) var fetched: [TemplateID] = []
    private(set) var deleted: [String] = []

    /// - Parameter isOpen: whether lists are answered at once.
    init(_ pages: [Page<Template>] = [], isOpen: Bool = true) {
        self.pages = pages
        self.isOpen = isOpen
    }

    func set(_ pages: [Page<Template>], failure: WhatsAppError? = nil) {
        self.pages = pages
        self.failure = failure
    }

    func close() { isOpen = false }

    /// Lets the list that waits through, and all later ones.
    func open() {
        isOpen = true
        for continuation in gate { continuation.resume() }
        gate = []
    }

    /// Waits until a list waits.
    func arrival() async {
        guard gate.isEmpty else { return }
        await withCheckedContinuation { arrivals.append($0) }
    }

    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        throw .unsupported(.sendText, by: name)
    }

    func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        listed += 1
        if !isOpen {
            await withCheckedContinuation { continuation in
                gate.append(continuation)
                for arrival in arrivals { arrival.resume() }
                arrivals = []
            }
            wasCancelled = wasCancelled || Task.isCancelled
        }
        let index = cursor.flatMap { Int($0.rawValue) } ?? 0
        guard pages.indices.contains(index) else {
            throw failure ?? WhatsAppError(code: .unavailable, outcome: .unknown, message: "no such page")
        }
        return pages[index]
    }

    func template(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) -> Template {
        fetched.append(id)
        for page in pages {
            if let template = page.elements.first(where: { $0.id == id }) { return template }
        }
        throw WhatsAppError(code: .rejected, outcome: .refused, message: "no such template")
    }

    func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        TemplateReceipt(id: "77", status: .pending)
    }

    func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        TemplateReceipt(id: id)
    }

    func deleteTemplate(_ name: String, id: TemplateID?, options: RequestOptions) async throws(WhatsAppError) {
        deleted.append(name)
    }
}

func makeTemplate(
    _ name: String, _ language: LanguageCode = "en", id: TemplateID? = "1", status: TemplateStatus = .approved
) -> Template {
    Template(
        id: id,
        definition: .init(name: name, language: language, category: .utility, components: [.body("Hello there.")]),
        status: status)
}
