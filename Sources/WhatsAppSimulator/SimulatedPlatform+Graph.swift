import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// Routes one request.
    func answer(_ request: HTTPRequest, body: [UInt8]) -> GraphReply {
        do throws(GraphFault) {
            try authorize(request)
            let target = request.path ?? "/"
            let route = target.prefix { $0 != "?" }
            var segments = route.split(separator: "/").map(String.init)
            // The version is optional on the platform too.
            if let first = segments.first, first.hasPrefix("v"), first.dropFirst().first?.isNumber == true {
                segments.removeFirst()
            }
            if request.method == .get, segments.count == 1, let node = mediaNode(segments[0], request) { return node }
            guard segments.first == configuration.phoneNumberID.rawValue else {
                throw .unknownObject(segments.first ?? "")
            }
            switch (request.method, Array(segments.dropFirst())) {
            case (.post, ["messages"]): return try postMessages(body)
            case (.get, []): return number
            default: throw .unknownObject(segments.joined(separator: "/"))
            }
        } catch {
            return error.reply(traceID: "SimTrace\(nextNumber())")
        }
    }

    func authorize(_ request: HTTPRequest) throws(GraphFault) {
        guard let field = request.headerFields[.authorization] else { throw .noToken }
        let isRight = configuration.accessToken.withText { field == "Bearer \($0)" || field == "OAuth \($0)" }
        guard isRight else { throw .badToken }
    }

    /// The node of the business number (Cloud API reference §6.1).
    private var number: GraphReply {
        let webhook: JSONValue = endpoint == nil ? [:] : ["application": "https://simulated.example/webhook"]
        return .success([
            "id": .string(configuration.phoneNumberID.rawValue),
            "display_phone_number": .string("+" + configuration.phoneNumber.digits),
            "verified_name": .string(configuration.verifiedName), "name_status": "APPROVED", "status": "CONNECTED",
            "quality_rating": "GREEN", "code_verification_status": "VERIFIED", "platform_type": "CLOUD_API",
            "account_mode": "LIVE", "throughput": ["level": "STANDARD"],
            "whatsapp_business_manager_messaging_limit": "TIER_2K", "webhook_configuration": webhook,
        ])
    }
}
