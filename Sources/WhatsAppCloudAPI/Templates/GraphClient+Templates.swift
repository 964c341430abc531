import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    /// The edge of an account's templates.
    static let templatesEdge = "message_templates"
    /// How many templates a page has where the caller does not say: each page counts as one of the 200 calls that an
    /// account may make in an hour (Cloud API reference §1.5).
    private static let templatesPerPage = 100

    /// A page of the account's templates.
    package func templates(
        _ query: TemplateQuery, fields: [TemplateField], after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        var items = TemplateField.query(fields)
        items.append(("limit", "\(max(1, query.pageSize ?? Self.templatesPerPage))"))
        func add(_ name: String, _ words: [String]) {
            let words = words.filter { !$0.isEmpty }
            if !words.isEmpty { items.append((name, words.joined(separator: ","))) }
        }
        add("status", query.status.map(\.folded.rawValue))
        add("category", query.category.map(\.rawValue))
        add("language", query.language.map(\.rawValue))
        add("quality_score", query.quality.map(\.rawValue))
        add("name", [query.name ?? ""])
        add("content", [query.content ?? ""])
        add("name_or_content", [query.nameOrContent ?? ""])
        if let cursor { items.append(("after", cursor.rawValue)) }
        let call = try call(
            "templates", .get, path: try path(Self.templatesEdge, of: account), query: Self.query(items))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.page(response, Template.read)
        }
    }

    /// One template.
    package func template(
        _ id: TemplateID, fields: [TemplateField], options: RequestOptions
    ) async throws(WhatsAppError) -> Template {
        let items = TemplateField.query(fields)
        let call = try call(
            "template", .get, path: try path(nil, of: id), query: items.isEmpty ? nil : Self.query(items))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try GraphAnswer.object(response)
            do throws(ValidationError) {
                return try Template.read(answer)
            } catch {
                var failure = GraphAnswer.notUnderstood(response)
                failure.validation = error
                throw failure
            }
        }
    }

    /// Submits a template.
    package func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try definition.check(options)
        let body = HTTPBody(definition.json.serialized())
        let call = try call(
            "createTemplate", .post, path: try path(Self.templatesEdge, of: account), body: body)
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.templateReceipt(response, id: nil)
        }
    }

    /// Changes a template.
    package func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        if options.validates {
            var check = Check()
            if edit.isEmpty { check.fail(at: "", .required, "an edit changes something") }
            if let components = edit.components { check.count(components.count, at: "components", maximum: .max) }
            try Self.throwing(check)
        }
        let call = try call(
            "editTemplate", .post, path: try path(nil, of: id), body: HTTPBody(edit.json.serialized()))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.success(response)
            return try GraphAnswer.templateReceipt(response, id: id)
        }
    }

    /// Deletes the templates of a name, or one of them.
    package func deleteTemplate(
        _ name: String, id: TemplateID?, options: RequestOptions
    ) async throws(WhatsAppError) {
        guard !name.isEmpty else {
            throw .invalid(
                ValidationError([.init(path: "name", rule: .required, explanation: "templates are deleted by name")]))
        }
        var items = [(name: "name", text: name)]
        if let id {
            _ = try path(nil, of: id)
            items.append(("hsm_id", id.rawValue))
        }
        let call = try call(
            "deleteTemplate", .delete, path: try path(Self.templatesEdge, of: account), query: Self.query(items))
        try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.success(response)
        }
    }

    /// How many templates the account has and may have.
    package func templateSummary(options: RequestOptions) async throws(WhatsAppError) -> TemplateSummary {
        let items = [
            (name: "fields", text: "id"), ("limit", "1"),
            ("summary", "total_count,message_template_count,message_template_limit,are_translations_complete"),
        ]
        let call = try call(
            "templateSummary", .get, path: try path(Self.templatesEdge, of: account), query: Self.query(items))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let summary = try GraphAnswer.object(response)["summary"]
            return TemplateSummary(
                matchingCount: summary?["total_count"]?.lenientInteger,
                count: summary?["message_template_count"]?.lenientInteger,
                limit: summary?["message_template_limit"]?.lenientInteger,
                hasAllTranslations: summary?["are_translations_complete"]?.bool)
        }
    }

    /// The path of a template, or of one of its edges.
    func path(_ edge: String?, of template: TemplateID) throws(WhatsAppError) -> String {
        try path(edge, of: .id(template.rawValue, setting: "id"))
    }
}

extension GraphAnswer {
    /// What is said of a template that was taken.
    package static func templateReceipt(
        _ response: ResponseMetadata, id: TemplateID?
    ) throws(WhatsAppError) -> TemplateReceipt {
        let answer = try object(response)
        let receipt = TemplateReceipt(
            id: answer["id"]?.lenientText.map { TemplateID($0) } ?? id, name: answer["name"]?.string,
            status: answer["status"]?.string.map { TemplateStatus(rawValue: $0) },
            category: answer["category"]?.string.map { TemplateCategory(rawValue: $0.uppercased()) },
            response: response)
        guard receipt.id != nil || receipt.status != nil else { throw notUnderstood(response) }
        return receipt
    }
}
