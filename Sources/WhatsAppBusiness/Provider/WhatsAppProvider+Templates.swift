extension WhatsAppProvider {
    /// The account's templates, page after page.
    ///
    /// ```swift
    /// for try await template in provider.templates() { … }
    /// ```
    /// - Parameters:
    ///   - query: which templates are wanted; all by default.
    ///   - options: how each call is made.
    public func templates(
        _ query: TemplateQuery = .all, options: RequestOptions = .standard
    ) -> PagedSequence<Template> {
        PagedSequence { [self] cursor throws(WhatsAppError) in
            try await templates(query, after: cursor, options: options)
        }
    }

    /// Fetches one template.
    /// - Throws: ``WhatsAppError``.
    public func template(_ id: TemplateID) async throws(WhatsAppError) -> Template {
        try await template(id, options: .standard)
    }

    /// Submits a template for review.
    /// - Throws: ``WhatsAppError``.
    @discardableResult
    public func createTemplate(_ definition: TemplateDefinition) async throws(WhatsAppError) -> TemplateReceipt {
        try await createTemplate(definition, options: .standard)
    }

    /// Changes a template and submits it for review.
    /// - Throws: ``WhatsAppError``.
    @discardableResult
    public func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try await editTemplate(id, edit, options: .standard)
    }

    /// Deletes the templates of a name in all languages, or that of one language.
    /// - Throws: ``WhatsAppError``.
    public func deleteTemplate(_ name: String, id: TemplateID? = nil) async throws(WhatsAppError) {
        try await deleteTemplate(name, id: id, options: .standard)
    }
}

// A new provider implements what it can; the rest says that it cannot.
extension WhatsAppProvider {
    /// Throws `unsupported`.
    public func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        throw .unsupported(.listTemplates, by: name)
    }

    /// Throws `unsupported`.
    public func template(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) -> Template {
        throw .unsupported(.listTemplates, by: name)
    }

    /// Throws `unsupported`.
    public func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        throw .unsupported(.createTemplate, by: name)
    }

    /// Throws `unsupported`.
    public func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        throw .unsupported(.editTemplate, by: name)
    }

    /// Throws `unsupported`.
    public func deleteTemplate(
        _ name: String, id: TemplateID?, options: RequestOptions
    ) async throws(WhatsAppError) {
        throw .unsupported(.deleteTemplate, by: self.name)
    }
}
