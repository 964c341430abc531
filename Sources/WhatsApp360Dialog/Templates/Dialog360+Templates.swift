import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Fetches a page of the account's templates.
    ///
    /// The platform's interface is asked first. An account that has only 360dialog's older one is asked there, and from
    /// then on only there; templates then carry both ids, of which `Template.platformID` is the one that other
    /// interfaces know.
    ///
    /// - Parameters:
    ///   - query: which templates are wanted.
    ///   - cursor: where the page begins; the first page where none is given.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox. `GET /message_templates` or `GET /v1/configs/templates`,
    ///   360dialog reference §2.4.
    public func templates(
        _ query: TemplateQuery, after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<Template> {
        try await choosing(.listTemplates) { () async throws(WhatsAppError) in
            try await client.templates(query, fields: TemplateField.standard, after: cursor, options: options)
        } orConfiguration: { () async throws(WhatsAppError) in
            try await configuredTemplates(query, after: cursor, options)
        }
    }

    /// Fetches one template by the platform's id.
    ///
    /// - Parameters:
    ///   - id: the platform's id; on accounts with 360dialog's older interface also 360dialog's own, which ends in `WT`.
    ///   - options: how the calls are made.
    /// - Throws: `WhatsAppError`; `rejected` where there is none. On the older interface the list is searched.
    public func template(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) -> Template {
        try await choosing(.listTemplates) { () async throws(WhatsAppError) in
            try await client.template(id, fields: TemplateField.standard, options: options)
        } orConfiguration: { () async throws(WhatsAppError) in
            try await configuredTemplate(id, options)
        }
    }

    /// Submits a template for review.
    ///
    /// - Parameters:
    ///   - definition: the template.
    ///   - options: how the call is made.
    /// - Returns: what 360dialog says of it; the id is the platform's.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox. `POST /message_templates` or `POST /v1/configs/templates`.
    @discardableResult
    public func createTemplate(
        _ definition: TemplateDefinition, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try await choosing(.createTemplate) { () async throws(WhatsAppError) in
            try await client.createTemplate(definition, options: options)
        } orConfiguration: { () async throws(WhatsAppError) in
            try await createConfiguredTemplate(definition, options)
        }
    }

    /// Changes a template and submits it for review.
    ///
    /// 360dialog's older interface cannot: there it is `unsupported`. That the newer one hands edits on is unconfirmed.
    ///
    /// - Parameters:
    ///   - id: the platform's id.
    ///   - edit: what changes.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func editTemplate(
        _ id: TemplateID, _ edit: TemplateEdit, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateReceipt {
        try await choosing(.editTemplate) { () async throws(WhatsAppError) in
            try await client.editTemplate(id, edit, options: options)
        } orConfiguration: { () async throws(WhatsAppError) in
            throw .unsupported(.editTemplate, by: name)
        }
    }

    /// Deletes templates.
    ///
    /// 360dialog's older interface deletes the templates of a name in **all** languages only: with an id it is `unsupported`
    /// there, before anything is deleted.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - id: the template of one language, by the platform's id.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `DELETE /message_templates` or `DELETE /v1/configs/templates/{name}`.
    public func deleteTemplate(
        _ name: String, id: TemplateID?, options: RequestOptions
    ) async throws(WhatsAppError) {
        try await choosing(.deleteTemplate) { () async throws(WhatsAppError) in
            try await client.deleteTemplate(name, id: id, options: options)
        } orConfiguration: { () async throws(WhatsAppError) in
            guard id == nil else {
                var error = WhatsAppError.unsupported(.deleteTemplateLanguage, by: self.name)
                error.message = "this account's interface deletes a name in all languages: leave the id out to do that"
                throw error
            }
            try await deleteConfiguredTemplates(name, options)
        }
    }

    /// Makes a call on the interface that the account has.
    ///
    /// As long as that is not known, the platform's is tried. An answer that says that it is not there, or not for this
    /// account, certainly did nothing: then the older one is asked. Where neither is there, the first answer counts.
    private func choosing<Value>(
        _ capability: Capability, _ platform: () async throws(WhatsAppError) -> Value,
        orConfiguration configuration: () async throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        try require(capability)
        if templateInterface.interface == .configuration {
            return try await naming(capability, configuration)
        }
        let missing: WhatsAppError
        do throws(WhatsAppError) {
            let value = try await naming(capability, platform)
            templateInterface.keep(.platform)
            return value
        } catch {
            // What the platform itself refuses, its interface has understood.
            if error.platform != nil { templateInterface.keep(.platform) }
            guard templateInterface.interface == nil, Self.saysMissing(error) else { throw error }
            missing = error
        }
        do throws(WhatsAppError) {
            let value = try await naming(capability, configuration)
            templateInterface.keep(.configuration)
            return value
        } catch {
            throw Self.saysMissing(error) && error.outcome == .refused ? missing : error
        }
    }

    /// Whether an answer says that there is no such interface for the account.
    private static func saysMissing(_ error: WhatsAppError) -> Bool {
        guard error.platform == nil, let status = error.response?.status.code else { return false }
        return error.code == .unsupported || status == 404 || status == 405 || status == 501
    }
}
