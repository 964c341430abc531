import WhatsAppBusiness

/// What a calendar month has used up so far of free tiers and volume tiers.
///
/// The counts have different owners: service messages count per business **phone number**, conversations of before
/// July 2025 per **account** (all its numbers together), charged messages of a volume tier per business **portfolio**,
/// market and category. All begin anew at 00:00 of the first in the account's
/// time zone (pricing reference §1.3, §1.6, §1.7, November 2026).
///
/// ```swift
/// var usage = MonthlyUsage(month: zone.month(at: now), serviceMessages: 0)
/// usage.count(event, in: zone)                                   // every delivered service message, once
/// pricing.quote(.freeForm, to: customer, in: conversation, at: now, usage: usage)
/// ```
public struct MonthlyUsage: Hashable, Sendable, Codable {
    /// How many service messages are free per business phone number and calendar month since 2026-10-01 (§1.6).
    /// Charges begin with message 1,001.
    public static let freeServiceMessages = 1_000

    /// How many conversations are free per account and calendar month: of any kind from 2022-02-01, of the category
    /// service from 2023-06-01 to 2024-10-31 (§1.3, §1.4).
    public static let freeConversations = 1_000

    /// From which count on a warning is due: 800 of the 1,000 free units of a month.
    public static let warningThreshold = 800

    /// How many free service messages of the month are left; `nil` where the count is not known.
    public var freeServiceMessagesLeft: Int? { serviceMessages.map { max(Self.freeServiceMessages - max($0, 0), 0) } }
    /// How many free conversations of the month are left; `nil` where the count is not known.
    public var freeConversationsLeft: Int? { conversations.map { max(Self.freeConversations - max($0, 0), 0) } }

    /// The month that the counts belong to; `nil` for that of the quote. In a later month the counts are 0.
    public var month: BillingMonth?
    /// The service messages delivered from the business phone number in the month; `nil` where that is not known.
    /// Messages in a free entry point do not count; the platform does not say so (§1.10).
    public var serviceMessages: Int?
    /// The conversations opened in the month by all numbers of the account, as far as the free tier of the day counts
    /// them (``freeConversations``); `nil` where that is not known. Those of a free entry point do not count (§1.3).
    public var conversations: Int?
    /// The charged messages of the portfolio in the market and category of the quote in the month; `nil` for the first
    /// tier. International and other authentication share one count (§1.7).
    public var tierVolume: Int?

    /// Creates counts.
    public init(
        month: BillingMonth? = nil, serviceMessages: Int? = nil, conversations: Int? = nil, tierVolume: Int? = nil
    ) {
        self.month = month
        self.serviceMessages = serviceMessages
        self.conversations = conversations
        self.tierVolume = tierVolume
    }

    /// Nothing is known.
    public static let unknown = Self()

    /// Counts a delivered service message by the day of its delivery; every other event changes nothing.
    ///
    /// Counts each event that it is given: pass the first of `delivered` and `read` of a message, once, as `delivered`
    /// (§1.8). A message of an earlier month is ignored; one of a later month begins new counts.
    public mutating func count(_ event: ConversationEvent, in zone: BusinessTimeZone) {
        guard event.status == .delivered, event.pricing?.category == .service else { return }
        guard advance(to: zone.month(at: event.date)) else { return }
        serviceMessages = serviceMessages.map { $0 == .max ? $0 : $0 + 1 }
    }

    /// Counts what a quoted message uses up of the free units of its day, once it is delivered: a service message since
    /// 2026-10-01, before that a conversation that it opens and that the free tier counts. Every other quote changes
    /// nothing.
    ///
    /// The two ways to count are alternatives: by quotes, or by events (``count(_:in:)``), which do not tell which
    /// message opened a conversation.
    /// - Parameters:
    ///   - quote: the quote of the delivered message.
    ///   - policy: whether messages in a free entry point count.
    public mutating func count(_ quote: Quote, policy: ServiceFreeTierPolicy = .standard) {
        guard quote.isAllowed else { return }
        if case .opens(let kind) = quote.conversation {
            let counts =
                switch quote.model {
                case .conversationBasedFebruary2022: kind == .userInitiated || kind == .businessInitiated
                case .conversationBasedJune2023: kind == .service
                default: false
                }
            guard counts, advance(to: quote.date.billingMonth) else { return }
            conversations = conversations.map { $0 == .max ? $0 : $0 + 1 }
        } else if quote.model == .perMessageOctober2026,
            quote.category == .service || (policy.entryPointCounts && quote.isServiceInEntryPoint)
        {
            guard advance(to: quote.date.billingMonth) else { return }
            serviceMessages = serviceMessages.map { $0 == .max ? $0 : $0 + 1 }
        }
    }

    /// Begins the counts of a later month; whether the month is that of the counts now.
    private mutating func advance(to other: BillingMonth) -> Bool {
        if let month, month < other {
            self = Self(month: other, serviceMessages: 0, conversations: 0, tierVolume: 0)
        }
        if month == nil { month = other }
        return month == other
    }

    /// The counts for a quote of a day: nothing is used in a later month, nothing is known of an earlier one.
    func on(_ date: CalendarDate) -> Self {
        guard let month else { return self }
        let asked = date.billingMonth
        if month == asked { return self }
        return month < asked
            ? Self(month: asked, serviceMessages: 0, conversations: 0, tierVolume: 0) : Self(month: asked)
    }
}
