import HTTPTypes
import WhatsAppBusiness

extension SimulatedPlatform {
    /// The node of the account and its edges (Cloud API reference §6.9).
    func answerAccount(
        _ request: SimulatedRequest, _ edge: [String], _ caller: GraphCaller
    ) async throws(PlatformFault) -> SimulatedReply {
        try require("whatsapp_business_management", caller)
        switch (request.method, edge) {
        case (.get, []): return .json(accountObject.selecting(request.parameter("fields"), default: Self.usualMembers))
        case (.get, ["phone_numbers"]):
            let fields = request.parameter("fields")
            return try page(
                [numberObject.selecting(fields)]
                    + otherNumbers(of: configuration.businessAccountID, fields), request)
        case (.get, ["subscribed_apps"]): return .json(["data": .array(subscribedApps)])
        case (.post, ["subscribed_apps"]): return try await subscribeApp(request)
        case (.delete, ["subscribed_apps"]):
            isSubscribed = false
            return .done
        default:
            if let reply = try answerTemplates(request, edge) { return reply }
            throw .unknownObject(edge.joined(separator: "/"))
        }
    }

    private static let usualMembers: Set<String> = ["name", "timezone_id", "message_template_namespace", "currency"]

    /// The members of the account's node.
    private var accountObject: JSONObject {
        [
            "id": .string(configuration.businessAccountID.rawValue), "name": .string(configuration.verifiedName),
            "status": "ACTIVE", "timezone_id": "1", "currency": "USD", "country": "US",
            "message_template_namespace": .string(Self.templateNamespace), "account_review_status": "APPROVED",
            "business_verification_status": "verified", "ownership_type": "CLIENT_OWNED",
            "owner_business_info": [
                "id": .string(configuration.businessID), "name": .string(configuration.verifiedName),
            ],
            "subscribed_apps": ["data": .array(subscribedApps)],
            "health_status": [
                "can_send_message": "AVAILABLE",
                "entities": [
                    [
                        "entity_type": "WABA", "id": .string(configuration.businessAccountID.rawValue),
                        "can_send_message": "AVAILABLE",
                    ]
                ],
            ],
        ]
    }

    /// The namespace that on-premises sends name.
    static let templateNamespace = "1a2b3c4d_0000_4000_8000_5e6f7a8b9c0d"

    private var subscribedApps: [JSONValue] {
        guard isSubscribed else { return [] }
        var app: [(String, JSONValue)] = [
            (
                "whatsapp_business_api_data",
                [
                    "id": .string(configuration.appID), "name": .string(configuration.appName),
                    "link": .string("https://simulated.example/apps/\(configuration.appID)"),
                ]
            )
        ]
        if let url = callback(as: .cloudAPI, named: Self.accountCallback)?.url {
            app.append(("override_callback_uri", .string(url)))
        }
        return [.members(app)]
    }

    /// `POST /{waba}/subscribed_apps`: an empty body subscribes and removes an override.
    private func subscribeApp(_ request: SimulatedRequest) async throws(PlatformFault) -> SimulatedReply {
        let parameters = try request.parameters()
        try await setGraphCallback(
            parameters["override_callback_uri"]?.string ?? "", token: parameters["verify_token"]?.string,
            named: Self.accountCallback)
        isSubscribed = true
        wake?.yield()
        return .done
    }

    /// Numbers of an account that exist beside the played one; they can be read only.
    func otherNumbers(of account: BusinessAccountID, _ fields: String?) -> [JSONValue] {
        configuration.otherNumbers.filter { $0.accountID == account }.map { other in
            let object: JSONObject = [
                "id": .string(other.id.rawValue), "display_phone_number": .string("+" + other.number.digits),
                "verified_name": .string(other.verifiedName), "quality_rating": "UNKNOWN",
                "code_verification_status": "VERIFIED", "platform_type": "CLOUD_API", "status": "CONNECTED",
                "name_status": "APPROVED", "account_mode": "LIVE",
            ]
            return object.selecting(fields)
        }
    }

    /// A page of a list, by `limit`, `after` and `before` (Cloud API reference §1.3).
    func page(
        _ all: [JSONValue], _ request: SimulatedRequest, usualLimit: Int = 25, summary: JSONValue? = nil
    ) throws(PlatformFault) -> SimulatedReply {
        let limit = min(max(request.parameter("limit").flatMap { Int($0) } ?? usualLimit, 1), 1_000)
        var start = 0
        if let after = request.parameter("after"), !after.isEmpty {
            guard let place = Self.place(after), place <= all.count else { throw .badCursor }
            start = place
        } else if let before = request.parameter("before"), !before.isEmpty {
            guard let place = Self.place(before), place <= all.count else { throw .badCursor }
            start = max(place - limit, 0)
        }
        let end = min(start + limit, all.count)
        var answer: [(String, JSONValue)] = [("data", .array(Array(all[start..<end])))]
        if start < end {
            var paging: [(String, JSONValue)] = [
                ("cursors", ["before": .string(Self.cursor(start)), "after": .string(Self.cursor(end))])
            ]
            let route = (request.http.path ?? "").prefix { $0 != "?" }
            let kept = request.query.filter { !["after", "before", "access_token"].contains($0.name) }
            func address(_ name: String, _ place: Int) -> JSONValue {
                let query = (kept + [(name: name, value: Self.cursor(place))])
                    .map { "\(PercentCoding.encoded($0.name))=\(PercentCoding.encoded($0.value))" }
                    .joined(separator: "&")
                return .string("\(request.origin)\(route)?\(query)")
            }
            if start > 0 { paging.append(("previous", address("before", start))) }
            if end < all.count { paging.append(("next", address("after", end))) }
            answer.append(("paging", .members(paging)))
        }
        if let summary, request.parameter("summary") != nil { answer.append(("summary", summary)) }
        return .json(.members(answer))
    }

    private static func cursor(_ place: Int) -> String { "SIMCURSOR\(place * 7 + 3)" }

    private static func place(_ cursor: String) -> Int? {
        guard cursor.hasPrefix("SIMCURSOR"), let number = Int(cursor.dropFirst(9)), number >= 3, (number - 3) % 7 == 0
        else { return nil }
        return (number - 3) / 7
    }
}

extension PlatformFault {
    static let badCursor = Self(code: 100, message: "Invalid parameter", details: "The cursor is not one.")
}
