import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI
public import WhatsAppWebhooks

/// 360dialog's Partner API: clients, channels, API keys, balances, templates and webhooks of a partner.
///
/// ```swift
/// let partner = Dialog360Partner(id: "AbCdEfPA", credentials: .apiKey(.fixed(key)), transport: .curl)
/// for try await channel in partner.channels() where channel.status == .ready { … }
/// ```
///
/// The credentials of this API are never accepted by the Messaging API (``Dialog360``), nor the other way round.
///
/// Source: 360dialog reference §5 (Partners V2 API 2.0.0, 2026).
public struct Dialog360Partner: Sendable {
    /// What proves who calls.
    public struct Credentials: Sendable {
        enum Kind: Sendable {
            case apiKey, bearer
        }

        let kind: Kind
        let source: CredentialSource

        /// A partner's API key, made in the Partner Hub: the way that 360dialog recommends. It is sent in `X-API-Key`.
        public static func apiKey(_ source: CredentialSource) -> Self {
            Self(kind: .apiKey, source: source)
        }

        /// A token as ``Dialog360Partner/token(username:password:transport:configuration:options:)`` gives one. It expires;
        /// 360dialog lets partners turn this way off.
        public static func bearer(_ source: CredentialSource) -> Self {
            Self(kind: .bearer, source: source)
        }
    }

    /// The settings of the Partner API.
    public struct Configuration: Sendable {
        /// Scheme, host, optional port and path of the API.
        public var baseURL: String
        /// Whether ``baseURL`` may be plain http on another machine. On this machine (a simulator) it always may.
        public var allowsPlainHTTP: Bool
        /// How failed calls are repeated.
        public var retryPolicy: RetryPolicy
        /// Limits of one attempt.
        public var transportOptions: TransportOptions
        /// What waits between repetitions.
        public var clock: any Clock<Duration>

        /// Creates settings.
        public init(
            baseURL: String = "https://hub.360dialog.io/api/v2", retryPolicy: RetryPolicy = .standard,
            transportOptions: TransportOptions = TransportOptions(), allowsPlainHTTP: Bool = false,
            clock: any Clock<Duration> = ContinuousClock()
        ) {
            self.baseURL = baseURL
            self.retryPolicy = retryPolicy
            self.transportOptions = transportOptions
            self.allowsPlainHTTP = allowsPlainHTTP
            self.clock = clock
        }
    }

    /// The partner's id; it ends in `PA`.
    public let id: String
    /// Checks and decodes what 360dialog delivers to the partner: the signature in `x-360dialog-signature`.
    public let webhooks: WebhookReceiver
    /// The settings.
    public let configuration: Configuration
    /// The way to the network, also for the providers that ``connect(_:webhook:webhookSecret:messaging:options:keep:)`` makes.
    let transport: any HTTPTransport
    let client: GraphClient

    /// Creates access to the Partner API.
    ///
    /// - Parameters:
    ///   - id: the partner's id.
    ///   - credentials: an API key, or a token.
    ///   - platformSecrets: the platform secret from the Hub, which signs partner webhooks: several while one is being
    ///     replaced.
    ///   - transport: the way to the network.
    ///   - configuration: settings.
    public init(
        id: String, credentials: Credentials, platformSecrets: [Secret] = [], transport: any HTTPTransport,
        configuration: Configuration = Configuration()
    ) {
        self.id = id
        self.configuration = configuration
        self.transport = transport
        client = Self.makeClient(credentials, transport, configuration)
        webhooks = Dialog360.makeReceiver(SignatureVerifier.dialog360Partner(platformSecrets: platformSecrets))
    }

    static func makeClient(
        _ credentials: Credentials?, _ transport: any HTTPTransport, _ configuration: Configuration
    ) -> GraphClient {
        let kind = credentials?.kind
        let engine = RequestEngine(
            provider: .dialog360, transport: transport, credentials: credentials?.source ?? "",
            retryPolicy: configuration.retryPolicy, transportOptions: configuration.transportOptions,
            clock: configuration.clock,
            authorize: { request, secret in
                switch kind {
                case .apiKey?: secret.withText { request.headerFields[.partnerKey] = $0 }
                case .bearer?: secret.withText { request.headerFields[.authorization] = "Bearer " + $0 }
                case nil: break
                }
            },
            failure: Dialog360Answer.failure)
        return GraphClient(
            engine: engine,
            address: GraphAddress(
                configuration.baseURL, version: nil, allowsPlainHTTP: configuration.allowsPlainHTTP),
            number: .implied, account: .implied, media: GraphClient.MediaRoute(hosts: []), tagsMessages: false)
    }
}

extension Dialog360Partner: CustomStringConvertible, CustomReflectable {
    /// The partner's id: no credentials.
    public var description: String { "360dialog partner \(id)" }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

extension HTTPField.Name {
    // Unwrapped, since the name that is written here is a valid one.
    /// `X-API-Key`: the credential of the Partner API (360dialog reference §5.1).
    static let partnerKey = HTTPField.Name("X-API-Key")!
}
