public import HTTPTypes
public import WhatsAppBusiness
public import WhatsAppConversations
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The platform in a box: a double of Cloud API, 360dialog and Chat API for one business number, without sockets and
/// without waiting.
///
/// Programs reach it through the transport seam, as they reach the network:
///
/// ```swift
/// let clock = SimulatedClock(at: start)
/// let platform = SimulatedPlatform(clock: clock)
/// let cloud = CloudAPI(
///     phoneNumberID: platform.configuration.phoneNumberID, accessToken: .fixed(platform.configuration.accessToken),
///     appSecret: platform.configuration.appSecret, transport: platform)
///
/// await platform.connect(WebhookEndpoint { call in … })
/// await platform.customerSends("Is the shop open?", from: customer)
/// try await cloud.send(.text("Until eight."), to: .phoneNumber(customer))
/// await platform.deliverPending()
/// ```
///
/// It reads requests with code of its own, so that a mistake of a provider's encoder is found, under the same limits that
/// validation uses. It checks the token, enforces the customer service window, knows a fixed list of approved
/// templates, and emits signed webhooks.
///
/// ## One state, several faces
///
/// Customers, messages, files, templates, windows and the profile are the platform's; an interface is only a *face* of
/// it. A request is answered by the face that it speaks to: with the header `D360-API-KEY` 360dialog's (its sandbox, where
/// the path and the key are the sandbox's), below `/27000` or `/instance27000`, the configured channel, Chat API's, and
/// otherwise Cloud API's. Each event becomes a webhook of every endpoint, in the form of the endpoint's ``Face``:
///
/// ```swift
/// await platform.connect(endpoint)                              // signed, from Cloud API
/// await platform.connect(another, as: .chatAPI)                 // the same events as `messages` and `ack`
/// ```
public actor SimulatedPlatform: HTTPTransport {
    /// The account that is simulated. All values are invented.
    public struct Configuration: Sendable {
        /// The id of the business number.
        public var phoneNumberID: PhoneNumberID
        /// The business number.
        public var phoneNumber: PhoneNumber
        /// The id of the account.
        public var businessAccountID: BusinessAccountID
        /// The name that customers see.
        public var verifiedName: String
        /// A token with all permissions.
        public var accessToken: Secret
        /// The secret that signs webhooks.
        public var appSecret: Secret
        /// The key of 360dialog's messaging host.
        public var dialog360Key: Secret
        /// The key of 360dialog's sandbox.
        public var sandboxKey: Secret
        /// The channel of Chat API: the first part of its paths, with or without `instance` before it.
        public var chatAPIChannel: String
        /// The token of Chat API.
        public var chatAPIToken: Secret
        /// The id of the application.
        public var appID: String
        /// The name of the application.
        public var appName: String
        /// The id of the business that owns the account.
        public var businessID: String
        /// Further tokens, with their permissions.
        public var tokens: [SimulatedToken]
        /// Numbers that the tokens reach beside the one that is played; they can be listed and read.
        public var otherNumbers: [OtherNumber]
        /// Whether the number is registered at the start.
        public var isRegistered: Bool
        /// Whether the number was verified by a code before the start.
        public var isVerified: Bool
        /// How display names are reviewed.
        public var nameReview: NameReview
        /// The templates at the start.
        public var templates: [SimulatedTemplate]
        /// Templates of other accounts of the business, which can be migrated.
        public var otherTemplates: [BusinessAccountID: [SimulatedTemplate]]
        /// How templates are reviewed.
        public var templateReview: TemplateReview
        /// How free-form messages outside the window are refused.
        public var windowRefusal: WindowRefusal
        /// The rates and rules that statuses report.
        public var pricing: Pricing

        /// Creates an account.
        public init(
            phoneNumberID: PhoneNumberID = "106540352242922",
            phoneNumber: PhoneNumber = PhoneNumber(rawValue: "15550783881"),
            businessAccountID: BusinessAccountID = "102290129340398", verifiedName: String = "The Corner Shop",
            accessToken: Secret = "simulated-access-token", appSecret: Secret = "simulated-app-secret",
            dialog360Key: Secret = "simulated-360-key", sandboxKey: Secret = "1234567_sandbox",
            chatAPIChannel: String = "27000", chatAPIToken: Secret = "simulated-chat-token",
            appID: String = "670843887433847", appName: String = "Corner Shop", businessID: String = "506914307656634",
            tokens: [SimulatedToken] = [], otherNumbers: [OtherNumber] = [], isRegistered: Bool = true,
            isVerified: Bool = true, nameReview: NameReview = NameReview(),
            templates: [SimulatedTemplate] = [.helloWorld],
            otherTemplates: [BusinessAccountID: [SimulatedTemplate]] = [:],
            templateReview: TemplateReview = TemplateReview(),
            windowRefusal: WindowRefusal = .failedStatus,
            pricing: Pricing = Pricing(currency: .usd)
        ) {
            self.phoneNumberID = phoneNumberID
            self.phoneNumber = phoneNumber
            self.businessAccountID = businessAccountID
            self.verifiedName = verifiedName
            self.accessToken = accessToken
            self.appSecret = appSecret
            self.dialog360Key = dialog360Key
            self.sandboxKey = sandboxKey
            self.chatAPIChannel = chatAPIChannel
            self.chatAPIToken = chatAPIToken
            self.appID = appID
            self.appName = appName
            self.businessID = businessID
            self.tokens = tokens
            self.otherNumbers = otherNumbers
            self.isRegistered = isRegistered
            self.isVerified = isVerified
            self.nameReview = nameReview
            self.templates = templates
            self.otherTemplates = otherTemplates
            self.templateReview = templateReview
            self.windowRefusal = windowRefusal
            self.pricing = pricing
        }
    }

    /// How a free-form message outside the customer service window fails. The platform does both, the first as a rule
    /// (Cloud API reference §2.1).
    public enum WindowRefusal: Hashable, Sendable {
        /// The send is accepted, and a status `failed` with 131047 follows.
        case failedStatus
        /// The send is refused with 131047.
        case refusedRequest
    }

    /// The account.
    public nonisolated let configuration: Configuration
    /// The platform's time.
    public nonisolated let clock: SimulatedClock

    var customers: [PhoneNumber.MatchingKey: Customer] = [:]
    var outbound: [MessageID: Outbound] = [:]
    /// Who wrote each message.
    var inbound: [MessageID: PhoneNumber.MatchingKey] = [:]
    var readMarks: Set<MessageID> = []
    var usage: MonthlyUsage
    var waiting: [MessageID: CustomerMessage] = [:]
    var media: [String: StoredMedia] = [:]
    var uploads: [String: UploadSession] = [:]
    /// The uploads that handles stand for.
    var handles: [String: String] = [:]
    var number: NumberState
    var templates: [TemplateRecord] = []
    /// Until when names of deleted templates cannot be used again.
    var blockedNames: [String: Date] = [:]
    var groups: [String: GroupRecord] = [:]
    var blocked: Set<PhoneNumber.MatchingKey> = []
    /// Whether the application gets the account's webhooks.
    var isSubscribed = true
    /// The fields that the application asked for; all where it asked for none.
    var subscribedFields: Set<String>?
    var profileMembers: JSONObject = ["messaging_product": "whatsapp"]
    /// What 360dialog keeps beside the shared state.
    var dialog360 = Dialog360State()
    /// What Chat API keeps beside the shared state.
    var chatAPI = ChatAPIState()
    var endpoints: [ConnectedEndpoint] = []
    /// What happened while no endpoint was known.
    var unclaimed: [PendingDelivery] = []
    var served: [String: WebhookEndpoint] = [:]
    var habits = DeliveryHabits()
    var habitChances = SeededChances(seed: 1)
    var orderedFaults: [OrderedFault] = []
    var randomFaults: [SimulatedFault] = []
    var faultProbability = 0.0
    var faultChances = SeededChances(seed: 1)
    var outside: (any HTTPTransport)?
    var wake: AsyncStream<Void>.Continuation?
    let signer: SignatureSigner
    private var lastID: UInt64 = 0

    /// Creates a platform.
    ///
    /// - Parameters:
    ///   - configuration: the account.
    ///   - clock: its time.
    public init(configuration: Configuration = Configuration(), clock: SimulatedClock) {
        self.configuration = configuration
        self.clock = clock
        number = NumberState(
            verifiedName: configuration.verifiedName, isRegistered: configuration.isRegistered,
            codeVerification: configuration.isVerified ? "VERIFIED" : "NOT_VERIFIED")
        signer = SignatureSigner(secret: configuration.appSecret)
        usage = MonthlyUsage(
            month: configuration.pricing.timeZone.month(at: clock.now), serviceMessages: 0, conversations: 0,
            tierVolume: 0)
        for (index, template) in configuration.templates.enumerated() {
            templates.append(template.record(id: String(1_689_556_900_000_000 + index), at: clock.now))
        }
    }

    /// Answers a request as the interface would that it speaks to.
    ///
    /// - Parameters:
    ///   - request: the request; its host is not looked at.
    ///   - body: its body, at most 101 MiB.
    ///   - options: only the limit of the response's body is looked at.
    /// - Returns: the answer.
    /// - Throws: `TransportError` when the task is cancelled or the request's body fails.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        guard !Task.isCancelled else {
            throw TransportError(code: .cancelled, delivery: .notSent, message: "the task was cancelled")
        }
        let bytes = try await body?.collect(upTo: 101 * 1024 * 1024) ?? []
        catchUp()
        let received = SimulatedRequest(request, body: bytes)
        let reply = try await reply(to: received)
        guard reply.body.count <= options.responseBody.maximumBytes else {
            throw TransportError(
                code: .responseTooLarge, delivery: .unknown, message: "the answer is longer than the options allow")
        }
        var fields = reply.headers
        if let name = HTTPField.Name("x-fb-request-id") { fields[name] = "SimRequest\(nextNumber())" }
        return (HTTPResponse(status: .init(code: reply.status), headerFields: fields), HTTPBody(reply.body))
    }

    /// Does what is due by the clock: reviews and pauses that end. Every call and every delivery does it too; programs that
    /// serve the platform on a port call it now and then.
    public func catchUp() {
        if let requested = number.requestedName, requested.reviewAt <= clock.now { decideName(requested) }
        catchUpTemplates()
    }

    /// A number that was not used before.
    func nextNumber() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// The id of a new message. Like the platform's it is opaque; unlike the platform's it holds no phone number.
    func nextMessageID() -> MessageID {
        let text = "simulated-message-\(nextNumber())"
        return MessageID("wamid." + Data(text.utf8).base64EncodedString())
    }
}
