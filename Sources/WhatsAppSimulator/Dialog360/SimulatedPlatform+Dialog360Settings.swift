import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// `/v1/configs/…`: the number's webhook and 360dialog's own template interface.
    func answerDialog360Settings(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.path.count >= 3, request.path[1] == "configs" else { return Dialog360Refusals.unknownPath }
        let pause = dialog360.settings.secondsBetweenSettingsCalls
        if pause > 0 {
            if let last = dialog360.lastSettingsCall, clock.now.timeIntervalSince(last) < pause {
                return Dialog360Refusals.tooFast(Int(pause.rounded(.up)))
            }
            dialog360.lastSettingsCall = clock.now
        }
        switch (request.path[2], request.path.count) {
        case ("webhook", 3): return answerNumberWebhook(request, as: .dialog360)
        case ("templates", 3...4):
            guard dialog360.settings.templates != .platformOnly else { return Dialog360Refusals.unknownPath }
            return answerOwnTemplates(request, name: request.path.count == 4 ? request.path[3] : nil)
        default: return Dialog360Refusals.unknownPath
        }
    }

    // MARK: Webhooks

    /// `/v1/configs/webhook` (360dialog reference §2.6).
    func answerNumberWebhook(_ request: SimulatedRequest, as face: Face) -> SimulatedReply {
        switch request.method {
        case .get:
            let callback = callback(as: face)
            return Self.webhookReply(
                callback.map {
                    Dialog360State.Callback(
                        url: $0.url ?? "https://simulated.example/webhook",
                        headers: $0.headers.map { ($0.name.rawName, $0.value) })
                })
        case .post:
            guard let callback = Self.callback(request.body) else {
                return Dialog360Refusals.configuration("The webhook address is not valid", status: 400)
            }
            setCallback(callback.url, as: face, headers: Self.fields(callback.headers))
            // The number's own address goes before the account's.
            if face == .dialog360 { setCallback(nil, as: .dialog360, named: Self.accountName) }
            return Self.webhookReply(callback)
        default: return Dialog360Refusals.unknownPath
        }
    }

    /// `/waba_webhook` and `/multi_webhook` (360dialog reference §2.6).
    func answerDialog360Webhooks(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.path.count == 1 else { return Dialog360Refusals.unknownPath }
        if request.path[0] == "multi_webhook" { return answerDestinations(request) }
        switch request.method {
        case .get: return Self.webhookReply(dialog360.accountWebhook)
        case .post:
            guard let callback = Self.callback(request.body) else {
                return Dialog360Refusals.configuration("The webhook address is not valid", status: 400)
            }
            dialog360.accountWebhook = callback
            let overrides = (try? JSONValue(parsing: request.body))?["override_all"]?.bool == true
            if overrides { setCallback(nil, as: .dialog360) }
            useAccountWebhook()
            return Self.webhookReply(callback)
        default: return Dialog360Refusals.unknownPath
        }
    }

    private static let accountName = "account"

    /// Lets the account's address take the place of the number's, where the number has none.
    func useAccountWebhook() {
        guard callback(as: .dialog360) == nil, let callback = dialog360.accountWebhook else { return }
        setCallback(
            callback.url, as: .dialog360, named: Self.accountName, headers: Self.fields(callback.headers))
    }

    private func answerDestinations(_ request: SimulatedRequest) -> SimulatedReply {
        let body = (try? JSONValue(parsing: request.body)) ?? [:]
        func refuse(_ text: String, _ status: Int) -> SimulatedReply {
            .json(["message": .string(text)], status: status)
        }
        switch request.method {
        case .get:
            return .json([
                "enabled": .bool(dialog360.usesDestinations),
                "destinations": .array(
                    dialog360.destinations.map {
                        [
                            "name": .string($0.name), "url": .string($0.url),
                            "headers": .members($0.headers.map { ($0.0, .string($0.1)) }),
                        ]
                    }),
            ])
        case .post:
            guard let isEnabled = body["enabled"]?.bool else { return refuse("enabled is required", 400) }
            guard isEnabled != dialog360.usesDestinations else { return refuse("multi webhook is so already", 409) }
            dialog360.usesDestinations = isEnabled
        case .put:
            guard dialog360.usesDestinations else { return refuse("multi webhook is not enabled", 409) }
            let added = (body["destinations"]?.array ?? []).map(Self.callback)
            guard !added.isEmpty, !added.contains(where: { $0 == nil || $0?.name.isEmpty == true }) else {
                return refuse("a destination is not valid", 400)
            }
            let all = dialog360.destinations + added.compactMap(\.self)
            guard Set(all.map(\.name)).count == all.count else { return refuse("names are unique", 409) }
            guard all.count <= 3 else { return refuse("a number has at most 3 webhooks", 400) }
            dialog360.destinations = all
        case .patch:
            guard let index = dialog360.destinations.firstIndex(where: { $0.name == body["name"]?.string }) else {
                return refuse("there is no destination of this name", 404)
            }
            if let url = body["url"]?.string { dialog360.destinations[index].url = url }
            if let headers = body["headers"]?.object {
                dialog360.destinations[index].headers = headers.members.map { ($0.key, $0.value.string ?? "") }
            }
        default: return Dialog360Refusals.unknownPath
        }
        connectDestinations()
        return .json(["message": "ok"])
    }

    private func connectDestinations() {
        for callback in dialog360.destinations {
            setCallback(
                dialog360.usesDestinations ? callback.url : nil, as: .dialog360, named: "destination " + callback.name,
                headers: Self.fields(callback.headers))
        }
    }

    private static func webhookReply(_ callback: Dialog360State.Callback?) -> SimulatedReply {
        guard let callback else { return .json(["url": nil, "headers": nil]) }
        let headers: JSONValue =
            callback.headers.isEmpty ? nil : .members(callback.headers.map { ($0.0, .string($0.1)) })
        return .json(["url": .string(callback.url), "headers": headers])
    }

    private static func callback(_ body: [UInt8]) -> Dialog360State.Callback? {
        (try? JSONValue(parsing: body)).flatMap { callback($0) }
    }

    /// An address under the rules of 360dialog: https, no port, no underscore in the host.
    private static func callback(_ value: JSONValue) -> Dialog360State.Callback? {
        guard let url = value["url"]?.string, url.hasPrefix("https://") else { return nil }
        let host = url.dropFirst(8).prefix { $0 != "/" && $0 != "?" }
        guard !host.isEmpty, !host.contains("_"), !host.contains(":") else { return nil }
        var headers: [(String, String)] = []
        for member in value["headers"]?.object?.members ?? [] {
            guard let text = member.value.string else { return nil }
            headers.append((member.key, text))
        }
        return Dialog360State.Callback(name: value["name"]?.string ?? "", url: url, headers: headers)
    }

    private static func fields(_ headers: [(String, String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }

    // MARK: Templates

    /// 360dialog's own template interface: own ids, lower-case states, pages by offset (360dialog reference §2.4.2).
    func answerOwnTemplates(_ request: SimulatedRequest, name: String?) -> SimulatedReply {
        do throws(PlatformFault) {
            switch (request.method, name) {
            case (.get, nil): return ownTemplatePage(request)
            case (.post, nil):
                let record = try createTemplate(request.json())
                return .json(ownTemplate(record, isCreation: true), status: 201)
            case (.delete, let name?):
                try deleteTemplates(named: name)
                return .json(["meta": ["success": true]])
            default: return Dialog360Refusals.unknownPath
            }
        } catch {
            return Dialog360Refusals.configuration(error.userMessage ?? error.message, status: error.status)
        }
    }

    func ownTemplatePage(_ request: SimulatedRequest) -> SimulatedReply {
        let limit = request.parameter("limit").flatMap { Int($0) } ?? 1000
        let offset = request.parameter("offset").flatMap { Int($0) } ?? 0
        guard limit > 0, offset >= 0 else { return Dialog360Refusals.configuration("limit or offset", status: 400) }
        var found = templates
        if let filters = request.parameter("filters").flatMap({ try? JSONValue(parsing: Array($0.utf8)) }) {
            if let name = filters["business_templates.name"]?.string { found = found.filter { $0.name == name } }
            if let status = filters["status"]?.string { found = found.filter { $0.status.lowercased() == status } }
        }
        let page = found.dropFirst(offset).prefix(limit)
        return .json([
            "count": .number(JSONNumber(page.count)), "total": .number(JSONNumber(found.count)),
            "limit": .number(JSONNumber(limit)), "offset": .number(JSONNumber(offset)), "sort": ["id"], "filters": [:],
            "waba_templates": .array(page.map { ownTemplate($0, isCreation: false) }),
        ])
    }

    private func ownTemplate(_ record: TemplateRecord, isCreation: Bool) -> JSONValue {
        let status = isCreation && record.status == "PENDING" ? "submitted" : record.status.lowercased()
        let rejection: JSONValue = isCreation ? nil : .string(record.rejectedReason ?? "NONE")
        return [
            "id": .string("Sim\(record.id)WT"), "external_id": .string(record.id),
            "waba_account_id": .string(dialog360.settings.accountID),
            "partner_id": .string(dialog360.settings.partnerID),
            "namespace": "simulated_namespace", "name": .string(record.name),
            "language": .string(record.language.rawValue), "category": .string(record.category),
            "status": .string(status), "rejected_reason": rejection, "components": .array(record.components),
            "created_at": "2026-10-07T08:50:05Z",
        ]
    }
}
