import HTTPTypes
import WhatsAppBusiness
import WhatsAppCloudAPI

/// 360dialog's older template interface: its own ids, lower-case states, pages by offset.
///
/// Source: 360dialog reference §2.4.2.
extension Dialog360 {
    private static let path = "v1/configs/templates"
    private static let defaultPageSize = 100

    /// A page of templates. What the interface cannot sort out itself is sorted out here.
    func configuredTemplates(
        _ query: TemplateQuery, after cursor: PageCursor?, _ options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        let offset = cursor.flatMap { Int($0.rawValue) } ?? 0
        let text = PathSegment.query([
            ("limit", String(max(1, query.pageSize ?? Self.defaultPageSize))), ("offset", String(offset)),
            ("sort", "id"),
        ])
        var page = try await client.engine.perform(
            try client.call("templates", .get, path: Self.path, query: text), options: options
        ) { (response) throws(WhatsAppError) in
            try OffsetPage(GraphAnswer.object(response), collection: "waba_templates", offset: offset)
                .page { $0.object == nil ? nil : Template(json: $0) }
        }
        page.elements.removeAll { !query.matches($0) }
        return page
    }

    /// The template with an id, the platform's or 360dialog's.
    func configuredTemplate(_ id: TemplateID, _ options: RequestOptions) async throws(WhatsAppError) -> Template {
        var cursor: PageCursor?
        for _ in 0..<Self.maximumPages {
            let page = try await configuredTemplates(.all, after: cursor, options)
            if let found = page.elements.first(where: { $0.externalID == id || $0.id == id }) { return found }
            guard let next = page.next else { break }
            cursor = next
        }
        throw WhatsAppError(code: .rejected, outcome: .refused, message: "the account has no template with this id")
    }

    /// An account has at most 250 names, each in some languages (360dialog reference §2.4): more pages are no list.
    private static let maximumPages = 200

    func createConfiguredTemplate(
        _ definition: TemplateDefinition, _ options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        let call = try client.call(
            "createTemplate", .post, path: Self.path, body: HTTPBody(definition.json.serialized()))
        return try await client.engine.perform(call, options: options, decode: TemplateReceipt.init(dialog360:))
    }

    func deleteConfiguredTemplates(_ name: String, _ options: RequestOptions) async throws(WhatsAppError) {
        guard !name.isEmpty else {
            throw .invalid(
                ValidationError([.init(path: "name", rule: .required, explanation: "templates are deleted by name")]))
        }
        let call = try client.call("deleteTemplate", .delete, path: "\(Self.path)/\(PathSegment.encoded(name))")
        try await client.engine.perform(call, options: options) { _ in }
    }
}

extension TemplateReceipt {
    /// Reads the answer of 360dialog's own interfaces.
    init(dialog360 response: ResponseMetadata) throws(WhatsAppError) {
        let template = Template(json: try GraphAnswer.object(response))
        self.init(
            id: template.platformID, name: template.name.isEmpty ? nil : template.name,
            status: template.status.rawValue.isEmpty ? nil : template.status,
            category: template.category.rawValue.isEmpty ? nil : template.category, response: response)
    }
}
