public import HTTPTypes
public import WhatsAppBusiness

extension Dialog360 {
    /// Which of 360dialog's interfaces is spoken; may grow.
    public struct Flavor: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case cloud, sandbox
        }

        private let kind: Kind

        /// The Messaging API on top of Cloud API: the production interface.
        public static let cloud = Self(kind: .cloud)
        /// The sandbox, which speaks the dialect of the retired on-premises client.
        ///
        /// It reaches the one number that asked for its key, sends 200 messages in all, and has three templates of its own
        /// (``SandboxTemplate``); neither media ids, nor a profile, nor a template interface. Source: 360dialog reference §1.1.
        public static let sandbox = Self(kind: .sandbox)

        /// Where the interface is unless a key says otherwise.
        public var defaultBaseURL: String {
            switch kind {
            case .cloud: return "https://waba-v2.360dialog.io"
            case .sandbox: return "https://waba-sandbox.360dialog.io"
            }
        }

        /// The flavor's name.
        public var description: String { kind.rawValue }
    }

    /// The settings of a provider.
    public struct Configuration: Sendable {
        /// Which interface is spoken.
        public var flavor: Flavor
        /// Scheme, host, optional port and optional path of the interface. A key that was made by the Partner API comes
        /// with its own address (``Dialog360Partner/APIKey/address``): keep both together.
        public var baseURL: String
        /// Whether ``baseURL`` may be plain http on another machine. On this machine (a simulator) it always may.
        public var allowsPlainHTTP: Bool
        /// How failed calls are repeated.
        public var retryPolicy: RetryPolicy
        /// Limits of one attempt.
        public var transportOptions: TransportOptions
        /// Whether a message without callback data gets a random tag, by which a status is matched to a send whose
        /// outcome is unknown. The sandbox knows no such tags.
        public var tagsMessages: Bool
        /// The header field in which deliveries carry the shared secret.
        public var webhookSecretHeader: HTTPField.Name
        /// What waits between repetitions.
        public var clock: any Clock<Duration>

        /// Creates settings.
        ///
        /// - Parameters:
        ///   - flavor: which interface is spoken.
        ///   - baseURL: where it is; the flavor's own address where nothing is said.
        ///   - retryPolicy: how failed calls are repeated.
        ///   - transportOptions: limits of one attempt.
        ///   - tagsMessages: whether messages without callback data get a tag.
        ///   - allowsPlainHTTP: whether the address may be plain http on another machine.
        ///   - webhookSecretHeader: the header field of the shared secret.
        ///   - clock: what waits between repetitions.
        public init(
            flavor: Flavor = .cloud, baseURL: String? = nil, retryPolicy: RetryPolicy = .standard,
            transportOptions: TransportOptions = TransportOptions(), tagsMessages: Bool = true,
            allowsPlainHTTP: Bool = false, webhookSecretHeader: HTTPField.Name = .dialog360WebhookSecret,
            clock: any Clock<Duration> = ContinuousClock()
        ) {
            self.flavor = flavor
            self.baseURL = baseURL ?? flavor.defaultBaseURL
            self.retryPolicy = retryPolicy
            self.transportOptions = transportOptions
            self.tagsMessages = tagsMessages
            self.allowsPlainHTTP = allowsPlainHTTP
            self.webhookSecretHeader = webhookSecretHeader
            self.clock = clock
        }
    }
}

extension HTTPField.Name {
    // Unwrapped, since the name that is written here is a valid one.
    /// `X-Webhook-Secret`: the field in which deliveries carry the shared secret, unless a program chooses another.
    public static let dialog360WebhookSecret = HTTPField.Name("X-Webhook-Secret")!
}
