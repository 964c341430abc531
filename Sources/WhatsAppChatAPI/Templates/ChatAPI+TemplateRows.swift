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
        for _ in 0..<Self.maximumTemplatePages {
            let page = try await templateRows(limit: Self.templatePageSize, offset: rows.count, options: options)
            // A host that knows no offset gives the same rows again.
            let new = page.rows.filter { seen.insert($0.name + "\n" + $0.language).inserted }
            rows += new
            let isWhole = page.rows.count < Self.templatePageSize || page.total.map { rows.count >= $0 } ?? false
            if new.isEmpty || isWhole { break }
        }
        return rows
    }

    /// One page of rows. `GET templates`, Chat API reference §5.2.
    func templateRows(
        limit: Int, offset: Int, options: RequestOptions
    ) async throws(WhatsAppError) -> (rows: [TemplateRow], total: Int?) {
        let call = try get(
            "templates", "templates", query: ["limit": String(limit), "offset": String(offset)])
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try ChatAnswer.object(response)
            guard let rows = answer["templates"]?.array else { throw ChatAnswer.notUnderstood(response) }
            return (rows.compactMap { TemplateRow($0) }, answer["total"]?.lenientInteger)
        }
    }
}
