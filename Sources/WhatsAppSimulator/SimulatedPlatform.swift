public import HTTPTypes
public import WhatsAppBusiness
public import WhatsAppConversations
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The platform in a box: a double of Cloud API for one business number, without sockets and without waiting.
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
        /// The only token that is accepted.
        public var accessToken: Secret
        /// The secret that signs webhooks.
        public var appSecret: Secret
        /// The approved templates.
        public var templates: [SimulatedTemplate]
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
            templates: [SimulatedTemplate] = [.helloWorld], windowRefusal: WindowRefusal = .failedStatus,
            pricing: Pricing = Pricing(currency: .usd)
        ) {
            self.phoneNumberID = phoneNumberID
            self.phoneNumber = phoneNumber
            self.businessAccountID = businessAccountID
            self.verifiedName = verifiedName
            self.accessToken = accessToken
            self.appSecret = appSecret
            self.templates = templates
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
    var inbound: Set<MessageID> = []
    var readMarks: Set<MessageID> = []
    var usage: MonthlyUsage
    var waiting: [MessageID: CustomerMessage] = [:]
    var media: [String: StoredMedia] = [:]
    var pending: [PendingDelivery] = []
    var endpoint: WebhookEndpoint?
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
        signer = SignatureSigner(secret: configuration.appSecret)
        usage = MonthlyUsage(
            month: configuration.pricing.timeZone.month(at: clock.now), serviceMessages: 0, conversations: 0,
            tierVolume: 0)
    }

    /// Answers a request as Cloud API would.
    ///
    /// - Parameters:
    ///   - request: the request; scheme and host are not looked at.
    ///   - body: its body, at most 8 MiB.
    ///   - options: only the limit of the response's body is looked at.
    /// - Returns: the answer.
    /// - Throws: `TransportError` when the task is cancelled or the request's body fails.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        guard !Task.isCancelled else {
            throw TransportError(code: .cancelled, delivery: .notSent, message: "the task was cancelled")
        }
        let bytes = try await body?.collect(upTo: 8 * 1024 * 1024) ?? []
        let status: Int
        let content: [UInt8]
        var type = "application/json; charset=UTF-8"
        if let path = request.path, path.hasPrefix("/simulated-media/") {
            let media = (try? authorize(request)).flatMap { mediaBytes(path) }
            (status, content, type) = (media == nil ? 404 : 200, media?.bytes ?? [], media?.mimeType ?? "text/plain")
        } else {
            let answer = answer(request, body: bytes)
            (status, content) = (answer.status, answer.body.serialized())
        }
        guard content.count <= options.responseBody.maximumBytes else {
            throw TransportError(
                code: .responseTooLarge, delivery: .unknown, message: "the answer is longer than the options allow")
        }
        var fields: HTTPFields = [.contentType: type]
        if let name = HTTPField.Name("x-fb-request-id") { fields[name] = "SimRequest\(nextNumber())" }
        return (
            HTTPResponse(status: .init(code: status), headerFields: fields), HTTPBody(content)
        )
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

    /// The present time as the platform writes it.
    var timestamp: String {
        String(Int64(clock.now.timeIntervalSince1970.rounded(.down)))
    }
}
