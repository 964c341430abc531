import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// The account's edges for templates (Cloud API reference §4.1); `nil` for others.
    func answerTemplates(_ request: SimulatedRequest, _ edge: [String]) throws(PlatformFault) -> SimulatedReply? {
        switch (request.method, edge) {
        case (.get, ["message_templates"]):
            let fields = request.parameter("fields")
            let found = templates.filter { matches($0, request) }
            return try page(
                found.map { $0.json.selecting(fields, default: TemplateRecord.usualFields) }, request,
                summary: [
                    "total_count": .number(JSONNumber(found.count)),
                    "message_template_count": .number(JSONNumber(templates.count)),
                    "message_template_limit": .number(JSONNumber(configuration.templateReview.templateLimit)),
                    "are_translations_complete": true,
                ])
        case (.post, ["message_templates"]):
            return try .json(Self.receipt(createTemplate(request.json())))
        case (.delete, ["message_templates"]):
            guard let name = request.parameter("name") else { throw .missingName }
            try deleteTemplates(named: name, id: request.parameter("hsm_id"))
            return .done
        case (.post, ["message_templates", "archive"]): return try archive(request.json(), archives: true)
        case (.post, ["message_templates", "unarchive"]): return try archive(request.json(), archives: false)
        case (.post, ["upsert_message_templates"]): return try upsertTemplates(request.json())
        case (.post, ["migrate_message_templates"]): return try migrateTemplates(request.parameters())
        case (.get, ["message_template_previews"]): return try previewTemplates(request)
        default: return nil
        }
    }

    private static func receipt(_ record: TemplateRecord) -> JSONValue {
        ["id": .string(record.id), "status": .string(record.status), "category": .string(record.category)]
    }

    /// Whether a template is asked for (Cloud API reference §4.8).
    private func matches(_ record: TemplateRecord, _ request: SimulatedRequest) -> Bool {
        func isAmong(_ value: String, _ name: String) -> Bool {
            guard let list = request.parameter(name), !list.isEmpty else { return true }
            return list.split(separator: ",").contains { String($0).lowercased() == value.lowercased() }
        }
        func holds(_ text: String, _ name: String) -> Bool {
            guard let part = request.parameter(name), !part.isEmpty else { return true }
            return text.lowercased().contains(part.lowercased())
        }
        let content = record.components.compactMap { $0["text"]?.string }.joined(separator: "\n")
        return isAmong(record.status, "status") && isAmong(record.category, "category")
            && isAmong(record.language.rawValue, "language") && isAmong(record.quality, "quality_score")
            && holds(record.name, "name") && holds(content, "content")
            && holds(record.name + "\n" + content, "name_or_content")
    }

    /// The node of a template and its edges.
    func answerTemplate(
        _ id: String, _ request: SimulatedRequest, _ edge: [String]
    ) throws(PlatformFault) -> SimulatedReply {
        guard let index = templates.firstIndex(where: { $0.id == id }) else { throw .unknownObject(id) }
        switch (request.method, edge) {
        case (.get, []):
            return .json(
                templates[index].json.selecting(request.parameter("fields"), default: TemplateRecord.usualFields))
        case (.post, []):
            try editTemplate(id, request.json())
            let record = templates[index]
            return .json([
                "success": true, "id": .string(id), "name": .string(record.name),
                "category": .string(record.category),
            ])
        case (.post, ["unpause"]):
            guard templates[index].status == "PAUSED" else {
                return .json(["success": false, "reason": "The template is not paused"])
            }
            unpause(index)
            return .done
        case (.get, ["compare"]): return try compare(templates[index], request)
        default: throw .unknownObject(id)
        }
    }

    /// `GET /{template}/compare` (Cloud API reference §4.10).
    private func compare(_ record: TemplateRecord, _ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply
    {
        let list = request.parameter("template_ids")?.filter { $0 != "[" && $0 != "]" && $0 != "\"" && $0 != " " }
        guard let other = templates.first(where: { $0.id == list }), other.id != record.id else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "template_ids names another template.")
        }
        let start = request.parameter("start").flatMap { Int($0) }
        let end = request.parameter("end").flatMap { Int($0) }
        guard let start, let end, [604_800, 2_592_000, 5_184_000, 7_776_000].contains(end - start) else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "start and end are 7, 30, 60 or 90 days apart.")
        }
        guard record.sent >= 1_000, other.sent >= 1_000 else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "Both templates must have been sent 1,000 times.")
        }
        func value(_ record: TemplateRecord) -> JSONValue {
            ["key": .string(record.id), "value": .number(JSONNumber(record.sent))]
        }
        return .json([
            "data": [
                [
                    "metric": "BLOCK_RATE", "type": "RELATIVE",
                    "order_by_relative_metric": [.string(record.id), .string(other.id)],
                ],
                ["metric": "MESSAGE_SENDS", "type": "NUMBER_VALUES", "number_values": [value(record), value(other)]],
                [
                    "metric": "TOP_BLOCK_REASON", "type": "STRING_VALUES",
                    "string_values": [
                        ["key": .string(record.id), "value": "UNKNOWN_BLOCK_REASON"],
                        ["key": .string(other.id), "value": "UNKNOWN_BLOCK_REASON"],
                    ],
                ],
            ]
        ])
    }

    private func archive(_ body: JSONValue, archives: Bool) throws(PlatformFault) -> SimulatedReply {
        let ids = (body["hsm_ids"]?.array ?? []).compactMap { $0.string ?? $0.number?.text }
        guard (1...100).contains(ids.count) else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "hsm_ids: 1 to 100 ids")
        }
        var done: [JSONValue] = []
        var failed = JSONObject()
        for id in ids {
            let allowed: Set = archives ? ["APPROVED", "REJECTED"] : ["ARCHIVED"]
            guard let index = templates.firstIndex(where: { $0.id == id }), allowed.contains(templates[index].status)
            else {
                failed[id] =
                    archives
                    ? "Only approved or rejected templates can be archived"
                    : "Only archived templates can be unarchived"
                continue
            }
            templates[index].status = archives ? "ARCHIVED" : "APPROVED"
            emitStatus(archives ? "ARCHIVED" : "UNARCHIVED", of: templates[index])
            done.append(.string(id))
        }
        return .json([
            archives ? "archived_templates" : "unarchived_templates": .array(done), "failed_templates": .object(failed),
        ])
    }

    /// `POST /{waba}/upsert_message_templates`: templates for codes in many languages (Cloud API reference §4.7).
    private func upsertTemplates(_ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        guard body["category"]?.string?.uppercased() == "AUTHENTICATION" else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "Only templates of the category AUTHENTICATION.")
        }
        guard let languages = body["languages"]?.array?.compactMap(\.string), !languages.isEmpty,
            let name = body["name"]?.string, var single = body.object
        else { throw PlatformFault(code: 100, message: "The parameters name and languages are required.") }
        single["languages"] = nil
        var results: [JSONValue] = []
        for language in languages.unique {
            single["language"] = .string(language)
            var record: TemplateRecord
            if let index = index(name, LanguageCode(rawValue: language)) {
                templates[index].components = body["components"]?.array ?? templates[index].components
                record = templates[index]
            } else {
                record = try createTemplate(.object(single))
            }
            results.append([
                "id": .string(record.id), "status": .string(record.status), "language": .string(language),
            ])
        }
        return .json(["data": .array(results)])
    }

    /// `POST /{waba}/migrate_message_templates` (Cloud API reference §4.10).
    private func migrateTemplates(_ body: JSONObject) throws(PlatformFault) -> SimulatedReply {
        let source = body["source_waba_id"].flatMap { $0.string ?? $0.number?.text } ?? ""
        guard let all = configuration.otherTemplates[BusinessAccountID(source)] else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter", details: "source_waba_id is not of this business.")
        }
        let wanted = body["template_ids"]?.array?.compactMap { $0.string ?? $0.number?.text }
        var migrated: [JSONValue] = []
        var failed = JSONObject()
        for (index, template) in all.enumerated().prefix(500) {
            let id = template.id ?? "\(source)-\(index)"
            guard wanted?.contains(id) ?? true else { continue }
            guard template.status == "APPROVED", ["GREEN", "UNKNOWN"].contains(template.quality),
                self.index(template.name, template.language) == nil
            else {
                failed[id] = "The template is not approved, of low quality, or exists already"
                continue
            }
            let record = template.record(id: nextTemplateID(), at: clock.now)
            templates.append(record)
            migrated.append(.string(record.id))
        }
        return .json(["migrated_templates": .array(migrated), "failed_templates": .object(failed)])
    }

    /// `GET /{waba}/message_template_previews`: the wordings of codes.
    private func previewTemplates(_ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        guard request.parameter("category")?.uppercased() == "AUTHENTICATION" else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "category is AUTHENTICATION.")
        }
        let languages = (request.parameter("languages") ?? "en_US").split(separator: ",")
        let isSafe = request.parameter("add_security_recommendation") == "true"
        return .json([
            "data": .array(
                languages.map { language in
                    var members: [(String, JSONValue)] = [
                        (
                            "body",
                            .string(
                                "*{{1}}* is your verification code."
                                    + (isSafe ? " For your security, do not share this code." : ""))
                        ),
                        ("buttons", [["text": "Copy code", "autofill_text": "Autofill"]]),
                        ("language", .string(String(language))),
                    ]
                    if let minutes = request.parameter("code_expiration_minutes").flatMap({ Int($0) }) {
                        members.append(("footer", .string(TemplateFiller.expiry(minutes))))
                    }
                    return .members(members)
                })
        ])
    }

    /// `GET /message_template_library`; `nil` for other paths.
    func answerTemplateLibrary(
        _ request: SimulatedRequest, _ segments: [String]
    ) throws(PlatformFault) -> SimulatedReply? {
        guard request.method == .get, segments == ["message_template_library"] else { return nil }
        let language = request.parameter("language") ?? "en_US"
        let found = LibraryTemplate.all.filter { item in
            let text = (request.parameter("search") ?? "").lowercased()
            return (request.parameter("name").map { $0 == item.name } ?? true)
                && (request.parameter("topic").map { $0.uppercased() == item.topic } ?? true)
                && (request.parameter("usecase").map { $0.uppercased() == item.useCase } ?? true)
                && (request.parameter("category").map { $0.uppercased() == "UTILITY" } ?? true)
                && (text.isEmpty || item.body.lowercased().contains(text) || item.name.contains(text))
        }
        return try page(found.map { $0.json(language) }, request)
    }
}
