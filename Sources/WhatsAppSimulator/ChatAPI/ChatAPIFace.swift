import HTTPTypes
import WhatsAppBusiness

/// Chat API and 1msg: one method for each kind, a token in the query or as bearer, status 200 for most refusals, texts
/// instead of numbers.
///
/// Source: Chat API reference (August 2026).
struct ChatAPIFace: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        guard let token = request.parameter("token") ?? request.bearerToken else {
            return Self.wrongToken("", request)
        }
        guard platform.configuration.chatAPIToken.withText({ $0 == token }) else {
            return Self.wrongToken(token, request)
        }
        let method = request.path.dropFirst().joined(separator: "/")
        do throws(PlatformFault) {
            switch request.method {
            case .get: return try platform.getChatAPI(method, request)
            case .post:
                let body = try request.json()
                if let message = try platform.flatMessage(method, body) { return platform.sendFlat(message) }
                return try platform.postChatAPI(method, body, request)
            case .delete where method.hasPrefix("media/"):
                try platform.deleteMedia(String(method.dropFirst(6)))
                return .json(["result": "success"])
            default: throw .noMethod
            }
        } catch {
            return error.chatReply
        }
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        let instance: JSONValue = .string(platform.configuration.chatAPIChannel)
        if platform.chatAPI.hasRawHooks {
            guard var body = platform.graphEnvelope(events).object else { return [] }
            body["instanceId"] = instance
            return [SimulatedWebhook(body: JSONValue.object(body).serialized())]
        }
        var messages: [JSONValue] = []
        var acks: [JSONValue] = []
        for event in events {
            switch event {
            case .message(let message): messages.append(.object(platform.chatRow(message)))
            case .status(let status) where platform.chatAPI.notifiesAcks: acks += status.chatAcks
            // Templates, the number and the account are not told of.
            case .status, .change: break
            }
        }
        var members: [(String, JSONValue)] = [("instanceId", instance)]
        if !messages.isEmpty { members.append(("messages", .array(messages))) }
        if !acks.isEmpty { members.append(("ack", .array(acks))) }
        return members.count == 1 ? [] : [SimulatedWebhook(body: JSONValue.members(members).serialized())]
    }

    /// The refusal of a token, which repeats it as the service does (reference §1).
    private static func wrongToken(_ token: String, _ request: SimulatedRequest) -> SimulatedReply {
        let text =
            "Wrong token \"\(token)\" for channel \"\(request.path.first ?? "")\". Please provide token as a GET parameter."
        return .json(["error": .string(text)], status: 401)
    }
}

extension PlatformFault {
    static let noMethod = Self(status: 404, code: 100, message: "Not found")

    /// A refusal of anything but a send.
    var chatReply: SimulatedReply {
        if status == 404 { return SimulatedReply(status: 404, contentType: "text/html", body: Array("Not found".utf8)) }
        return .json(["error": .string(chatText)], status: status == 401 ? 400 : status)
    }

    /// A refusal of a send, in one of the forms that the service has for it (reference §16): always with status 200.
    var sendReply: SimulatedReply {
        switch code {
        case 131047: return .json(["sent": false, "message": "Dialog window is closed"])
        case 131026:
            return .json(["sent": false, "error": ["message": "Recipient is not a valid WhatsApp user"]])
        case 131008, 131009, 100: return .json(["sent": false, "message": .string(details ?? message)])
        default: return .json(["sent": false, "error": ["message": .string(chatText)]])
        }
    }

    var chatText: String { "(#\(code)) \(details ?? message)" }
}

extension SimulatedPlatform {
    /// Lets Chat API put sends into a queue of its own, as it does at times: its answer then says `sent: false` and names a
    /// job instead of a message, and the message leaves all the same (Chat API reference §3).
    public func setChatAPIQueue(_ isOn: Bool) {
        chatAPI.queuesSends = isOn
    }

    /// Sends what a method was asked to send.
    func sendFlat(_ body: JSONValue) -> SimulatedReply {
        do throws(PlatformFault) {
            let accepted = try accept(body)
            if chatAPI.queuesSends {
                return .json(["sent": false, "message": "queued", "jobId": .number(JSONNumber(nextNumber()))])
            }
            return .json([
                "sent": true, "message": .string("Sent to \(accepted.recipient.number.digits)@c.us"),
                "description": "Message has been sent to the provider", "id": .string(accepted.id.rawValue),
            ])
        } catch {
            return error.sendReply
        }
    }
}
