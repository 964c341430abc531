import HTTPTypes
public import WhatsAppBusiness
public import WhatsAppWebhooks

/// Meta's Cloud API for one business number.
///
/// ```swift
/// let cloud = CloudAPI(
///     phoneNumberID: "106540352242922", accessToken: .fixed(token), appSecret: secret, transport: .curl)
/// let sent = try await cloud.send(.text("Your order has shipped."), to: "+5511987654321")
/// ```
///
/// It is a value: ``with(_:)`` gives a changed copy. The token is sent in the `Authorization` header only, and only to
/// ``Configuration/baseURL``.
///
/// Source: Cloud API reference §1, §2 (Graph v25.0, 2026).
public struct CloudAPI: WhatsAppProvider {
    /// The settings of a provider.
    public struct Configuration: Sendable {
        /// Scheme, host, optional port and optional path of the Graph API.
        public var baseURL: String
        /// Whether ``baseURL`` may be plain http on another machine. On this machine (a simulator) it always may.
        public var allowsPlainHTTP: Bool
        /// The version of the Graph API, such as `v25.0`.
        public var graphVersion: String
        /// The hosts that media is fetched from, with all below them: the token goes to no others.
        public var mediaHosts: [String]
        /// What is asked of templates when they are read; what is not asked stays `nil`.
        public var templateFields: [TemplateField]
        /// Scheme and host of the calls that archive templates, which have their own (Cloud API reference §1.1).
        ///
        /// With `nil` it is `https://api.facebook.com` where ``baseURL`` is the platform's own, and ``baseURL`` elsewhere:
        /// the token of a simulator or of a relay does not go to the platform.
        public var archiveURL: String?
        /// The id of the app, for calls about it (its own webhook address and fields), which need the app secret too.
        public var applicationID: String?
        /// Limits of the program's own for files that it sends, below those of the platform.
        public var mediaLimits: MediaLimits
        /// The longest time of one upload or download: five minutes by default, `nil` for no limit. A call's own
        /// `RequestOptions.timeout` comes before it.
        public var transferTimeout: Duration?
        /// How failed calls are repeated.
        public var retryPolicy: RetryPolicy
        /// Limits of one attempt.
        public var transportOptions: TransportOptions
        /// Whether a message without callback data gets a random tag, by which a status is matched to a send whose
        /// outcome is unknown.
        public var tagsMessages: Bool
        /// Whether calls carry `appsecret_proof`, which apps that "require app secret" need (Cloud API reference §1.2).
        public var provesAppSecret: Bool
        /// What waits between repetitions.
        public var clock: any Clock<Duration>

        /// Creates settings.
        public init(
            baseURL: String = "https://graph.facebook.com", graphVersion: String = "v25.0",
            retryPolicy: RetryPolicy = .standard, transportOptions: TransportOptions = TransportOptions(),
            tagsMessages: Bool = true, allowsPlainHTTP: Bool = false, provesAppSecret: Bool = false,
            mediaHosts: [String] = ["fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.net"],
            templateFields: [TemplateField] = TemplateField.standard, archiveURL: String? = nil,
            mediaLimits: MediaLimits = .platform, transferTimeout: Duration? = .seconds(300),
            applicationID: String? = nil, clock: any Clock<Duration> = ContinuousClock()
        ) {
            self.applicationID = applicationID
            self.mediaHosts = mediaHosts
            self.templateFields = templateFields
            self.archiveURL = archiveURL
            self.mediaLimits = mediaLimits
            self.transferTimeout = transferTimeout
            self.allowsPlainHTTP = allowsPlainHTTP
            self.provesAppSecret = provesAppSecret
            self.baseURL = baseURL
            self.graphVersion = graphVersion
            self.retryPolicy = retryPolicy
            self.transportOptions = transportOptions
            self.tagsMessages = tagsMessages
            self.clock = clock
        }
    }

    /// The id of the business number that sends.
    public let phoneNumberID: PhoneNumberID
    /// The id of the account (WABA) that templates belong to, where the program has said it.
    public let businessAccountID: BusinessAccountID?
    /// Checks and decodes what the platform delivers for this number's app.
    public let webhooks: WebhookReceiver
    /// The settings.
    public private(set) var configuration: Configuration

    /// The secret of the app, where the program has said it.
    let appSecret: Secret?
    private let accessToken: CredentialSource
    private let transport: any HTTPTransport
    /// Signs tokens with the app secret.
    private let tokenSigner: SignatureSigner?
    /// Made from the settings once, not for each call.
    private(set) var client: GraphClient

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - phoneNumberID: the id of the business number: not the number itself.
    ///   - businessAccountID: the id of the account (WABA); needed only for calls about templates and the account.
    ///   - accessToken: where the token comes from; `.fixed(token)` for one that does not change.
    ///   - appSecret: the secret of the app whose webhooks are received; it is not the token.
    ///   - verifyToken: the word that was given with the webhook's address; needed only where webhooks are received.
    ///   - transport: the way to the network.
    ///   - configuration: settings.
    public init(
        phoneNumberID: PhoneNumberID, businessAccountID: BusinessAccountID? = nil,
        accessToken: CredentialSource,
        appSecret: Secret? = nil, verifyToken: Secret? = nil, transport: any HTTPTransport,
        configuration: Configuration = Configuration()
    ) {
        self.phoneNumberID = phoneNumberID
        self.businessAccountID = businessAccountID
        self.accessToken = accessToken
        self.appSecret = appSecret
        self.transport = transport
        self.configuration = configuration
        tokenSigner = appSecret.map { SignatureSigner(secret: $0, prefix: "") }
        client = Self.makeClient(
            phoneNumberID, businessAccountID, configuration, accessToken, tokenSigner, transport)
        webhooks = WebhookReceiver(appSecrets: appSecret.map { [$0] } ?? [], verifyToken: verifyToken)
    }

    /// A copy with other settings.
    ///
    /// ```swift
    /// let patient = cloud.with { $0.transportOptions.timeout = .seconds(90) }
    /// ```
    public func with(_ change: (inout Configuration) throws -> Void) rethrows -> Self {
        var copy = self
        try change(&copy.configuration)
        copy.client = Self.makeClient(
            phoneNumberID, businessAccountID, copy.configuration, accessToken, tokenSigner, transport)
        return copy
    }

    /// Always `ProviderName/cloudAPI`.
    public var name: ProviderName { .cloudAPI }

    /// What Cloud API can do.
    public var capabilities: Capabilities {
        [
            .sendText, .sendTemplate, .sendMedia, .sendInteractive, .sendMarketing, .sendToGroup, .reply, .sendToUserID,
            .callbackData, .markAsRead, .typingIndicator, .downloadMedia, .uploadMedia, .deleteMedia, .readProfile,
            .updateProfile, .readWebhook, .setWebhook, .checkConnection, .execute,
            .listTemplates, .createTemplate, .editTemplate, .deleteTemplate,
            .sendLinkPreview, .sendIdentityCheck, .sendHeaderSubText, .sendAddressHeader,
            .sendContactInformationRequest, .sendFlowByName, .sendCatalog, .sendProductCarousel, .sendReplyCarousel,
            .sendCallRequest, .sendOrder, .sendPin, .sendMediaID, .createTemplateOptions, .deleteTemplateLanguage,
            .webhookLevels, .removeWebhook,
        ]
    }

    private static func makeClient(
        _ phoneNumberID: PhoneNumberID, _ businessAccountID: BusinessAccountID?,
        _ configuration: Configuration,
        _ accessToken: CredentialSource, _ tokenSigner: SignatureSigner?, _ transport: any HTTPTransport
    ) -> GraphClient {
        let signer = configuration.provesAppSecret ? tokenSigner : nil
        let engine = RequestEngine(
            provider: .cloudAPI, transport: transport, credentials: accessToken,
            retryPolicy: configuration.retryPolicy,
            transportOptions: configuration.transportOptions, clock: configuration.clock,
            authorize: { request, token in
                token.withText { request.headerFields[.authorization] = "Bearer " + $0 }
                guard let signer, let path = request.path else { return }
                let proof = token.withText { signer.signature(for: Array($0.utf8)) }
                request.path = "\(path)\(path.contains("?") ? "&" : "?")appsecret_proof=\(proof)"
            },
            failure: GraphAnswer.failure)
        let lacksSecret = configuration.provesAppSecret && tokenSigner == nil
        return GraphClient(
            engine: engine,
            address: GraphAddress(
                configuration.baseURL, version: configuration.graphVersion,
                allowsPlainHTTP: configuration.allowsPlainHTTP),
            number: .id(phoneNumberID.rawValue, setting: "phoneNumberID"),
            account: businessAccountID.map { .id($0.rawValue, setting: "businessAccountID") }
                ?? .missing(setting: "businessAccountID"),
            media: GraphClient.MediaRoute(hosts: configuration.mediaHosts),
            tagsMessages: configuration.tagsMessages,
            mediaLimits: configuration.mediaLimits, transferTimeout: configuration.transferTimeout,
            problem: lacksSecret
                ? .init(
                    path: "appSecret", rule: .required, explanation: "provesAppSecret needs the app secret")
                : nil)
    }
}

extension CloudAPI: CustomStringConvertible, CustomReflectable {
    /// The provider and the number's id: neither credentials nor what the transport holds.
    public var description: String { "Cloud API \(configuration.graphVersion) for \(phoneNumberID)" }

    /// A mirror that shows what ``description`` shows.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "phoneNumberID": phoneNumberID.rawValue, "graphVersion": configuration.graphVersion,
            ])
    }
}
