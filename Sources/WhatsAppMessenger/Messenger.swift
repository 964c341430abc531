public import WhatsAppBusiness
public import WhatsAppConversations

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What an application embeds to send: a provider, and around it the windows, the prices, the pace and the limits of one
/// business number.
///
/// ```swift
/// let messenger = Messenger(provider: cloud, businessNumber: "106540352242922")
/// handlers.on(.any) { event, _ in await messenger.receive(event) }
///
/// let quote = await messenger.quote(.text("It arrives today."), to: customer)
/// try await messenger.send(.text("It arrives today."), to: customer)
/// ```
///
/// A send waits for its turn (``SendPacer``), is refused here when the 24-hour window is known to be closed or when the
/// day's recipients are used up, and is never repeated here: the provider does that where it is safe. Feed it everything
/// that arrives, so that it knows.
public actor Messenger {
    /// The settings of a messenger.
    public struct Configuration: Sendable {
        /// How fast the number may send.
        public var limits: PaceLimits
        /// How many recipients the business may write to first in 24 hours; `nil` where it is not watched.
        public var messagingLimit: MessagingLimit?
        /// What prices are quoted by; `nil` where none are.
        public var pricing: Pricing?
        /// Whether free-form messages are refused here when the window is known to have closed. The platform would refuse
        /// them with 131047. Where a customer was never heard of, the platform decides.
        public var refusesOutsideWindow: Bool
        /// Where the present time comes from.
        public var now: @Sendable () -> Date

        /// Creates settings.
        ///
        /// - Parameters:
        ///   - limits: how fast the number may send.
        ///   - messagingLimit: how many recipients the business may write to first in 24 hours.
        ///   - pricing: what prices are quoted by.
        ///   - refusesOutsideWindow: whether free-form messages are refused when the window is known to have closed.
        ///   - now: where the present time comes from.
        public init(
            limits: PaceLimits = .standard, messagingLimit: MessagingLimit? = nil, pricing: Pricing? = nil,
            refusesOutsideWindow: Bool = true, now: @escaping @Sendable () -> Date = { Date() }
        ) {
            self.limits = limits
            self.messagingLimit = messagingLimit
            self.pricing = pricing
            self.refusesOutsideWindow = refusesOutsideWindow
            self.now = now
        }
    }

    /// What sends.
    public nonisolated let provider: any WhatsAppProvider
    /// What keeps the pace.
    public nonisolated let pacer: SendPacer
    /// The number that sends; `nil` where a program has only one and events name none.
    public nonisolated let businessNumber: PhoneNumberID?
    /// The settings.
    public nonisolated let configuration: Configuration
    /// What has happened with each customer.
    public private(set) var conversations = ConversationStore()
    /// Sends whose outcome was unknown, and what became of them.
    public private(set) var uncertainSends = SendLedger()
    /// What was quoted and what the platform reported.
    public private(set) var ledger = Ledger()
    /// What the month has used up.
    public private(set) var usage: MonthlyUsage
    /// The recipients of the last 24 hours.
    public private(set) var recipients: RecipientWindow

    /// First messages that are under way, and take room until it is known what became of them.
    private var underWay: [Recipient: Int] = [:]

    /// Creates a messenger.
    ///
    /// - Parameters:
    ///   - provider: what sends.
    ///   - businessNumber: the number that it sends from.
    ///   - configuration: settings.
    ///   - clock: what the pacer waits by.
    public init<C: Clock>(
        provider: any WhatsAppProvider, businessNumber: PhoneNumberID? = nil,
        configuration: Configuration = Configuration(), clock: C
    ) where C.Duration == Duration {
        self.provider = provider
        self.businessNumber = businessNumber
        self.configuration = configuration
        pacer = SendPacer(limits: configuration.limits, clock: clock)
        recipients = RecipientWindow(limit: configuration.messagingLimit ?? .unlimited)
        usage = .unknown
    }

    /// Creates a messenger on the continuous clock.
    public init(
        provider: any WhatsAppProvider, businessNumber: PhoneNumberID? = nil,
        configuration: Configuration = Configuration()
    ) {
        self.init(
            provider: provider, businessNumber: businessNumber, configuration: configuration, clock: ContinuousClock())
    }

    /// Takes what arrived into account: windows, charges, limits, and sends whose outcome was unknown.
    ///
    /// - Parameter event: an event, in any order; twice does no harm.
    /// - Returns: the uncertain send that the event tells about, if it does.
    @discardableResult
    public func receive(_ event: WebhookEvent) -> SendLedger.Entry? {
        conversations.apply(event)
        ledger.apply(event)
        switch event {
        case .message:
            pacer.countReceived()
            return nil
        case .status(let status):
            return uncertainSends.apply(status)
        case .account(let account):
            if let limit = MessagingLimit(account), configuration.messagingLimit != nil { recipients.limit = limit }
            return nil
        default:
            return nil
        }
    }

    /// What may be sent to a customer now: anything, where the provider has no customer service window.
    public func permission(for customer: Recipient) -> Conversation.Permission {
        guard provider.capabilities.hasCustomerServiceWindow else { return .anything }
        return conversation(with: customer).permission(at: configuration.now())
    }

    /// Whether a message may be sent now, and what it costs.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - category: the category that a template has now; marketing where it is not known.
    ///   - customer: to whom.
    /// - Returns: the quote; `nil` where the messenger has no ``Configuration/pricing``, and where the provider has no
    ///   customer service window: the platform's prices are not its prices.
    public func quote(_ message: Message, category: ChargeCategory? = nil, to customer: Recipient) -> Quote? {
        guard provider.capabilities.hasCustomerServiceWindow else { return nil }
        return configuration.pricing?.quote(
            message, category: category, to: customer, in: conversation(with: customer), at: configuration.now(),
            usage: usage)
    }

    /// Sets what the month has used up so far, for prices that depend on it.
    public func setUsage(_ usage: MonthlyUsage) {
        self.usage = usage
    }

    /// Sends a message when its turn has come.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - recipient: to whom.
    ///   - category: the category that a template has now, for the ledger of charges.
    ///   - options: how the call is made.
    /// - Returns: what the platform has taken.
    /// - Throws: `WhatsAppError`, the provider's, or with the outcome *not sent*: `rejected` with 131047 where the window
    ///   has closed, `rateLimited` where the recipients of the day are used up, `cancelled`. Sends with an unknown outcome
    ///   are in ``uncertainSends``.
    @discardableResult
    public func send(
        _ message: Message, to recipient: Recipient, category: ChargeCategory? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> SentMessage {
        try check(message, to: recipient)
        do throws(CancellationError) {
            try await pacer.turn(for: recipient)
        } catch {
            throw WhatsAppError(
                code: .cancelled, outcome: .notSent, message: "the task was cancelled while the message waited")
        }
        // While it waited, others may have used up the limit, or the window may have closed.
        try check(message, to: recipient)
        let start = configuration.now()
        let isFirst = message.isTemplate && !conversation(with: recipient).window(at: start).isOpen
        if isFirst { underWay[recipient, default: 0] += 1 }
        defer {
            if isFirst, let count = underWay.removeValue(forKey: recipient), count > 1 {
                underWay[recipient] = count - 1
            }
        }
        let quote = quote(message, category: category, to: recipient)
        do throws(WhatsAppError) {
            let sent = try await provider.send(message, to: recipient, options: options)
            pacer.report(nil, for: recipient)
            if isFirst { recipients.count(recipient, at: start) }
            conversations.apply(ConversationEvent(sent, at: start), to: key(recipient))
            if let quote { ledger.record(quote, of: sent.id, to: recipient, from: businessNumber, at: start) }
            return sent
        } catch {
            pacer.report(error, for: recipient)
            // What was refused or never left takes no room.
            if isFirst, error.outcome == .unknown { recipients.count(recipient, at: start) }
            uncertainSends.record(error, at: start)
            throw error
        }
    }

    /// Takes out the uncertain sends of which nothing was heard since an instant.
    public func giveUpUncertainSends(before instant: Date) -> [SendLedger.Entry] {
        uncertainSends.giveUp(before: instant)
    }

    /// Refuses what the platform would refuse.
    private func check(_ message: Message, to recipient: Recipient) throws(WhatsAppError) {
        guard provider.capabilities.hasCustomerServiceWindow else { return }
        let now = configuration.now()
        let window = conversation(with: recipient).window(at: now)
        if !message.isTemplate, configuration.refusesOutsideWindow,
            case .closed(let closure) = window, case .closedSince = closure
        {
            throw WhatsAppError(
                code: .rejected, outcome: .notSent,
                message: "\(closure): send a template",
                platform: PlatformError(code: .reEngagement))
        }
        guard message.isTemplate, !window.isOpen, configuration.messagingLimit != nil,
            underWay[recipient] == nil, !recipients.counts(recipient, at: now)
        else { return }
        let standing = recipients.standing(at: now)
        guard let left = standing.left, left <= underWay.count else { return }
        let frees = standing.freesAt
        throw WhatsAppError(
            code: .rateLimited, outcome: .notSent,
            message: "the recipients of 24 hours are used up (\(recipients.limit))",
            retryAfter: frees.map { .seconds(max(0, $0.timeIntervalSince(now).rounded(.up))) })
    }

    private func key(_ recipient: Recipient) -> ConversationKey {
        ConversationKey(businessNumber: businessNumber, customer: recipient)
    }

    func conversation(with recipient: Recipient) -> Conversation {
        conversations[key(recipient)]
    }
}
