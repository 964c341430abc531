import HTTPTypes
public import WhatsAppBusiness
public import WhatsAppWebhooks

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Chat API's WhatsApp Business product, and its successor 1msg, for one channel.
///
/// ```swift
/// let chat = ChatAPI(
///     baseURL: "https://api.1msg.io/VID123456789", token: .fixed(token),
///     webhookSecret: .query("key", secret), transport: .curl)
/// let sent = try await chat.send(.text("Your order has shipped."), to: "+5511987654321")
/// ```
///
/// The address is the one that the personal account of the service shows as "API URL"; it is taken as it is, with or
/// without a slash at its end. The token goes to that address only, in the way that ``Configuration/authentication``
/// says; where it stands in addresses, this library still shows it nowhere.
///
/// It is a value: ``with(_:)`` gives a changed copy. What it cannot do is said by ``capabilities``, and thrown as
/// `unsupported` before anything is sent.
///
/// Source: Chat API reference §0, §1 (API 3.3, August 2026).
public struct ChatAPI: WhatsAppProvider {
    /// The settings of a provider.
    public struct Configuration: Sendable {
        /// How the token travels; `nil` for what the host is known to take.
        public var authentication: Authentication?
        /// Whether the base address may be plain http on another machine. On this machine (a simulator) it always may.
        public var allowsPlainHTTP: Bool
        /// The id of the channel, as deliveries name it (`instanceId`). Where it is given, deliveries of other channels
        /// become problems. It is no proof of where a delivery comes from.
        public var instanceID: String?
        /// The address of this program's own webhook, among the several that a channel can deliver to.
        public var webhookURL: String?
        /// The namespace of the account's templates, where it is known; otherwise it is looked up when it is needed.
        public var templateNamespace: String?
        /// The hosts that media is fetched from, with all below them, besides the base address's own. Inbound files lie in
        /// an object storage whose host the service does not document: add the one that your deliveries name.
        public var mediaHosts: [String]
        /// How failed calls are repeated.
        public var retryPolicy: RetryPolicy
        /// Limits of one attempt.
        public var transportOptions: TransportOptions
        /// What waits between repetitions.
        public var clock: any Clock<Duration>
        /// The time of receipt, which stands in for the time that deliveries of statuses do not carry.
        public var now: @Sendable () -> Date

        /// Creates settings.
        public init(
            authentication: Authentication? = nil, allowsPlainHTTP: Bool = false, instanceID: String? = nil,
            webhookURL: String? = nil, templateNamespace: String? = nil,
            mediaHosts: [String] = ["1msg.io", "chat-api.com", "fbsbx.com", "fbcdn.net", "whatsapp.net"],
            retryPolicy: RetryPolicy = .standard, transportOptions: TransportOptions = TransportOptions(),
            clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date = { Date() }
        ) {
            self.authentication = authentication
            self.allowsPlainHTTP = allowsPlainHTTP
            self.instanceID = instanceID
            self.webhookURL = webhookURL
            self.templateNamespace = templateNamespace
            self.mediaHosts = mediaHosts
            self.retryPolicy = retryPolicy
            self.transportOptions = transportOptions
            self.clock = clock
            self.now = now
        }
    }

    /// The address of the channel, as it was given.
    public let baseURL: String
    /// The settings.
    public private(set) var configuration: Configuration

    private let token: CredentialSource
    private let webhookSecret: WebhookSecret?
    private let transport: any HTTPTransport
    /// What is known of the account's templates; copies share it.
    let namespaces = TemplateNamespaces()
    /// Made from the settings once, not for each call.
    private(set) var engine: RequestEngine
    private(set) var address: ChatAPIAddress

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - baseURL: the address of the channel, such as `https://api.1msg.io/VID123456789` or
    ///     `https://eu115.chat-api.com/instance123456/`.
    ///   - token: where the token comes from; `.fixed(token)` for one that does not change.
    ///   - webhookSecret: the secret in the webhook's address or header fields, by which deliveries are told from
    ///     forgeries: the service signs nothing. Needed only where webhooks are received.
    ///   - transport: the way to the network.
    ///   - configuration: settings.
    public init(
        baseURL: String, token: CredentialSource, webhookSecret: WebhookSecret? = nil, transport: any HTTPTransport,
        configuration: Configuration = Configuration()
    ) {
        self.baseURL = baseURL
        self.token = token
        self.webhookSecret = webhookSecret
        self.transport = transport
        self.configuration = configuration
        address = ChatAPIAddress(baseURL, allowsPlainHTTP: configuration.allowsPlainHTTP)
        engine = Self.makeEngine(configuration, address, token, transport)
    }

    /// A copy with other settings.
    ///
    /// ```swift
    /// let patient = chat.with { $0.transportOptions.timeout = .seconds(90) }
    /// ```
    public func with(_ change: (inout Configuration) throws -> Void) rethrows -> Self {
        var copy = self
        try change(&copy.configuration)
        copy.address = ChatAPIAddress(baseURL, allowsPlainHTTP: copy.configuration.allowsPlainHTTP)
        copy.engine = Self.makeEngine(copy.configuration, copy.address, token, transport)
        return copy
    }

    /// Always `ProviderName/chatAPI`.
    public var name: ProviderName { .chatAPI }

    /// Checks and decodes what the service delivers for this channel: the secret, then the channel's id where the settings
    /// name one, then the content.
    public var webhooks: WebhookReceiver {
        Self.makeReceiver(webhookSecret, configuration)
    }

    private static func makeEngine(
        _ configuration: Configuration, _ address: ChatAPIAddress, _ token: CredentialSource,
        _ transport: any HTTPTransport
    ) -> RequestEngine {
        let authentication = configuration.authentication ?? .standard(forHost: address.host)
        var engine = RequestEngine(
            provider: .chatAPI, transport: transport, credentials: token, retryPolicy: configuration.retryPolicy,
            transportOptions: configuration.transportOptions, clock: configuration.clock,
            authorize: { request, token in
                token.withText { token in
                    if authentication == .bearer {
                        request.headerFields[.authorization] = "Bearer " + token
                    } else {
                        let path = request.path ?? "/"
                        request.path = path + (path.contains("?") ? "&" : "?") + .query(["token": token])
                    }
                }
            },
            failure: ChatAnswer.failure)
        engine.redact = TokenRedaction.redact
        return engine
    }
}

extension ChatAPI: CustomStringConvertible, CustomReflectable {
    /// The provider and its host: neither the token nor the whole address.
    public var description: String { "Chat API at \(address.host)" }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["host": address.host]) }
}

extension ChatAPI.Configuration: CustomStringConvertible, CustomReflectable {
    /// Nothing of the settings, which can name hosts and channels.
    public var description: String { "settings of Chat API" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
