import HTTPTypes
public import WhatsAppBusiness

/// The answer to the request with which the platform checks a new callback address.
///
/// The platform sends `GET …?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…` whenever the address or the token
/// is saved, and expects the bare challenge back (webhooks reference §1.1). Such requests are not signed.
public struct WebhookHandshake: Sendable {
    /// The token that was entered beside the address; the program's own invention. `nil` refuses every handshake.
    public var verifyToken: Secret?

    /// The longest challenge that is sent back. The platform's are about ten digits.
    static let maximumChallengeLength = 1024

    /// Creates a handshake.
    public init(verifyToken: Secret?) {
        self.verifyToken = verifyToken
    }

    /// Checks a handshake.
    ///
    /// - Parameter query: the query of the request, still encoded.
    /// - Returns: the challenge, which is to be sent back as it is. It is opaque text, not a number.
    /// - Throws: `WebhookError` with `missingParameter`, `malformedParameter`, `unexpectedMode`,
    ///   `tokenMismatch` or `missingVerifyToken`.
    public func challenge(query: String?) throws(WebhookError) -> String {
        let query = QueryString(query)
        let mode = try Self.text(query, "hub.mode")
        let token = try Self.text(query, "hub.verify_token")
        let challenge = try Self.text(query, "hub.challenge")
        guard let verifyToken, !verifyToken.isEmpty else {
            throw WebhookError(code: .missingVerifyToken, message: "no verify token is configured")
        }
        guard mode == "subscribe" else {
            throw WebhookError(code: .unexpectedMode, message: "hub.mode is not subscribe")
        }
        guard verifyToken.withText({ ConstantTime.areEqual($0.utf8, token.utf8) }) else {
            throw WebhookError(code: .tokenMismatch, message: "hub.verify_token is not the configured token")
        }
        guard challenge.utf8.count <= Self.maximumChallengeLength,
            challenge.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else {
            throw WebhookError(
                code: .malformedParameter,
                message: "hub.challenge is longer than \(Self.maximumChallengeLength) bytes or no plain text")
        }
        return challenge
    }

    /// The response to a handshake: the bare challenge as plain text, or the refusal.
    /// - Parameter query: the query of the request, still encoded.
    public func response(query: String?) -> WebhookResponse {
        do throws(WebhookError) {
            return .text(try challenge(query: query), status: .ok)
        } catch {
            return WebhookResponse(refusing: error)
        }
    }

    private static func text(_ query: QueryString, _ key: String) throws(WebhookError) -> String {
        switch query.value(key) {
        case .text(let text) where !text.isEmpty: return text
        case .text, .missing: throw WebhookError(code: .missingParameter, message: "\(key) is missing")
        case .malformed:
            throw WebhookError(code: .malformedParameter, message: "\(key) is not text in percent encoding")
        }
    }
}
