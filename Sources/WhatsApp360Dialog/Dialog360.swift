import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI
public import WhatsAppWebhooks

/// 360dialog's Messaging API for one business number.
///
/// ```swift
/// let dialog = Dialog360(apiKey: .fixed(key), webhookSecret: word, transport: .curl)
/// let sent = try await dialog.send(.text("Your order has shipped."), to: "+5511987654321")
/// ```
///
/// One API key stands for one number and its account: neither of their ids is part of a path. It is a value: ``with(_:)``
/// gives a changed copy. The key is sent in the header field `D360-API-KEY` only, only to ``Configuration/baseURL``, and
/// never along a redirect.
///
/// Source: 360dialog reference §1, §2 (Messaging API 1.44.0, 2026).
public struct Dialog360: WhatsAppProvider {
    /// Checks and decodes what 360dialog delivers: the header field with the shared secret, or the signature of partner
    /// webhooks, whichever of the two secrets was given. There is no handshake.
    public let webhooks: WebhookReceiver
    /// The settings.
    public private(set) var configuration: Configuration

    private let apiKey: CredentialSource
    private let transport: any HTTPTransport
    /// The word that deliveries carry.
    let webhookSecret: Secret?
    /// Which of the two template interfaces the account has, once that is known; copies share it.
    let templateInterface = TemplateInterfaceMemory()
    /// Made from the settings once, not for each call.
    private(set) var client: GraphClient

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - apiKey: where the number's API key comes from; `.fixed(key)` for one that does not change. Making a new key at
    ///     360dialog revokes every older one of the number, and forgets its webhook address (reference §1).
    ///   - webhookSecret: a long random word that every delivery carries in ``Configuration/webhookSecretHeader``, since
    ///     360dialog signs nothing for numbers. ``setWebhook(_:options:)`` registers it with the address.
    ///   - platformSecret: the partner's platform secret, where partner events arrive at the same address.
    ///   - transport: the way to the network.
    ///   - configuration: settings.
    public init(
        apiKey: CredentialSource, webhookSecret: Secret? = nil, platformSecret: Secret? = nil,
        transport: any HTTPTransport, configuration: Configuration = Configuration()
    ) {
        self.apiKey = apiKey
        self.transport = transport
        self.webhookSecret = webhookSecret
        self.configuration = configuration
        client = Self.makeClient(configuration, apiKey, transport)
        webhooks = Self.makeReceiver(
            webhookSecret: webhookSecret, headerName: configuration.webhookSecretHeader, platformSecret: platformSecret)
    }

    /// A copy with other settings. ``webhooks`` stays as it is.
    ///
    /// ```swift
    /// let patient = dialog.with { $0.transportOptions.timeout = .seconds(90) }
    /// ```
    public func with(_ change: (inout Configuration) throws -> Void) rethrows -> Self {
        var copy = self
        try change(&copy.configuration)
        copy.client = Self.makeClient(copy.configuration, apiKey, transport)
        return copy
    }

    /// Always `ProviderName/dialog360`.
    public var name: ProviderName { .dialog360 }

    private static func makeClient(
        _ configuration: Configuration, _ apiKey: CredentialSource, _ transport: any HTTPTransport
    ) -> GraphClient {
        let authorize: @Sendable (inout HTTPRequest, Secret) -> Void = { request, key in
            key.withText { request.headerFields[.dialog360Key] = $0 }
        }
        let engine = RequestEngine(
            provider: .dialog360, transport: transport, credentials: apiKey, retryPolicy: configuration.retryPolicy,
            transportOptions: configuration.transportOptions, clock: configuration.clock, authorize: authorize,
            failure: Dialog360Answer.failure)
        let address = GraphAddress(
            configuration.baseURL, version: nil, allowsPlainHTTP: configuration.allowsPlainHTTP)
        var client = GraphClient(
            engine: engine, address: address, number: .implied, account: .implied,
            // No host but the client's own: what is elsewhere is refused.
            media: GraphClient.MediaRoute(
                hosts: [], authorize: authorize, rewrite: { MediaAddress.rewritten($0, to: address) }),
            tagsMessages: configuration.tagsMessages && configuration.flavor == .cloud)
        client.media.failure = { Dialog360Answer.failure($0, holdsErrors: false) }
        let flavor = configuration.flavor
        client.encodeMessage = { (request) throws(WhatsAppError) in
            HTTPBody((flavor == .sandbox ? SandboxDialect.body(of: request) : request.dialog360JSON).serialized())
        }
        return client
    }
}

extension Dialog360: CustomStringConvertible, CustomReflectable {
    /// The provider and its flavor: neither credentials nor what the transport holds.
    public var description: String { "360dialog (\(configuration.flavor))" }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["flavor": "\(configuration.flavor)"]) }
}

extension HTTPField.Name {
    // Unwrapped, since the name that is written here is a valid one.
    /// `D360-API-KEY`: the credential of the Messaging API (360dialog reference §1).
    static let dialog360Key = HTTPField.Name("D360-API-KEY")!
}
