import HTTPTypes
import WhatsAppBusiness
import WhatsAppWebhooks

/// Cloud API: Graph paths, a bearer token, signed envelopes.
struct GraphFace: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        do throws(PlatformFault) {
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
    /// Routes one request.
    func answerGraph(_ request: SimulatedRequest) async throws(PlatformFault) -> SimulatedReply {
        let caller = try graphCaller(request)
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
        if node == configuration.phoneNumberID.rawValue { return try await answerNumber(request, edge, caller) }
        if node == configuration.businessAccountID.rawValue { return try await answerAccount(request, edge, caller) }
        if node.hasPrefix("upload:") { return try answerUpload(node, request) }
        if edge.isEmpty, media[node] != nil { return try answerMedia(node, request) }
        if templates.contains(where: { $0.id == node }) { return try answerTemplate(node, request, edge) }
        if groups[node] != nil { return try answerGroup(node, request, edge) }
        if let reply = try answerTemplateLibrary(request, segments) { return reply }
        if let reply = try await answerApplication(request, node, edge, caller) { return reply }
        throw .unknownObject(node)
    }
}
