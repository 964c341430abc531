public import HTTPTypes

/// Where webhooks are to be delivered, and what goes with the address.
public struct WebhookTarget: Hashable, Sendable {
    /// The address: https.
    public var url: String
    /// The word that the platform's handshake shows (Cloud API); other providers make no handshake.
    public var verifyToken: Secret?
    /// Header fields that every delivery carries, where the provider can add some: a shared secret, as a rule.
    public var headers: HTTPFields
    /// For which numbers the address is set.
    public var level: WebhookConfiguration.Address.Level

    /// Creates a target.
    ///
    /// - Parameters:
    ///   - url: the address.
    ///   - verifyToken: the word of the handshake.
    ///   - headers: header fields that every delivery carries.
    ///   - level: for which numbers the address is set.
    public init(
        url: String, verifyToken: Secret? = nil, headers: HTTPFields = [:],
        level: WebhookConfiguration.Address.Level = .number
    ) {
        self.url = url
        self.verifyToken = verifyToken
        self.headers = headers
        self.level = level
    }
}

extension WebhookTarget: CustomStringConvertible, CustomReflectable {
    /// The host and the level: neither path nor secrets.
    public var description: String { WebhookConfiguration.Address(url: url, level: level).description }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["target": description]) }
}
