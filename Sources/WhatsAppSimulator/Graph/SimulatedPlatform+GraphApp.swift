import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// The application's edges, and what a token reaches; `nil` for every other node.
    func answerApplication(
        _ request: SimulatedRequest, _ node: String, _ edge: [String], _ caller: GraphCaller
    ) async throws(PlatformFault) -> SimulatedReply? {
        switch (request.method, [node] + edge) {
        case (.get, ["debug_token"]): return try debugToken(request)
        case (.get, ["me"]):
            return .json(["id": "100001234567890", "name": .string("\(configuration.appName) system user")])
        case (.get, ["me", "businesses"]):
            try require("business_management", caller)
            return .json([
                "data": [["id": .string(configuration.businessID), "name": .string(configuration.verifiedName)]]
            ])
        case (.get, [configuration.businessID]):
            try require("business_management", caller)
            return .json(["id": .string(configuration.businessID), "name": .string(configuration.verifiedName)])
        case (.get, [configuration.businessID, "owned_whatsapp_business_accounts"]):
            try require("whatsapp_business_management", caller)
            return try page(accounts, request)
        case (.get, [configuration.businessID, "client_whatsapp_business_accounts"]):
            try require("whatsapp_business_management", caller)
            return try page([], request)
        case (.post, [configuration.appID, "uploads"]), (.post, ["app", "uploads"]):
            return try postUploads(request)
        case (.get, [configuration.appID]), (.get, ["app"]):
            return .json(["id": .string(configuration.appID), "name": .string(configuration.appName)])
        case (_, [configuration.appID, "subscriptions"]):
            return try await answerSubscriptions(request, caller)
        default:
            guard edge.isEmpty || edge == ["phone_numbers"] else { return nil }
            let others = configuration.otherNumbers
            if edge.isEmpty, let other = others.first(where: { $0.id.rawValue == node }) {
                return otherNumbers(of: other.accountID, request.parameter("fields")).first { $0["id"]?.string == node }
                    .map { .json($0) }
            }
            guard let account = others.first(where: { $0.accountID.rawValue == node })?.accountID,
                account != configuration.businessAccountID
            else { return nil }
            try require("whatsapp_business_management", caller)
            if edge.isEmpty {
                return .json(accounts.first { $0["id"]?.string == node } ?? .object(JSONObject()))
            }
            return try page(otherNumbers(of: account, request.parameter("fields")), request)
        }
    }

    /// The accounts of the business.
    private var accounts: [JSONValue] {
        ([configuration.businessAccountID] + configuration.otherNumbers.map(\.accountID)).unique.map { account in
            let other = configuration.otherNumbers.first { $0.accountID == account }
            let name =
                account == configuration.businessAccountID
                ? configuration.verifiedName : other?.verifiedName ?? configuration.verifiedName
            return [
                "id": .string(account.rawValue), "name": .string(name), "currency": "USD", "timezone_id": "1",
                "message_template_namespace": .string(Self.templateNamespace),
            ]
        }
    }

    /// `/{app-id}/subscriptions`, which takes the token of the application (Cloud API reference §6.9).
    private func answerSubscriptions(
        _ request: SimulatedRequest, _ caller: GraphCaller
    ) async throws(PlatformFault) -> SimulatedReply {
        guard case .application = caller else {
            throw PlatformFault(
                status: 400, code: 15, message: "This method must be called with an app access_token.")
        }
        let parameters = try request.parameters()
        let object = "whatsapp_business_account"
        switch request.method {
        case .get:
            guard let url = callback(as: .cloudAPI)?.url else { return .json(["data": []]) }
            let fields = (subscribedFields ?? []).sorted().map { field -> JSONValue in
                ["name": .string(field), "version": "v25.0"]
            }
            return .json([
                "data": [
                    ["object": .string(object), "callback_url": .string(url), "active": true, "fields": .array(fields)]
                ]
            ])
        case .post:
            guard parameters["object"]?.string == object else {
                throw PlatformFault(code: 100, message: "Invalid parameter", details: "object is \(object).")
            }
            if let url = parameters["callback_url"]?.string {
                try await setGraphCallback(
                    url, token: parameters["verify_token"]?.string, named: Face.cloudAPI.name)
            } else if callback(as: .cloudAPI) == nil {
                throw PlatformFault(code: 100, message: "The parameter callback_url is required.")
            }
            subscribedFields = (subscribedFields ?? []).union(Self.fields(parameters))
            return .done
        case .delete:
            let fields = Self.fields(parameters)
            if fields.isEmpty {
                subscribedFields = nil
                setCallback(nil, as: .cloudAPI)
            } else {
                subscribedFields = (subscribedFields ?? []).subtracting(fields)
            }
            return .done
        default: throw .unknownObject("subscriptions")
        }
    }

    /// The names in `fields`, comma-separated or a list.
    private static func fields(_ parameters: JSONObject) -> Set<String> {
        if let list = parameters["fields"]?.array { return Set(list.compactMap(\.string)) }
        let text = parameters["fields"]?.string ?? ""
        return Set(text.split(separator: ",").map { String($0).trimmingASCIIWhitespace() })
    }
}
