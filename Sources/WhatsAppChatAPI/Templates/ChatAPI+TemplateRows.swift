import HTTPTypes
import WhatsAppBusiness

extension ChatAPI {
    /// The most rows of one page; hosts that know no pages give all at once.
    static let templatePageSize = 100
    /// The most pages of one look-up.
    private static let maximumTemplatePages = 100

    /// The namespace of a template: the settings' own, or the one that the service lists.
    func namespace(
        of template: TemplateMessage, options: RequestOptions
    ) async throws(WhatsAppError) -> String? {
        if let namespace = configuration.templateNamespace { return namespace }
        do throws(WhatsAppError) {
            return try await namespaces.namespace(of: template.name) { () async throws(WhatsAppError) in
                try await allTemplateRows(options: options)
            }
        } catch {
            var error = error
            // Whatever became of the look-up, the message itself did not leave.
            error.outcome = .notSent
            error.message = "the template's namespace could not be looked up: \(error.message)"
            throw error
        }
    }

    /// All rows, page by page.
    func allTemplateRows(options: RequestOptions) async throws(WhatsAppError) -> [TemplateRow] {
        var rows: [TemplateRow] = []
        var seen: Set<String> = []
        var offset = 0
        for _ in 0..<Self.maximumTemplatePages {
            let page = try await templatePage(limit: Self.templatePageSize, offset: offset, options: options)
            // A host that knows no offset gives the same rows again.
            let new = page.rows.compactMap(\.row).filter { seen.insert($0.key).inserted }
            rows += new
            offset += page.rows.count
            let isWhole = page.rows.count < Self.templatePageSize || page.total.map { offset >= $0 } ?? false
            if new.isEmpty || isWhole { break }
        }
        return rows
    }

    /// A page of rows.
    struct TemplatePage: Sendable {
        /// The rows, with those that are none.
        var rows: [(json: JSONValue, row: TemplateRow?)]
        /// How many there are in all, where the service says it.
        var total: Int?

        /// What tells the first row from others.
        var firstKey: String? { rows.lazy.compactMap(\.row?.key).first }
    }

    /// One page of rows. `GET templates`, Chat API reference §5.2.
    func templatePage(
        limit: Int, offset: Int, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplatePage {
        let call = try get(
            "templates", "templates", query: ["limit": String(limit), "offset": String(offset)])
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try ChatAnswer.object(response)
            guard let rows = answer["templates"]?.array else { throw ChatAnswer.notUnderstood(response) }
            return TemplatePage(
                rows: rows.map { (json: $0, row: TemplateRow($0)) }, total: answer["total"]?.lenientInteger)
        }
    }
}
