public import WhatsAppBusiness

extension CloudAPI {
    /// Fetches a page of the account's templates.
    ///
    /// - Parameters:
    ///   - query: which templates are wanted: the platform sorts them out. A page has 100 templates where it does not say
    ///     another number, since pages count for the account's limit of calls.
    ///   - cursor: where the page begins.
    ///   - options: how the call is made.
    /// - Returns: the page; a template that cannot be read is one of its problems.
    ///   `GET /{WABA_ID}/message_templates`, Cloud API reference §4.8 (December 2025).
    /// - Throws: `WhatsAppError`; `invalid` without a `businessAccountID`.
    public func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        try await client.templates(
            query, fields: configuration.templateFields, after: cursor, options: options)
    }

    /// Fetches one template. `GET /{TEMPLATE_ID}`, Cloud API reference §4.1 (December 2025).
    /// - Throws: `WhatsAppError`.
    public func template(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) -> Template {
        try await client.template(id, fields: configuration.templateFields, options: options)
    }

    /// Submits a template for review; it may be approved or rejected at once.
    ///
    /// An account may submit 100 templates in an hour (Cloud API reference §1.5). After an unknown outcome ask for the
    /// template by its name before submitting it again.
    ///
    /// - Parameters:
    ///   - definition: what it consists of, or the name of the library's template that it is made from.
    ///   - options: how the call is made.
    /// - Returns: id, status and the category that the platform gave it.
    ///   `POST /{WABA_ID}/message_templates`, Cloud API reference §4.1 (December 2025).
    /// - Throws: `WhatsAppError`; the platform's reason is in `platform.userMessage`.
    @discardableResult
    public func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try await client.createTemplate(definition, options: options)
    }

    /// Changes a template and submits it for review; its components are replaced as a whole.
    ///
    /// `POST /{TEMPLATE_ID}`, Cloud API reference §4.1 (December 2025).
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try await client.editTemplate(id, edit, options: options)
    }

    /// Deletes templates.
    ///
    /// The name of an approved template cannot be used again for 30 days, and a disabled template cannot be deleted.
    /// `DELETE /{WABA_ID}/message_templates?name=[&hsm_id=]`, Cloud API reference §4.1, §4.8 (December 2025).
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - id: the one to delete; without it, all languages of the name.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func deleteTemplate(
        _ name: String, id: TemplateID?, options: RequestOptions
    ) async throws(WhatsAppError) {
        try await client.deleteTemplate(name, id: id, options: options)
    }

    /// Asks how many templates the account has and may have.
    ///
    /// `GET /{WABA_ID}/message_templates?summary=`, Cloud API reference §4.8 (December 2025).
    /// - Throws: `WhatsAppError`.
    public func templateSummary(
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateSummary {
        try await client.templateSummary(options: options)
    }
}
