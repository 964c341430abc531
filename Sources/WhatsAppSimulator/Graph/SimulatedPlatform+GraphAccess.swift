import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// Who asks, by the token of the request.
    enum GraphCaller {
        case token(SimulatedToken)
        /// The application itself, by `{app-id}|{app-secret}`.
        case application
    }

    /// Finds out who asks.
    func graphCaller(_ request: SimulatedRequest) throws(PlatformFault) -> GraphCaller {
        guard let text = request.bearerToken ?? request.parameter("access_token") else { throw .noToken }
        guard let caller = caller(text) else { throw .badToken }
        if case .token(let token) = caller, let end = token.expiresAt, clock.now >= end { throw .expiredToken }
        return caller
    }

    func caller(_ text: String) -> GraphCaller? {
        if configuration.accessToken.withText({ $0 == text }) {
            return .token(SimulatedToken(configuration.accessToken))
        }
        if let token = configuration.tokens.first(where: { $0.secret.withText { $0 == text } }) {
            return .token(token)
        }
        let isApplication = configuration.appSecret.withText { text == "\(configuration.appID)|\($0)" }
        return isApplication ? .application : nil
    }

    /// `GET /debug_token?input_token=` (Cloud API reference §6.9).
    func debugToken(_ request: SimulatedRequest) throws(PlatformFault) -> SimulatedReply {
        guard let text = request.parameter("input_token") else {
            throw PlatformFault(code: 100, message: "The parameter input_token is required.")
        }
        guard case .token(let token)? = caller(text) else {
            return .json([
                "data": [
                    "is_valid": false, "scopes": [],
                    "error": ["code": 190, "message": "The access token could not be decoded"],
                ]
            ])
        }
        let isValid = token.expiresAt.map { clock.now < $0 } ?? true
        let end = token.expiresAt.map { Int64($0.timeIntervalSince1970) } ?? 0
        let scopes = token.scopes.sorted()
        let accounts: JSONValue = .array(
            ([configuration.businessAccountID] + configuration.otherNumbers.map(\.accountID)).unique
                .map { .string($0.rawValue) })
        var data: [(String, JSONValue)] = [
            ("app_id", .string(configuration.appID)), ("type", "SYSTEM_USER"),
            ("application", .string(configuration.appName)), ("expires_at", .number(JSONNumber(end))),
            ("is_valid", .bool(isValid)), ("scopes", .array(scopes.map { .string($0) })),
            (
                "granular_scopes",
                .array(
                    scopes.map { scope in
                        scope == "business_management"
                            ? ["scope": .string(scope), "target_ids": [.string(configuration.businessID)]]
                            : ["scope": .string(scope), "target_ids": accounts]
                    })
            ),
        ]
        if !isValid {
            data.append(("error", ["code": 190, "subcode": 463, "message": "The session has expired"]))
        }
        return .json(["data": .members(data)])
    }

    /// The permission that an operation needs (webhooks reference §5.2: 200 where it is missing).
    func require(_ scope: String, _ caller: GraphCaller) throws(PlatformFault) {
        guard case .token(let token) = caller else { throw .missingPermission(scope) }
        guard token.scopes.contains(scope) else { throw .missingPermission(scope) }
    }
}

extension PlatformFault {
    static let expiredToken = Self(
        status: 401, code: 190, subcode: 463, message: "Error validating access token: the session has expired")

    static func missingPermission(_ scope: String) -> Self {
        Self(
            status: 403, code: 200, subcode: 1_349_174, message: "The application lacks a permission",
            details: "Needs the permission \(scope).")
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in order.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
