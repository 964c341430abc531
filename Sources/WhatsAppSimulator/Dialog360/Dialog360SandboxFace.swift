import HTTPTypes
import WhatsAppBusiness

/// 360dialog's sandbox: the dialect of the retired on-premises client (360dialog reference §1.1, §3).
struct Dialog360SandboxFace: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        if request.path == ["v1", "configs", "webhook"] {
            return platform.answerNumberWebhook(request, as: .dialog360Sandbox)
        }
        do throws(PlatformFault) {
            switch (request.method, request.path.count) {
            case (.post, 2) where request.path == ["v1", "messages"]: return try send(request, on: platform)
            case (.put, 3) where request.path.starts(with: ["v1", "messages"]):
                guard try request.json()["status"]?.string == "read" else {
                    throw .invalid("status", "only read is known")
                }
                try platform.markAsRead(MessageID(request.path[2]))
                return .json([:])
            default: return refusal(.unknownObject(""), on: platform)
            }
        } catch {
            return refusal(error, on: platform)
        }
    }

    /// `POST /v1/messages`: 201, without contacts.
    private func send(
        _ request: SimulatedRequest, on platform: isolated SimulatedPlatform
    ) throws(PlatformFault) -> SimulatedReply {
        var body = try request.json().object ?? [:]
        let settings = platform.dialog360.settings
        guard platform.dialog360.sandboxMessages < settings.sandboxQuota else {
            throw PlatformFault(code: 131_048, message: "The sandbox has sent all of its messages")
        }
        guard let to = body["to"]?.string, !to.isEmpty, to.allSatisfy(\.isNumber) else {
            throw .invalid("to", "a number is written in digits")
        }
        if let owner = settings.sandboxOwner, PhoneNumber(rawValue: to).matchingKey != owner.matchingKey {
            throw PlatformFault(code: 131_026, message: "The recipient is not the owner of the sandbox")
        }
        for key in ["image", "video", "audio", "document", "sticker"] where body[key]?["id"] != nil {
            throw .invalid(key, "there are no media ids here")
        }
        // What stands beside the text is in it elsewhere.
        if let preview = body["preview_url"] {
            guard preview.bool != nil else { throw .invalid("preview_url", "true or false") }
            if var text = body["text"]?.object {
                text["preview_url"] = preview
                body["text"] = .object(text)
            }
            body["preview_url"] = nil
        }
        if body["text"]?["preview_url"] != nil, try request.json()["text"]?["preview_url"] != nil {
            throw .invalid("text", "preview_url stands beside the text")
        }
        if let template = body["template"] {
            guard template["language"]?["policy"]?.string ?? "deterministic" == "deterministic" else {
                throw .invalid("template.language.policy", "deterministic")
            }
            platform.addSandboxTemplates()
        }
        body["messaging_product"] = "whatsapp"
        let accepted = try platform.accept(.object(body))
        platform.dialog360.sandboxMessages += 1
        return .json(
            ["messages": [["id": .string(accepted.id.rawValue)]], "meta": Self.meta], status: 201)
    }

    private static let meta: JSONValue = ["api_status": "stable", "version": "2.53.3"]

    /// The on-premises form (360dialog reference §3.5).
    func refusal(_ fault: PlatformFault, on platform: isolated SimulatedPlatform) -> SimulatedReply {
        .json(
            [
                "meta": [
                    "api_status": "stable", "version": "2.53.3", "success": false,
                    "http_code": .number(JSONNumber(fault.status)), "developer_message": .string(fault.message),
                ],
                "errors": [fault.onPremisesError],
            ], status: fault.status)
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        events.compactMap { event -> SimulatedWebhook? in
            let body: JSONValue
            switch event {
            case .message(let message): body = message.onPremisesJSON
            case .status(let status): body = ["statuses": .array(status.onPremisesJSON)]
            // The client knows of no account.
            case .change: return nil
            }
            return SimulatedWebhook(body: body.serialized())
        }
    }
}

extension SimulatedEvent.Message {
    /// The body that tells of a message: no envelope, no user ids, and `voice` for a voice message.
    fileprivate var onPremisesJSON: JSONValue {
        var members: [(String, JSONValue)] = [
            ("from", .string(from.number.digits)), ("id", .string(id.rawValue)),
            ("timestamp", .string(at.platformTimestamp)),
        ]
        if self["audio"]?["voice"]?.bool == true, var audio = self["audio"]?.object {
            audio["voice"] = nil
            members += [("type", "voice"), ("voice", .object(audio))]
            members += content.filter { $0.0 != "type" && $0.0 != "audio" }
        } else {
            members += content
        }
        return [
            "contacts": [["profile": ["name": .string(from.name)], "wa_id": .string(from.number.digits)]],
            "messages": [.members(members)],
        ]
    }
}

extension SimulatedEvent.Status {
    /// The elements of `statuses`: details are flat, and there is no tag.
    fileprivate var onPremisesJSON: [JSONValue] {
        recipients.map { recipient in
            var members: [(String, JSONValue)] = [
                ("id", .string(id.rawValue)), ("recipient_id", .string(recipient.number.digits)),
                ("status", .string(state)), ("timestamp", .string(at.platformTimestamp)), ("type", "message"),
            ]
            if let pricing { members.append(("pricing", pricing)) }
            if let fault { members.append(("errors", [fault.onPremisesError])) }
            return .members(members)
        }
    }
}

extension PlatformFault {
    /// The fault with the number that the on-premises client had for it (webhooks reference §5.8).
    fileprivate var onPremisesError: JSONValue {
        let number: Int
        switch code {
        case 131_047: number = 470
        case 131_048: number = 471
        case 131_051: number = 501
        case 131_008: number = 1008
        case 131_009, 100: number = 1009
        case 131_021: number = 1021
        case 131_026: number = 1013
        case 132_000: number = 2000
        case 132_001: number = 2001
        case 132_012: number = 2012
        default: number = 1000
        }
        var members: [(String, JSONValue)] = [
            ("code", .number(JSONNumber(number))), ("title", .string(message)),
        ]
        if let details { members.append(("details", .string(details))) }
        return .members(members)
    }
}

extension SimulatedPlatform {
    /// The three templates that the sandbox has (360dialog reference §1.1).
    fileprivate func addSandboxTemplates() {
        let question: JSONValue = [
            ["type": "BODY", "text": "Do you like the sandbox?"],
            [
                "type": "BUTTONS",
                "buttons": [["type": "QUICK_REPLY", "text": "Yes"], ["type": "QUICK_REPLY", "text": "No"]],
            ],
        ]
        let all = [
            SimulatedTemplate(
                name: "disclaimer", language: "en", category: .utility, body: "This message comes from a sandbox."),
            SimulatedTemplate(
                name: "first_welcome_messsage", language: "en", category: .utility, body: "Welcome, {{1}}!"),
            SimulatedTemplate(
                name: "interactive_template_sandbox", language: "en", category: .utility, components: question),
        ]
        for template in all where !templates.contains(where: { $0.name == template.name }) {
            templates.append(template.record(id: nextTemplateID(), at: clock.now))
        }
    }
}
