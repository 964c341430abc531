import HTTPTypes
import WhatsAppBusiness
import WhatsAppWebhooks

/// Cloud API: Graph paths, a bearer token, signed envelopes.
struct GraphFace: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        do throws(PlatformFault) {
            try platform.authorizeGraph(request)
            return try await platform.answerGraph(request)
        } catch {
            // The host of files answers without words.
            if request.path.first == "simulated-media" {
                return SimulatedReply(status: 404, contentType: "text/plain", body: [])
            }
            return error.graphReply(traceID: "SimTrace\(platform.nextNumber())")
        }
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        let body = platform.graphEnvelope(events).serialized()
        var headers: HTTPFields = [:]
        if let name = HTTPField.Name("X-Hub-Signature-256") { headers[name] = platform.signer.signature(for: body) }
        return [SimulatedWebhook(headers: headers, body: body)]
    }
}

extension SimulatedPlatform {
    func authorizeGraph(_ request: SimulatedRequest) throws(PlatformFault) {
        guard let token = request.bearerToken ?? request.parameter("access_token") else { throw .noToken }
        guard configuration.accessToken.withText({ token == $0 }) else { throw .badToken }
    }

    /// Routes one request.
    func answerGraph(_ request: SimulatedRequest) async throws(PlatformFault) -> SimulatedReply {
        var segments = request.path
        // The version is optional on the platform too.
        if let first = segments.first, first.hasPrefix("v"), first.dropFirst().first?.isNumber == true {
            segments.removeFirst()
        }
        guard let node = segments.first else { throw .unknownObject("") }
        if node == "simulated-media" {
            guard segments.count == 2, let file = ticketedMedia(segments[1], ticket: request.parameter("ticket")) else {
                return SimulatedReply(status: 404, contentType: "text/plain", body: [])
            }
            return SimulatedReply(status: 200, contentType: file.mimeType, body: file.bytes)
        }
        let edge = Array(segments.dropFirst())
        switch node {
        case configuration.phoneNumberID.rawValue: return try answerNumber(request, edge)
        case configuration.businessAccountID.rawValue: return try answerAccount(request, edge)
        default: break
        }
        if edge.isEmpty, media[node] != nil {
            switch request.method {
            case .get: return try mediaNode(node, request)
            case .delete:
                try deleteMedia(node)
                return .done
            default: break
            }
        }
        throw .unknownObject(node)
    }

    /// The node of the business number and its edges.
    private func answerNumber(_ request: SimulatedRequest, _ edge: [String]) throws(PlatformFault) -> SimulatedReply {
        switch (request.method, edge) {
        case (.post, ["messages"]): return try postMessages(request.json())
        case (.post, ["marketing_messages"]): return try postMarketingMessages(request.json())
        case (.get, ["whatsapp_business_profile"]): return .json(["data": [profile]])
        case (.post, ["whatsapp_business_profile"]):
            let body = try request.json()
            guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
            try updateProfile(body)
            return .done
        case (.get, []): return .json(numberNode)
        default: throw .unknownObject(edge.joined(separator: "/"))
        }
    }

    /// The node of the account and its edges.
    private func answerAccount(_ request: SimulatedRequest, _ edge: [String]) throws(PlatformFault) -> SimulatedReply {
        switch (request.method, edge) {
        case (.get, ["message_templates"]): return .json(["data": .array(templates.map(\.json))])
        case (.post, ["message_templates"]):
            let template = try createTemplate(request.json())
            return .json([
                "id": .string(template.id), "status": .string(template.status), "category": .string(template.category),
            ])
        case (.delete, ["message_templates"]):
            guard let name = request.parameter("name") else { throw .missingName }
            try deleteTemplates(named: name, id: request.parameter("hsm_id"))
            return .done
        default: throw .unknownObject(edge.joined(separator: "/"))
        }
    }

    /// The node of the business number (Cloud API reference §6.1).
    private var numberNode: JSONValue {
        let hasWebhook = endpoints.contains { $0.face == .cloudAPI }
        let webhook: JSONValue = hasWebhook ? ["application": "https://simulated.example/webhook"] : [:]
        return [
            "id": .string(configuration.phoneNumberID.rawValue),
            "display_phone_number": .string("+" + configuration.phoneNumber.digits),
            "verified_name": .string(configuration.verifiedName), "name_status": "APPROVED", "status": "CONNECTED",
            "quality_rating": "GREEN", "code_verification_status": "VERIFIED", "platform_type": "CLOUD_API",
            "account_mode": "LIVE", "throughput": ["level": "STANDARD"],
            "whatsapp_business_manager_messaging_limit": "TIER_2K", "webhook_configuration": webhook,
        ]
    }
}
