import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// The Partner API (360dialog reference §5).
    func answerPartner(_ request: SimulatedRequest) -> SimulatedReply {
        let path = Array(request.path.dropFirst(2))
        if path == ["token"], request.method == .post { return givePartnerToken(request) }
        guard isPartner(request) else {
            return .json(["error": "unauthorized", "error_description": "Invalid credentials"], status: 401)
        }
        let settings = dialog360.settings
        guard path.count >= 2, path[0] == "partners", path[1] == settings.partnerID else {
            return Dialog360Refusals.configuration("Permission denied for partner", status: 403)
        }
        let rest = Array(path.dropFirst(2))
        switch (request.method, rest.first, rest.count) {
        case (.get, nil, _), (.patch, nil, _): return answerPartnerAccount(request)
        case (_, "webhook_url", 1): return answerPartnerWebhook(request)
        case (.get, "channels", 1): return partnerPage(request, "partner_channels", [channel])
        case (.get, "channels", 2) where rest[1] == settings.channelID: return .json(channel)
        case (_, "channels", 3) where rest[1] == settings.channelID && rest[2] == "api_keys":
            return answerKeys(request)
        case (.get, "clients", 1): return partnerPage(request, "clients", [client])
        case (_, "clients", 2...) where rest[1] == settings.clientID:
            return answerClient(request, Array(rest.dropFirst(2)))
        case (_, "waba_accounts", 3...4) where rest[1] == settings.accountID && rest[2] == "waba_templates":
            return answerPartnerTemplates(request, rest.count == 4 ? rest[3] : nil)
        case (.patch, "settings", 2) where rest[1] == "partner_change_request":
            return .json(["meta": ["success": true]])
        default: return Dialog360Refusals.configuration("Not found", status: 404)
        }
    }

    private func isPartner(_ request: SimulatedRequest) -> Bool {
        if let key = request.header("X-API-Key") {
            return dialog360.settings.partnerKey.withText { $0 == key }
        }
        return request.bearerToken.map { dialog360.partnerTokens.contains($0) } ?? false
    }

    /// `POST /token`; any user name, with the partner's key as the password.
    private func givePartnerToken(_ request: SimulatedRequest) -> SimulatedReply {
        guard let body = try? request.json(), let password = body["password"]?.string,
            dialog360.settings.partnerKey.withText({ $0 == password })
        else {
            return .json(["error": "invalid_grant", "error_description": "Wrong email or password."], status: 401)
        }
        let token = "SimToken\(nextNumber())"
        dialog360.partnerTokens.insert(token)
        return .json(["access_token": .string(token), "token_type": "Bearer", "expires_in": 86_400])
    }

    private func answerPartnerAccount(_ request: SimulatedRequest) -> SimulatedReply {
        if request.method == .patch, let url = (try? request.json())?["webhook_url"]?.string {
            setCallback(url, as: .dialog360Partner)
        }
        return .json([
            "id": .string(dialog360.settings.partnerID), "brand_name": "Simulated Partner",
            "webhook_url": callback(as: .dialog360Partner)?.url.map { .string($0) } ?? nil,
        ])
    }

    private func answerPartnerWebhook(_ request: SimulatedRequest) -> SimulatedReply {
        if request.method == .post {
            guard let url = (try? request.json())?["webhook_url"]?.string, url.hasPrefix("https://") else {
                return Dialog360Refusals.configuration("webhook_url", status: 400)
            }
            setCallback(url, as: .dialog360Partner)
        }
        return .json(["webhook_url": callback(as: .dialog360Partner)?.url.map { .string($0) } ?? nil])
    }

    /// The channel of the number (360dialog reference §5.3).
    private var channel: JSONValue {
        let settings = dialog360.settings
        return [
            "id": .string(settings.channelID), "client_id": .string(settings.clientID), "account_mode": "live",
            "status": .string(settings.channelStatus), "created_at": "2026-10-07T08:50:05Z",
            "current_limit": "TIER_2K", "current_quality_rating": "High", "is_oba": false,
            "client": ["id": .string(settings.clientID), "name": .string(configuration.verifiedName)],
            "setup_info": [
                "phone_number": .string(configuration.phoneNumber.digits),
                "phone_name": .string(configuration.verifiedName),
            ],
            "waba_account": ["id": .string(settings.accountID), "fb_account_status": "verified"],
        ]
    }

    private var client: JSONValue {
        [
            "id": .string(dialog360.settings.clientID), "name": .string(configuration.verifiedName), "status": "active",
            "max_channels": .number(JSONNumber(dialog360.maximumChannels)),
            "partner_payload": dialog360.partnerPayload.map { .string($0) } ?? nil,
        ]
    }

    private func partnerPage(_ request: SimulatedRequest, _ collection: String, _ all: [JSONValue]) -> SimulatedReply {
        let limit = request.parameter("limit").flatMap { Int($0) } ?? 1000
        let offset = request.parameter("offset").flatMap { Int($0) } ?? 0
        let page = all.dropFirst(max(0, offset)).prefix(max(1, limit))
        return .json(
            .members([
                ("count", .number(JSONNumber(page.count))), ("total", .number(JSONNumber(all.count))),
                ("limit", .number(JSONNumber(limit))), ("offset", .number(JSONNumber(offset))), ("sort", ["id"]),
                ("filters", [:]), (collection, .array(Array(page))),
            ]))
    }

    /// `…/api_keys`: a new key revokes the one before, and its webhook is forgotten.
    private func answerKeys(_ request: SimulatedRequest) -> SimulatedReply {
        let address = JSONValue.string(request.origin)
        switch request.method {
        case .post:
            let key = "simulated-360-key-\(nextNumber())"
            dialog360.issuedKey = Secret(key)
            dialog360.hasNoKey = false
            setCallback(nil, as: .dialog360)
            useAccountWebhook()
            return .json(
                ["id": .string("Sim\(nextNumber())AK"), "address": address, "api_key": .string(key), "app_id": "3100"],
                status: 201)
        case .get:
            return .json([
                "api_keys": dialog360.hasNoKey ? [] : [["id": "SimAK", "address": address, "app_id": "3100"]]
            ])
        case .delete:
            dialog360.hasNoKey = true
            return SimulatedReply(status: 204, contentType: "application/json", body: [])
        default: return Dialog360Refusals.configuration("Not found", status: 404)
        }
    }

    private func answerClient(_ request: SimulatedRequest, _ edge: [String]) -> SimulatedReply {
        switch (request.method, edge) {
        case (.patch, []):
            let body = (try? request.json()) ?? [:]
            if let payload = body["partner_payload"]?.string { dialog360.partnerPayload = payload }
            if let maximum = body["max_channels"]?.integer { dialog360.maximumChannels = maximum }
            return .json(client)
        case (.get, ["info", "balance"]), (.get, ["channels", dialog360.settings.channelID, "info", "balance"]):
            return .json([
                "balance": 12.34, "currency": "EUR",
                "usage": [
                    [
                        "period_date": "2026-10-01",
                        "quantity": .number(JSONNumber(outbound.values.count { !$0.delivered.isEmpty })),
                        "free_quantity": 0,
                    ]
                ],
            ])
        case (.get, ["channels", dialog360.settings.channelID, "info", "usage"]): return .json(["usage": []])
        case (.post, ["channels", dialog360.settings.channelID, "control", "cancellation_request"]):
            return .json(channel)
        default: return Dialog360Refusals.configuration("Not found", status: 404)
        }
    }

    /// `…/waba_templates`: as 360dialog's own interface, with deletion by its own id.
    private func answerPartnerTemplates(_ request: SimulatedRequest, _ id: String?) -> SimulatedReply {
        guard let id else { return answerOwnTemplates(request, name: nil) }
        guard request.method == .delete, let record = templates.first(where: { "Sim\($0.id)WT" == id }) else {
            return Dialog360Refusals.configuration("Not found", status: 404)
        }
        do throws(PlatformFault) {
            try deleteTemplates(named: record.name, id: record.id)
            return SimulatedReply(status: 204, contentType: "application/json", body: [])
        } catch {
            return Dialog360Refusals.configuration(error.message, status: error.status)
        }
    }
}
