import HTTPTypes
package import WhatsAppBusiness

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension GraphClient {
    /// How many templates can be archived by one call (Cloud API reference §4.1, June 2026).
    static let maximumArchived = 100
    /// How many templates can be migrated by one call (Cloud API reference §4.10, December 2025).
    static let maximumMigrated = 500

    /// Compares templates of one account.
    package func compareTemplate(
        _ id: TemplateID, with others: [TemplateID], window: TemplateComparison.Window, endingAt end: Date,
        options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateComparison {
        var check = Check()
        check.count(others.count, at: "template_ids", maximum: .max)
        for (index, other) in others.enumerated() {
            checkID(other, at: "template_ids[\(index)]", &check)
        }
        try Self.throwing(check)
        let seconds = Int(end.timeIntervalSince1970.rounded(.down))
        let query = Self.query([
            ("template_ids", "[\(others.map(\.rawValue).joined(separator: ","))]"),
            ("start", "\(seconds - window.rawValue)"), ("end", "\(seconds)"),
        ])
        let call = try call("compareTemplate", .get, path: try path("compare", of: id), query: query)
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            guard let metrics = try GraphAnswer.object(response)["data"]?.array else {
                throw GraphAnswer.notUnderstood(response)
            }
            return TemplateComparison(reading: metrics)
        }
    }

    /// Copies templates from another account of the business.
    package func migrateTemplates(
        from source: BusinessAccountID, templates: [TemplateID], page: Int?, count: Int?, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateBatchResult {
        var check = Check()
        check.count(templates.count, at: "template_ids", minimum: 0, maximum: Self.maximumMigrated)
        if let count { check.number(count, at: "count", in: 1...Self.maximumMigrated) }
        if let page { check.number(page, at: "page_number", in: 0...Int.max) }
        _ = try path(nil, of: .id(source.rawValue, setting: "source_waba_id"))
        try Self.throwing(check)
        let body = JSONValue.members([
            "source_waba_id": .string(source.rawValue), "page_number": .whole(page), "count": .whole(count),
            "template_ids": templates.isEmpty ? nil : .array(templates.map { .string($0.rawValue) }),
        ])
        let call = try call(
            "migrateTemplates", .post, path: try path("migrate_message_templates", of: account),
            body: HTTPBody(body.serialized()))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            TemplateBatchResult(try GraphAnswer.object(response), succeeded: "migrated_templates")
        }
    }

    /// Ends the pause of a template.
    package func unpauseTemplate(_ id: TemplateID, options: RequestOptions) async throws(WhatsAppError) {
        let call = try call("unpauseTemplate", .post, path: try path("unpause", of: id))
        try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            do throws(WhatsAppError) {
                try GraphAnswer.success(response)
            } catch {
                var error = error
                if error.code == .rejected, let reason = try GraphAnswer.object(response)["reason"]?.string {
                    error.message = "the platform has not ended the pause: \(reason)"
                }
                throw error
            }
        }
    }

    /// Creates an authentication template in several languages, or changes it.
    package func upsertAuthenticationTemplates(
        _ definition: TemplateDefinition, languages: [LanguageCode], options: RequestOptions
    ) async throws(WhatsAppError) -> Page<UpsertedTemplate> {
        if options.validates {
            try Self.throwing(Self.checkUpsert(definition, languages))
            var definition = definition
            definition.language = languages[0]
            try definition.check(options)
        }
        var members = definition.json.object ?? JSONObject()
        members["language"] = nil
        members["languages"] = .array(languages.map { .string($0.rawValue) })
        var call = try call(
            "upsertAuthenticationTemplates", .post, path: try path("upsert_message_templates", of: account),
            body: HTTPBody(JSONValue.object(members).serialized()))
        // Doing it twice is the same as doing it once.
        call.isRepeatable = true
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.page(response, UpsertedTemplate.init(reading:))
        }
    }

    private static func checkUpsert(_ definition: TemplateDefinition, _ languages: [LanguageCode]) -> Check {
        var check = Check()
        if definition.category != .authentication {
            check.fail(at: "category", .notAllowed, "only authentication templates are created in bulk")
        }
        check.count(languages.count, at: "languages", maximum: .max)
        check.unique(languages.map { $0.rawValue.lowercased() }) { "languages[\($0)]" }
        for (index, component) in definition.components.enumerated() {
            for (place, button) in (component.buttons ?? []).enumerated() {
                guard case .oneTimeCode(let code) = button else { continue }
                let path = "components[\(index)].buttons[\(place)]"
                if code.text != nil {
                    check.fail(at: "\(path).text", .notAllowed, "in bulk the words of buttons are the platform's")
                }
                if code.autofillText != nil {
                    check.fail(
                        at: "\(path).autofill_text", .notAllowed, "in bulk the words of buttons are the platform's")
                }
            }
        }
        return check
    }

    /// The words of an authentication template in several languages.
    package func authenticationPreviews(
        languages: [LanguageCode], addsSecurityRecommendation: Bool?, codeExpirationMinutes: Int?,
        options: RequestOptions
    ) async throws(WhatsAppError) -> Page<AuthenticationPreview> {
        var items = [(name: "category", text: TemplateCategory.authentication.rawValue)]
        if !languages.isEmpty { items.append(("languages", languages.map(\.rawValue).joined(separator: ","))) }
        if let addsSecurityRecommendation {
            items.append(("add_security_recommendation", "\(addsSecurityRecommendation)"))
        }
        if let codeExpirationMinutes { items.append(("code_expiration_minutes", "\(codeExpirationMinutes)")) }
        items.append(("button_types", TemplateButtonKind.oneTimePassword.rawValue))
        let call = try call(
            "authenticationPreviews", .get, path: try path("message_template_previews", of: account),
            query: Self.query(items))
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            try GraphAnswer.page(response, AuthenticationPreview.init(reading:))
        }
    }

    /// Archives templates, or takes them out of the archive, at a host that has its own address.
    package func archiveTemplates(
        _ ids: [TemplateID], isArchiving: Bool, at archive: GraphAddress, options: RequestOptions
    ) async throws(WhatsAppError) -> TemplateBatchResult {
        var check = Check()
        check.count(ids.count, at: "hsm_ids", maximum: Self.maximumArchived)
        for (index, id) in ids.enumerated() { checkID(id, at: "hsm_ids[\(index)]", &check) }
        try Self.throwing(check)
        let body = JSONValue.object(["hsm_ids": .array(ids.map { .string($0.rawValue) })])
        var client = self
        client.address = archive
        let edge = isArchiving ? "archive" : "unarchive"
        var call = try client.call(
            "\(edge)Templates", .post, path: try path("\(Self.templatesEdge)/\(edge)", of: account),
            body: HTTPBody(body.serialized()))
        call.isRepeatable = true
        return try await engine.perform(call, options: options) { response throws(WhatsAppError) in
            TemplateBatchResult(
                try GraphAnswer.object(response),
                succeeded: isArchiving ? "archived_templates" : "unarchived_templates")
        }
    }

    func checkID(_ id: TemplateID, at path: String, _ check: inout Check) {
        if id.rawValue.isEmpty || !id.rawValue.utf8.allSatisfy(Self.isIdentifierByte) {
            check.fail(at: path, .pattern, "the id of a template is a row of digits", actual: id.rawValue.utf8.count)
        }
    }

    static func throwing(_ check: Check) throws(WhatsAppError) {
        if !check.violations.isEmpty { throw .invalid(ValidationError(check.violations)) }
    }
}
