import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// The node of the business number and its edges.
    func answerNumber(
        _ request: SimulatedRequest, _ edge: [String], _ caller: GraphCaller
    ) async throws(PlatformFault) -> SimulatedReply {
        let isMessaging = ["messages", "marketing_messages", "media"].contains(edge.first ?? "")
        try require(isMessaging ? "whatsapp_business_messaging" : "whatsapp_business_management", caller)
        switch (request.method, edge) {
        case (.post, ["messages"]): return try postMessages(request.json())
        case (.post, ["marketing_messages"]): return try postMarketingMessages(request.json())
        case (.post, ["media"]): return try postMedia(request)
        case (.get, ["whatsapp_business_profile"]):
            guard let object = profile.object else { throw .unknownObject("") }
            return .json(["data": [object.selecting(request.parameter("fields").map { $0 + ",messaging_product" })]])
        case (.post, ["whatsapp_business_profile"]):
            let body = try request.json()
            guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
            try updateProfile(body)
            return .done
        case (.post, ["request_code"]):
            let parameters = try request.parameters()
            try requestCode(
                method: parameters["code_method"]?.string ?? "", language: parameters["language"]?.string ?? "")
            return .done
        case (.post, ["verify_code"]):
            let code = try request.parameters()["code"]
            try verifyCode(code?.string ?? code?.number?.text ?? "")
            return .json(["success": true, "id": .string(configuration.phoneNumberID.rawValue)])
        case (.post, ["register"]):
            let body = try request.json()
            guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
            try register(pin: body["pin"]?.string ?? "")
            return .done
        case (.post, ["deregister"]):
            try deregister()
            return .done
        case (_, ["block_users"]): return try answerBlockList(request)
        case (_, ["groups"]): return try answerGroups(request)
        case (.get, []): return .json(numberObject.selecting(request.parameter("fields"), default: Self.usualFields))
        case (.post, []): return try await changeNumber(request.json())
        default: throw .unknownObject(edge.joined(separator: "/"))
        }
    }

    /// What the node shows where no fields are asked for (Cloud API reference §6.1).
    private static let usualFields: Set<String> = [
        "display_phone_number", "verified_name", "quality_rating", "code_verification_status", "platform_type",
        "throughput", "webhook_configuration",
    ]

    /// `POST /{phone-number-id}`: PIN, display name or callback.
    private func changeNumber(_ body: JSONValue) async throws(PlatformFault) -> SimulatedReply {
        if let pin = body["pin"] {
            try setPIN(pin.string ?? pin.number?.text ?? "")
        } else if let name = body["new_display_name"]?.string {
            try requestDisplayName(name)
        } else if let webhook = body["webhook_configuration"] {
            guard let url = webhook["override_callback_uri"]?.string else {
                throw PlatformFault(
                    code: 100, message: "The parameter webhook_configuration.override_callback_uri is required.")
            }
            try await setGraphCallback(
                url, token: webhook["verify_token"]?.string, named: Self.numberCallback)
        } else {
            throw PlatformFault(code: 100, message: "Invalid parameter", details: "Nothing that can be changed.")
        }
        return .done
    }

    static let numberCallback = "phone_number"
    static let accountCallback = "whatsapp_business_account"

    /// Sets a callback after its handshake (webhooks reference §1.8); an empty address removes it.
    func setGraphCallback(_ url: String, token: String?, named name: String) async throws(PlatformFault) {
        guard !url.isEmpty else { return setCallback(nil, as: .cloudAPI, named: name) }
        guard url.count <= 200, url.hasPrefix("https://") || url.hasPrefix("http://127.0.0.1") else {
            throw PlatformFault(
                code: 100, message: "Invalid parameter",
                details: "The callback is an address with https of at most 200 characters.")
        }
        guard let token, !token.isEmpty else {
            throw PlatformFault(code: 100, message: "The parameter verify_token is required.")
        }
        let endpoint = endpoint(at: url)
        var isVerified = false
        if let endpoint { isVerified = (try? await verify(endpoint, with: Secret(token))) ?? false }
        guard isVerified else {
            throw PlatformFault(
                code: 2200, subcode: nil, message: "Callback verification failed",
                details: "The callback did not answer the handshake with 200 and the challenge.")
        }
        setCallback(url, as: .cloudAPI, named: name)
    }

    /// The members of the number's node (Cloud API reference §6.1).
    var numberObject: JSONObject {
        var webhook = JSONObject()
        for name in [Self.numberCallback, Self.accountCallback, Face.cloudAPI.name] {
            guard let connected = callback(as: .cloudAPI, named: name) else { continue }
            webhook[name] = .string(connected.url ?? "https://simulated.example/webhook")
        }
        let health = numberHealth
        return [
            "id": .string(configuration.phoneNumberID.rawValue),
            "display_phone_number": .string("+" + configuration.phoneNumber.digits),
            "verified_name": .string(number.verifiedName), "name_status": .string(number.nameStatus),
            "new_name_status": .string(number.newNameStatus), "status": .string(number.status),
            "quality_rating": .string(number.qualityRating), "quality_score": ["score": .string(number.qualityRating)],
            "code_verification_status": .string(number.codeVerification),
            "platform_type": .string(number.isRegistered ? "CLOUD_API" : "NOT_APPLICABLE"), "account_mode": "LIVE",
            "is_pin_enabled": .bool(number.pin != nil), "is_official_business_account": false,
            "is_on_biz_app": false, "throughput": ["level": "STANDARD"],
            "whatsapp_business_manager_messaging_limit": .string(number.messagingLimit),
            "webhook_configuration": .object(webhook),
            "health_status": health,
        ]
    }

    /// `health_status` of the number and what it hangs on (Cloud API reference §6.14).
    private var numberHealth: JSONValue {
        var entity: [(String, JSONValue)] = [
            ("entity_type", "PHONE_NUMBER"), ("id", .string(configuration.phoneNumberID.rawValue)),
            ("can_send_message", number.isRegistered ? "AVAILABLE" : "BLOCKED"),
        ]
        if !number.isRegistered {
            entity.append(
                (
                    "errors",
                    [
                        [
                            "error_code": 141_000, "error_description": "The phone number is not registered",
                            "possible_solution": "Register the number with its PIN",
                        ]
                    ]
                ))
        }
        return [
            "can_send_message": number.isRegistered ? "AVAILABLE" : "BLOCKED",
            "entities": [
                .members(entity),
                [
                    "entity_type": "WABA", "id": .string(configuration.businessAccountID.rawValue),
                    "can_send_message": "AVAILABLE",
                ],
                ["entity_type": "BUSINESS", "id": .string(configuration.businessID), "can_send_message": "AVAILABLE"],
                ["entity_type": "APP", "id": .string(configuration.appID), "can_send_message": "AVAILABLE"],
            ],
        ]
    }
}
