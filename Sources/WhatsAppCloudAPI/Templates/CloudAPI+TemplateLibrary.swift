public import WhatsAppBusiness

extension CloudAPI {
    /// Fetches a page of the platform's library of templates.
    ///
    /// - Parameters:
    ///   - query: which are wanted.
    ///   - cursor: where the page begins.
    ///   - options: how the call is made.
    /// - Returns: the page. `GET /message_template_library`, Cloud API reference §4.9 (December 2025).
    /// - Throws: `WhatsAppError`.
    public func libraryTemplates(
        _ query: LibraryQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<LibraryTemplate> {
        try await client.libraryTemplates(query, after: cursor, options: options)
    }

    /// The platform's library of templates, page after page.
    ///
    /// - Parameters:
    ///   - query: which are wanted; all by default.
    ///   - options: how each call is made.
    public func libraryTemplates(
        _ query: LibraryQuery = .all, options: RequestOptions = .standard
    ) -> PagedSequence<LibraryTemplate> {
        PagedSequence { [self] cursor throws(WhatsAppError) in
            try await libraryTemplates(query, after: cursor, options: options)
        }
    }

    /// Makes a template from one of the library, which is approved at once as a rule.
    ///
    /// - Parameters:
    ///   - item: the library's.
    ///   - name: the new template's name.
    ///   - buttonInputs: what the buttons need: addresses, numbers, apps.
    ///   - bodyInputs: what body and footer need.
    ///   - options: how the call is made.
    /// - Returns: what the platform says. `POST /{WABA_ID}/message_templates`, Cloud API reference §4.9 (December 2025).
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func createTemplate(
        from item: LibraryTemplate, name: String, buttonInputs: [TemplateDefinition.LibraryButtonInput] = [],
        bodyInputs: TemplateDefinition.LibraryBodyInputs? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try await createTemplate(
            item.definition(name: name, buttonInputs: buttonInputs, bodyInputs: bodyInputs), options: options)
    }
}
