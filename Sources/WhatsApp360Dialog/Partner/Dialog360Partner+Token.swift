import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360Partner {
    /// A token of the Partner API.
    public struct Token: Hashable, Sendable {
        /// The token.
        public var accessToken: Secret
        /// What renews it, where 360dialog gives one.
        public var refreshToken: Secret?
        /// The kind of token, as a rule `Bearer`.
        public var type: String?
        /// How long it lives.
        public var lifetime: Duration?

        /// Creates a token.
        public init(accessToken: Secret, refreshToken: Secret? = nil, type: String? = nil, lifetime: Duration? = nil) {
            self.accessToken = accessToken
            self.refreshToken = refreshToken
            self.type = type
            self.lifetime = lifetime
        }
    }

    /// Asks for a token. 360dialog recommends API keys instead, and lets partners turn tokens off.
    ///
    /// ```swift
    /// let source = CredentialSource { _ in
    ///     try await Dialog360Partner.token(username: name, password: password, transport: .curl).accessToken
    /// }
    /// let partner = Dialog360Partner(id: id, credentials: .bearer(source), transport: .curl)
    /// ```
    ///
    /// - Parameters:
    ///   - username: the e-mail address of the account.
    ///   - password: its password.
    ///   - transport: the way to the network.
    ///   - configuration: settings.
    ///   - options: how the call is made.
    /// - Returns: the token. `POST /token`, 360dialog reference §5.1.
    /// - Throws: `WhatsAppError`; `unauthorized` for wrong credentials.
    public static func token(
        username: String, password: Secret, transport: any HTTPTransport,
        configuration: Configuration = Configuration(), options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Token {
        let client = makeClient(nil, transport, configuration)
        let body: JSONValue = password.withText { ["username": .string(username), "password": .string($0)] }
        let call = try client.call("token", .post, path: "token", body: HTTPBody(body.serialized()))
        return try await client.engine.perform(call, options: options) { (response) throws(WhatsAppError) in
            // The answer holds a secret, so that it is not kept.
            guard let answer = try? JSONValue(parsing: response.body), let token = answer.word("access_token") else {
                throw GraphAnswer.notUnderstood(ResponseMetadata(status: response.status, headers: response.headers))
            }
            return Token(
                accessToken: Secret(token), refreshToken: answer.word("refresh_token").map { Secret($0) },
                type: answer.word("token_type"),
                lifetime: answer["expires_in"]?.lenientInteger.map { .seconds($0) })
        }
    }
}
