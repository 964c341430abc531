import HTTPTypes
public import WhatsAppBusiness

extension ChatAPI {
    /// Fetches a page of the account's templates.
    ///
    /// The service sorts nothing out: what the query does not want is left out here, so pages can have fewer elements, or
    /// none. Rows whose components are a text of JSON are unpacked, and a row without a namespace gets the one that all
    /// others of its page have.
    ///
    /// - Parameters:
    ///   - query: which templates are wanted.
    ///   - cursor: where the page begins.
    ///   - options: how the call is made.
    /// - Returns: the page. Hosts before 2026 know no pages: their first page is all. `GET templates`, Chat API reference
    ///   §5.2.
    /// - Throws: `WhatsAppError`.
    public func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        let size = query.pageSize ?? Self.templatePageSize
        guard size >= 1 else {
            throw .invalid(at: "limit", .minimum, "a page holds at least one template", limit: 1, actual: size)
        }
        var start = TemplateCursor()
        if let cursor {
            guard let known = TemplateCursor(cursor) else {
                throw .invalid(at: "after", .pattern, "the cursor is not one of this provider's")
            }
            start = known
        }
        let page = try await templatePage(limit: size, offset: start.offset, options: options)
        // A host that knows no offset begins again: what it gives has been seen.
        guard start.offset == 0 || page.firstKey != start.firstKey else { return Page([]) }
        let namespaces = Set(page.rows.compactMap(\.row?.namespace))
        var result = Page<Template>([])
        for (index, element) in page.rows.enumerated() {
            guard let row = element.row else {
                let violation = ValidationError.Violation(
                    path: "name", rule: .required, explanation: "a template has a name")
                result.problems.append(PageProblem(index: index, violations: [violation], json: element.json))
                continue
            }
            var template = Template(json: .object(row.members))
            template.namespace = row.namespace ?? (namespaces.count == 1 ? namespaces.first : nil)
            if query.matches(template) { result.elements.append(template) }
        }
        let end = start.offset + page.rows.count
        // More than was asked for is all that there is.
        let isWhole = page.rows.count != size || page.total.map { end >= $0 } ?? false
        if !isWhole { result.next = TemplateCursor(offset: end, firstKey: start.firstKey ?? page.firstKey).cursor }
        return result
    }

    /// Fetches one template by its id: from the list, since the service has no call for it (Chat API reference §5.5).
    /// - Throws: `WhatsAppError`; `rejected` where no template has the id, as on hosts before 2026, which give none.
    public func template(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) -> Template {
        var pages = templates(.all, options: options).pages.makeAsyncIterator()
        while let page = try await pages.next() {
            if let template = page.elements.first(where: { $0.id == id }) { return template }
        }
        throw WhatsAppError(code: .rejected, outcome: .refused, message: "no template has this id")
    }

    /// Submits a template for review.
    ///
    /// - Parameters:
    ///   - definition: the template: its name, language, category and components. What else a definition can hold has no
    ///     place in the service's call.
    ///   - options: how the call is made.
    /// - Returns: what the service says of it; its answer is an open object. `POST addTemplate`, Chat API reference §5.3.
    /// - Throws: `WhatsAppError`; `unsupported` for what has no place.
    @discardableResult
    public func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try definition.check(options)
        let body = try Self.creationBody(definition)
        let receipt = try await engine.perform(
            try post("createTemplate", "addTemplate", body), options: options
        ) { response throws(WhatsAppError) in
            let answer = try ChatAnswer.object(response)
            return TemplateReceipt(
                id: answer["id"]?.lenientText.map { TemplateID($0) }, name: answer["name"]?.lenientText,
                status: answer["status"]?.lenientText.map { TemplateStatus(rawValue: $0) },
                category: answer["category"]?.lenientText.map { TemplateCategory(rawValue: $0) }, response: response)
        }
        await namespaces.forget()
        return receipt
    }

    /// Deletes the templates of a name in all languages.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - id: the service cannot delete one language alone: with an id nothing is deleted, and the call is `unsupported`.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST removeTemplate`, Chat API reference §5.4.
    public func deleteTemplate(
        _ name: String, id: TemplateID?, options: RequestOptions
    ) async throws(WhatsAppError) {
        guard id == nil else { throw .unsupported(.deleteTemplateLanguage, by: .chatAPI) }
        guard !name.isEmpty else { throw .invalid(at: "name", .required, "a template is named") }
        try await engine.perform(
            try post("deleteTemplate", "removeTemplate", ["name": .string(name)], isRepeatable: true), options: options
        ) { _ in }
        await namespaces.forget()
    }

    /// What the service's call takes; everything else is refused instead of left out.
    private static func creationBody(_ definition: TemplateDefinition) throws(WhatsAppError) -> JSONObject {
        var body: JSONObject = [:]
        for member in definition.json.object?.members ?? [] {
            switch member.key {
            case "name", "language", "category", "components": body[member.key] = member.value
            // Numbers are what a template has where nothing is said.
            case "parameter_format" where member.value.string?.uppercased() == "POSITIONAL": break
            default: throw .unsupported(.createTemplateOptions, by: .chatAPI)
            }
        }
        return body
    }
}

/// Where a page of templates begins, and how the first page began, by which a host is known that knows no offset.
private struct TemplateCursor {
    var offset = 0
    var firstKey: String?

    init(offset: Int = 0, firstKey: String? = nil) {
        self.offset = offset
        self.firstKey = firstKey
    }

    init?(_ cursor: PageCursor) {
        let parts = cursor.rawValue.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let offset = Int(parts[0]), offset > 0 else { return nil }
        self.init(offset: offset, firstKey: String(parts[1]))
    }

    var cursor: PageCursor { PageCursor("\(offset):\(firstKey ?? "")") }
}
