/// A set of pricing rules and the day from which it holds.
///
/// The table of models is data: rules change at 00:00 of a day in the account's time zone (pricing reference §1.0,
/// November 2026).
public struct PricingModel: Hashable, Sendable {
    private enum Definition: Hashable {
        case notificationBased
        case conversationBasedFebruary2022, conversationBasedJune2023, conversationBasedNovember2024
        case perMessageJuly2025, perMessageFebruary2026, perMessageAugust2026, perMessageOctober2026
    }

    private let definition: Definition

    /// NBP, until 2022-01-31: each template outside the window is charged (§1.2). The platform names no beginning;
    /// 1970-01-01 stands for it. No prices of that time were found.
    public static let notificationBased = Self(definition: .notificationBased)
    /// CBP-1, since 2022-02-01: conversations of 24 hours, by who began them; 1,000 a month are free (§1.3).
    public static let conversationBasedFebruary2022 = Self(definition: .conversationBasedFebruary2022)
    /// CBP-2, since 2023-06-01: conversations by category; 1,000 service conversations a month are free (§1.4).
    public static let conversationBasedJune2023 = Self(definition: .conversationBasedJune2023)
    /// CBP-2 with all service conversations free, since 2024-11-01 (§1.4).
    public static let conversationBasedNovember2024 = Self(definition: .conversationBasedNovember2024)
    /// PMP-1, since 2025-07-01: each delivered template is charged, utility outside the window only (§1.5).
    public static let perMessageJuly2025 = Self(definition: .perMessageJuly2025)
    /// PMP-1 with a charge for the messages of AI providers in certain countries, since 2026-02-16 (§1.7).
    public static let perMessageFebruary2026 = Self(definition: .perMessageFebruary2026)
    /// PMP-1 with Meta Business Agent charged by tokens, since 2026-08-01 (§1.0).
    public static let perMessageAugust2026 = Self(definition: .perMessageAugust2026)
    /// PMP-2, since 2026-10-01: every delivered message is charged but those in a free entry point, and the first
    /// 1,000 service messages of the month (§1.6).
    public static let perMessageOctober2026 = Self(definition: .perMessageOctober2026)

    /// Every model of this version, in order of time.
    public static let all: [PricingModel] = [
        .notificationBased, .conversationBasedFebruary2022, .conversationBasedJune2023, .conversationBasedNovember2024,
        .perMessageJuly2025, .perMessageFebruary2026, .perMessageAugust2026, .perMessageOctober2026,
    ]

    /// The key of the model in the reference, such as `PMP-2`.
    public var name: String { rules.name }
    /// What `pricing.pricing_model` of a status says: `NBP` (unconfirmed, §1.2), `CBP` or `PMP`.
    public var reportedName: String { rules.reportedName }
    /// The first day, by the account's time zone.
    public var effectiveFrom: CalendarDate { rules.effectiveFrom }

    var rules: any PricingRules.Type {
        switch definition {
        case .notificationBased: NotificationBased.self
        case .conversationBasedFebruary2022: ConversationBasedFebruary2022.self
        case .conversationBasedJune2023: ConversationBasedJune2023.self
        case .conversationBasedNovember2024: ConversationBasedNovember2024.self
        case .perMessageJuly2025: PerMessageJuly2025.self
        case .perMessageFebruary2026: PerMessageFebruary2026.self
        case .perMessageAugust2026: PerMessageAugust2026.self
        case .perMessageOctober2026: PerMessageOctober2026.self
        }
    }

    /// The model that holds on a day, by the account's time zone; `nil` before the first of this version.
    public static func model(on date: CalendarDate) -> PricingModel? {
        for (start, model) in newestFirst where start <= date { return model }
        return nil
    }

    /// Every model with its first day. Most questions are about the newest.
    private static let newestFirst: [(CalendarDate, PricingModel)] = all.reversed().map { ($0.effectiveFrom, $0) }
}

/// The rules of a model: a request in, a quote out.
protocol PricingRules: Sendable {
    static var name: String { get }
    static var reportedName: String { get }
    static var effectiveFrom: CalendarDate { get }
    static func quote(_ request: borrowing QuoteRequest) -> Quote
}

/// What rules decide upon. That a message needs an open window, and has one, is decided before.
struct QuoteRequest {
    var message: Pricing.Message
    var market: MarketMatch?
    var freeEntryPoint: FreeEntryPoint
    var isWindowOpen: Bool
    var open: OpenConversations
    var instant: Instant
    var switchOver: SwitchOverPolicy
    var date: CalendarDate
    var usage: MonthlyUsage
    var currency: Currency
    var cards: RateCards
    var model: PricingModel
}
