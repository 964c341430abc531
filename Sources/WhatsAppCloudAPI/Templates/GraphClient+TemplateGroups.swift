import HTTPTypes
package import WhatsAppBusiness

extension GraphClient {
    private static let groupFields =
        "fields=id,name,description,creation_time,update_time,whatsapp_business_templates"

    /// A page of the account's groups of templates.
    package func templateGroups(
        after cursor: PageCursor?, options: RequestOptions
    ) async throws(WhatsAppError) -> Page<TemplateGroup> {
        let place = cursor.map { "&" + Self.query([("after", $0.rawValue)]) } ?? ""
        let call = try call(
            "templateGroups", .get, path: try path("template_groups", of: account), query: Self.groupFields + place)
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.page(response, TemplateGroup.init(reading:))
        }
    }

    /// One group of templates.
    package func templateGroup(
        _ id: TemplateGroupID, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateGroup {
        let call = try call("templateGroup", .get, path: try path(of: id), query: Self.groupFields)
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            let answer = try GraphAnswer.object(response)
            do throws(ValidationError) {
                return try TemplateGroup(reading: answer)
            } catch {
                throw GraphAnswer.notUnderstood(response)
            }
        }
    }

    /// Creates a group of templates.
    package func createTemplateGroup(
        _ name: String, details: String?, templates: [TemplateID], options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateGroupID {
        let body = try groupBody(name: name, details: details, templates: templates, isNew: true, options)
        let call = try call(
            "createTemplateGroup", .post, path: try path("template_groups", of: account), body: body)
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            guard let id = try GraphAnswer.object(response)["id"]?.lenientText else {
                throw GraphAnswer.notUnderstood(response)
            }
            return TemplateGroupID(id)
        }
    }

    /// Changes a group of templates.
    package func updateTemplateGroup(
        _ id: TemplateGroupID, name: String?, details: String?, templates: [TemplateID]?, options: RequestOptions
    ) async throws(WhatsAppError) {
        let body = try groupBody(name: name, details: details, templates: templates, isNew: false, options)
        var call = try call("updateTemplateGroup", .post, path: try path(of: id), body: body)
        call.isRepeatable = true
        try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.success(response)
        }
    }

    /// Deletes a group; its templates stay.
    package func deleteTemplateGroup(
        _ id: TemplateGroupID, options: RequestOptions
    ) async throws(WhatsAppError) {
        let call = try call("deleteTemplateGroup", .delete, path: try path(of: id))
        try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.success(response)
        }
    }

    private func path(of group: TemplateGroupID) throws(WhatsAppError) -> String {
        try path(nil, of: .id(group.rawValue, setting: "id"))
    }

    private func groupBody(
        name: String?, details: String?, templates: [TemplateID]?, isNew: Bool, _ options: RequestOptions
    ) throws(WhatsAppError) -> HTTPBody {
        var check = Check()
        check.text(name, at: "name", maximum: TemplateGroup.maximumNameLength)
        if let details { check.length(details, at: "description", maximum: TemplateGroup.maximumDescriptionLength) }
        if isNew { check.count(templates?.count ?? 0, at: "whatsapp_business_templates", maximum: .max) }
        for (index, id) in (templates ?? []).enumerated() {
            checkID(id, at: "whatsapp_business_templates[\(index)]", &check)
        }
        if options.validates { try Self.throwing(check) }
        let body = JSONValue.members([
            "name": .text(name), "description": .text(details),
            // The platform's samples have numbers here; an id that is none stays a text.
            "whatsapp_business_templates": templates.map { templates in
                .array(
                    templates.map { id in
                        JSONNumber(id.rawValue).map { .number($0) } ?? .string(id.rawValue)
                    })
            },
        ])
        return HTTPBody(body.serialized())
    }
}
