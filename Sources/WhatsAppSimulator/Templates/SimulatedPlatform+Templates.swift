import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// Adds a template, from the body of its creation in Cloud API's JSON, and submits it for review.
    ///
    /// - Returns: the template; its status is the outcome where reviews take no time, `PENDING` otherwise.
    /// - Throws: the refusal: code 100 with the platform's subcode and its reason for a person.
    func createTemplate(_ body: JSONValue) throws(PlatformFault) -> TemplateRecord {
        var body = body
        if body["library_template_name"] != nil { body = try LibraryTemplate.completed(body) }
        try TemplateRules.check(body)
        let name = body["name"]?.string ?? ""
        let language = LanguageCode(rawValue: body["language"]?.string ?? "")
        let now = clock.now
        if let end = blockedNames[name], now < end {
            throw .template(
                2_388_023, "New content cannot be added while this name is being deleted",
                "Use another name, or try again after 30 days.")
        }
        guard !templates.contains(where: { $0.name == name && $0.language == language }) else {
            throw .template(
                2_388_024, "Content in this language already exists",
                "There is already \(language.rawValue) content for this template. Use another name or language.")
        }
        guard templates.count < configuration.templateReview.templateLimit else {
            throw .template(
                2_388_019, "The limit of templates is reached",
                "Accounts can have \(configuration.templateReview.templateLimit) templates. Delete some first.")
        }
        var record = TemplateRecord(
            id: nextTemplateID(), name: name, language: language,
            category: body["category"]?.string?.uppercased() ?? "", components: body["components"]?.array ?? [],
            parameterFormat: body["parameter_format"]?.string?.uppercased() ?? "POSITIONAL", status: "PENDING",
            created: now)
        for key in Self.extraKeys { record.extras[key] = body[key] }
        let isFromLibrary = body["library_template_name"] != nil
        record.reviewAt = isFromLibrary ? now : now + configuration.templateReview.delay
        templates.append(record)
        catchUpTemplates()
        return templates.last { $0.id == record.id } ?? record
    }

    private static let extraKeys = [
        "message_send_ttl_seconds", "sub_category", "display_format", "degrees_of_freedom_spec",
        "cta_url_link_tracking_opted_out", "library_template_name",
    ]

    /// Changes a template and submits it again (Cloud API reference §4.8).
    func editTemplate(_ id: String, _ body: JSONValue) throws(PlatformFault) {
        guard let index = templates.firstIndex(where: { $0.id == id }) else { throw .unknownObject(id) }
        var record = templates[index]
        let now = clock.now
        guard ["APPROVED", "REJECTED", "PAUSED"].contains(record.status) else {
            throw .template(
                2_388_039, "Message template cannot be edited",
                "Only approved, rejected and paused templates can be edited.")
        }
        if record.status == "APPROVED" {
            record.edits.removeAll { now.timeIntervalSince($0) >= 30 * 86_400 }
            let isTooSoon = record.edits.contains { now.timeIntervalSince($0) < 86_400 }
            guard !isTooSoon, record.edits.count < 10 else {
                throw .template(
                    2_388_039, "Message template cannot be edited",
                    "An approved template can be edited once in 24 hours and ten times in 30 days.")
            }
            if let category = body["category"]?.string, category.uppercased() != record.category {
                throw .template(
                    2_388_039, "Message template cannot be edited",
                    "The category of an approved template cannot be changed.")
            }
            record.edits.append(now)
        }
        if let category = body["category"]?.string { record.category = category.uppercased() }
        if let format = body["parameter_format"]?.string { record.parameterFormat = format.uppercased() }
        if let components = body["components"]?.array { record.components = components }
        for key in Self.extraKeys where body[key] != nil { record.extras[key] = body[key] }
        var whole = record.json
        whole["components"] = .array(record.components)
        try TemplateRules.check(.object(whole))
        if body["components"] != nil || body["category"] != nil {
            record.status = "PENDING"
            record.rejectedReason = nil
            record.reviewAt = now + configuration.templateReview.delay
        }
        templates[index] = record
        if body["components"] != nil { emitComponents(record) }
        catchUpTemplates()
    }

    /// Deletes the languages of a name, or the one that an id names (Cloud API reference §4.1, §4.8).
    func deleteTemplates(named name: String, id: String? = nil) throws(PlatformFault) {
        let meant = templates.filter { $0.name == name && (id == nil || $0.id == id) }
        guard !meant.isEmpty else {
            throw .template(2_593_002, "Message template not found", "There is no template of this name and id.")
        }
        guard !meant.contains(where: { $0.status == "DISABLED" }) else {
            throw .template(2_388_039, "Message template cannot be deleted", "A disabled template cannot be deleted.")
        }
        if meant.contains(where: { $0.status == "APPROVED" }),
            meant.count == templates.count(where: { $0.name == name })
        {
            blockedNames[name] = clock.now + 30 * 86_400
        }
        let ids = Set(meant.map(\.id))
        templates.removeAll { ids.contains($0.id) }
        for record in meant { emitStatus("DELETED", of: record) }
    }

    func nextTemplateID() -> String { String(1_689_556_908_000_000 + nextNumber()) }

    // MARK: - What time does

    /// Ends the reviews and pauses that are due.
    func catchUpTemplates() {
        let now = clock.now
        guard templates.contains(where: { $0.isDue(at: now) }) else { return }
        for index in templates.indices {
            if let due = templates[index].reviewAt, due <= now {
                templates[index].reviewAt = nil
                decide(
                    TemplateRules.finding(in: templates[index])
                        ?? configuration.templateReview.decide(templates[index].shown), at: index)
            }
            if templates[index].status == "PAUSED", let end = templates[index].pausedUntil, end <= now {
                unpause(index)
            }
            if let coming = templates[index].comingCategory, coming.at <= now {
                templates[index].previousCategory = templates[index].category
                templates[index].category = coming.category
                templates[index].comingCategory = nil
                emitTemplate(
                    "template_category_update", templates[index],
                    [
                        ("previous_category", .string(templates[index].previousCategory ?? "")),
                        ("new_category", .string(coming.category)),
                    ])
            }
        }
    }

    func decide(_ decision: TemplateDecision, at index: Int) {
        templates[index].reviewAt = nil
        templates[index].status = decision.rejection == nil ? "APPROVED" : "REJECTED"
        templates[index].rejectedReason = decision.rejection
        var more: [(String, JSONValue)] = []
        if decision.rejection == "INVALID_FORMAT" {
            more.append(
                (
                    "rejection_info",
                    [
                        "reason": .string(decision.explanation ?? "The format is not right"),
                        "recommendation": .string(decision.recommendation ?? "Change the template and submit it again"),
                    ]
                ))
        }
        emitStatus(templates[index].status, of: templates[index], more)
    }

    func unpause(_ index: Int) {
        templates[index].status = "APPROVED"
        templates[index].pausedUntil = nil
        emitStatus(
            "APPROVED", of: templates[index],
            [("other_info", ["title": "UNPAUSE", "description": "The template can be sent again."])])
    }

    // MARK: - Webhooks (webhooks reference §2.4)

    func emitStatus(_ event: String, of record: TemplateRecord, _ more: [(String, JSONValue)] = []) {
        emitTemplate(
            "message_template_status_update", record,
            [
                ("reason", .string(record.rejectedReason ?? "NONE")),
                ("message_template_category", .string(record.category)),
            ]
                + more, event: event)
    }

    func emitTemplate(
        _ field: String, _ record: TemplateRecord, _ more: [(String, JSONValue)], event: String? = nil
    ) {
        var members: [(String, JSONValue)] = []
        if let event { members.append(("event", .string(event))) }
        let id = JSONNumber(record.id).map { JSONValue.number($0) } ?? .string(record.id)
        members += [
            ("message_template_id", id), ("message_template_name", .string(record.name)),
            ("message_template_language", .string(record.language.rawValue)),
        ]
        emitChange(field, members + more)
    }

    private func emitComponents(_ record: TemplateRecord) {
        var members: [(String, JSONValue)] = [
            ("message_template_element", record.component("BODY")?["text"] ?? "")
        ]
        if let header = record.component("HEADER"), let text = header["text"] {
            members.append(("message_template_title", text))
        }
        if let footer = record.component("FOOTER")?["text"] { members.append(("message_template_footer", footer)) }
        let buttons = record.buttons
        if buttons.contains(where: { ["URL", "PHONE_NUMBER"].contains($0["type"]?.string?.uppercased()) }) {
            members.append(
                (
                    "message_template_buttons",
                    .array(
                        buttons.map { button in
                            var members: [(String, JSONValue)] = [
                                ("message_template_button_type", button["type"] ?? ""),
                                ("message_template_button_text", button["text"] ?? ""),
                            ]
                            if let url = button["url"] { members.append(("message_template_button_url", url)) }
                            if let phone = button["phone_number"] {
                                members.append(("message_template_button_phone_number", phone))
                            }
                            return .members(members)
                        })
                ))
        }
        emitTemplate("message_template_components_update", record, members)
    }
}

extension TemplateRecord {
    fileprivate func isDue(at now: Date) -> Bool {
        reviewAt.map { $0 <= now } ?? false || pausedUntil.map { $0 <= now } ?? false
            || comingCategory.map { $0.at <= now } ?? false
    }
}

extension PlatformFault {
    /// A refusal of a template: the reason for a person is where the platform writes it.
    static func template(_ subcode: Int, _ title: String, _ reason: String) -> Self {
        Self(
            code: 100, subcode: subcode, message: "Invalid parameter", details: nil, userTitle: title,
            userMessage: reason)
    }
}
