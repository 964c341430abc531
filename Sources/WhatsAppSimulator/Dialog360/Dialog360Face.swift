import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// 360dialog's messaging host, and its Partner API below `/api/v2`.
///
/// What 360dialog forwards to the platform is answered by the platform's interface, under the number and the account that
/// the key stands for; what it does itself is played here, in its own forms.
struct Dialog360Face: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        if request.path.starts(with: ["api", "v2"]) { return platform.answerPartner(request) }
        guard platform.isDialog360Key(request) else { return Dialog360Refusals.badKey }
        switch platform.dialog360.settings.problem {
        case .disabled?: return Dialog360Refusals.disabled
        case .unpaidInvoices?: return Dialog360Refusals.unpaid
        case .notRunning?: return Dialog360Refusals.notRunning
        case nil: break
        }
        let path = request.path.joined(separator: "/")
        if platform.dialog360.settings.blockedPaths.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) {
            return Dialog360Refusals.blocked
        }
        do throws(PlatformFault) {
            return try await platform.answerDialog360(request)
        } catch {
            return error.graphReply(traceID: "SimTrace\(platform.nextNumber())")
        }
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        // What is about the account goes to the partner, in another form.
        let own = events.filter { if case .change(let change) = $0 { change.isOfNumber } else { true } }
        guard !own.isEmpty else { return [] }
        // Nothing is signed.
        return [SimulatedWebhook(body: platform.graphEnvelope(own).serialized())]
    }
}

extension SimulatedPlatform {
    func isDialog360Key(_ request: SimulatedRequest) -> Bool {
        guard let key = request.header("D360-API-KEY"), !dialog360.hasNoKey else { return false }
        return (dialog360.issuedKey ?? configuration.dialog360Key).withText { $0 == key }
    }

    /// Routes one request of the messaging host (360dialog reference §2.1).
    func answerDialog360(_ request: SimulatedRequest) async throws(PlatformFault) -> SimulatedReply {
        let number = configuration.phoneNumberID.rawValue
        switch request.path.first {
        case "v1": return answerDialog360Settings(request)
        case "waba_webhook", "multi_webhook": return answerDialog360Webhooks(request)
        case "health_status": return try await answerHealthStatus(request)
        case "whatsapp_business": return answerDialog360File(request)
        case "message_templates":
            guard dialog360.settings.templates != .ownOnly else { return Dialog360Refusals.blocked }
            return try await forward(request, below: configuration.businessAccountID.rawValue)
        case "messages", "marketing_messages", "media", "whatsapp_business_profile", "block_users", "groups":
            return try await forward(request, below: number)
        case let id? where request.path.count == 1 && media[id] != nil && request.method == .get:
            return answerDialog360Media(id)
        case let id? where id.hasPrefix("upload:") || id == "app": return try await forward(request, below: nil)
        // A path with the id of number or account is what 360dialog warns of.
        case number?, configuration.businessAccountID.rawValue?: return Dialog360Refusals.unknownPath
        case let id? where request.path.count == 1 && id.allSatisfy(\.isNumber):
            if request.method == .get, !templates.contains(where: { $0.id == id }) {
                dialog360.failedMedia.append(clock.now)
            }
            if isMediaBlocked { return Dialog360Refusals.mediaBlocked }
            return try await forward(request, below: nil)
        default: return Dialog360Refusals.unknownPath
        }
    }

    /// Lets the platform's interface answer, with the token that only 360dialog knows.
    func forward(_ request: SimulatedRequest, below node: String?) async throws(PlatformFault) -> SimulatedReply {
        var http = request.http
        if let node { http.path = "/\(node)\(http.path ?? "/")" }
        if let name = HTTPField.Name("D360-API-KEY") { http.headerFields[name] = nil }
        configuration.accessToken.withText { http.headerFields[.authorization] = "Bearer \($0)" }
        return try await answerGraph(SimulatedRequest(http, body: request.body))
    }

    /// `GET /health_status` (360dialog reference §2.7); with `fields` the number's node.
    private func answerHealthStatus(_ request: SimulatedRequest) async throws(PlatformFault) -> SimulatedReply {
        guard request.method == .get else { return Dialog360Refusals.unknownPath }
        if let fields = request.parameter("fields"), fields != "health_status" {
            var http = request.http
            http.path = "/?fields=\(PercentCoding.encoded(fields))"
            return try await forward(
                SimulatedRequest(http, body: []), below: configuration.phoneNumberID.rawValue)
        }
        let word = JSONValue.string(dialog360.settings.canSendMessage)
        var business: [(String, JSONValue)] = [
            ("entity_type", "BUSINESS"), ("id", "2729063490586005"), ("can_send_message", word),
        ]
        if dialog360.settings.canSendMessage == "BLOCKED" {
            business.append(
                (
                    "errors",
                    [
                        [
                            "error_code": 141_006, "error_description": "There is an error with the payment method.",
                            "possible_solution": "Add a payment method in the business settings.",
                        ]
                    ]
                ))
        }
        return .json([
            "health_status": [
                "can_send_message": word,
                "entities": [
                    [
                        "entity_type": "PHONE_NUMBER", "id": .string(configuration.phoneNumberID.rawValue),
                        "can_send_message": "AVAILABLE",
                    ],
                    [
                        "entity_type": "WABA", "id": .string(configuration.businessAccountID.rawValue),
                        "can_send_message": "AVAILABLE",
                    ],
                    .members(business),
                    ["entity_type": "APP", "id": "3100", "can_send_message": "AVAILABLE"],
                ],
            ],
            "id": .string(configuration.phoneNumberID.rawValue),
        ])
    }

    // MARK: Media

    /// How many failed requests for media an hour may have (360dialog reference §2.3).
    private static let maximumFailedMedia = 5

    private var isMediaBlocked: Bool {
        dialog360.failedMedia.count(where: { clock.now.timeIntervalSince($0) < 3600 }) > Self.maximumFailedMedia
    }

    /// `GET /{media-id}`: the address is the platform's, which this host does not answer at.
    private func answerDialog360Media(_ id: String) -> SimulatedReply {
        guard !isMediaBlocked else { return Dialog360Refusals.mediaBlocked }
        guard let stored = media[id], let ticket = try? issueTicket(for: id) else {
            return Dialog360Refusals.unknownPath
        }
        let expiry = Int64(clock.now.timeIntervalSince1970) + 300
        return .json([
            "messaging_product": "whatsapp",
            "url": .string(
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=\(id)&ext=\(expiry)&hash=\(ticket)"),
            "mime_type": .string(stored.mimeType), "sha256": .string(String(hexadecimal: stored.digest)),
            "file_size": .number(JSONNumber(stored.bytes.count)), "id": .string(id),
        ])
    }

    /// `GET /whatsapp_business/attachments/`: the bytes, on this host in the place of the platform's.
    private func answerDialog360File(_ request: SimulatedRequest) -> SimulatedReply {
        guard !isMediaBlocked else { return Dialog360Refusals.mediaBlocked }
        guard request.method == .get, request.path == ["whatsapp_business", "attachments"],
            let id = request.parameter("mid"), let file = ticketedMedia(id, ticket: request.parameter("hash"))
        else {
            dialog360.failedMedia.append(clock.now)
            return SimulatedReply(status: 404, contentType: "text/plain", body: [])
        }
        return SimulatedReply(status: 200, contentType: file.mimeType, body: file.bytes)
    }
}
