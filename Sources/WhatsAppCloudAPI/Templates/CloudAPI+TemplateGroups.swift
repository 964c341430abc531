public import WhatsAppBusiness

extension CloudAPI {
    /// The account's groups of templates, page after page. `GET /{WABA_ID}/template_groups`, Cloud API reference §4.1.
    /// - Parameter options: how each call is made.
    public func templateGroups(options: RequestOptions = .standard) -> PagedSequence<TemplateGroup> {
        PagedSequence { [self] cursor throws(WhatsAppError) in
            try await client.templateGroups(after: cursor, options: options)
        }
    }

    /// Fetches one group of templates. `GET /{TEMPLATE_GROUP_ID}`, Cloud API reference §4.1.
    /// - Throws: `WhatsAppError`.
    public func templateGroup(
        _ id: TemplateGroupID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateGroup {
        try await client.templateGroup(id, options: options)
    }

    /// Creates a group of templates. `POST /{WABA_ID}/template_groups`, Cloud API reference §4.1.
    ///
    /// - Parameters:
    ///   - name: the name, which no other group has; at most 256 characters.
    ///   - details: what it is for; at most 512 characters.
    ///   - templates: the templates; none of them is in another group.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func createTemplateGroup(
        _ name: String, details: String? = nil, templates: [TemplateID], options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateGroupID {
        try await client.createTemplateGroup(name, details: details, templates: templates, options: options)
    }

    /// Changes a group of templates. `POST /{TEMPLATE_GROUP_ID}`, Cloud API reference §4.1.
    ///
    /// - Parameters:
    ///   - id: the group.
    ///   - name: the new name; `nil` leaves it.
    ///   - details: what it is for; `nil` leaves it.
    ///   - templates: all templates of the group; `nil` leaves them. How members are changed is unconfirmed.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func updateTemplateGroup(
        _ id: TemplateGroupID, name: String? = nil, details: String? = nil, templates: [TemplateID]? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await client.updateTemplateGroup(
            id, name: name, details: details, templates: templates, options: options)
    }

    /// Deletes a group; its templates stay. `DELETE /{TEMPLATE_GROUP_ID}`, Cloud API reference §4.1.
    /// - Throws: `WhatsAppError`.
    public func deleteTemplateGroup(
        _ id: TemplateGroupID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await client.deleteTemplateGroup(id, options: options)
    }
}
