/// A set of pricing rules and the day from which it holds.
///
/// The table of models is data: rules change at 00:00 of a day in the account's time zone (pricing reference §1.0,
/// November 2026). This version holds the rules since 2026-10-01.
public struct PricingModel: Hashable, Sendable {
    private enum Definition: Hashable {
        case perMessageOctober2026
    }

    private let definition: Definition

    /// PMP-2, since 2026-10-01: every delivered message is charged but those in a free entry point, and the first
    /// 1,000 service messages of the month (§1.6).
    public static let perMessageOctober2026 = Self(definition: .perMessageOctober2026)

    /// Every model of this version, in order of time.
    public static let all: [PricingModel] = [.perMessageOctober2026]

    /// The key of the model in the reference, such as `PMP-2`.
    public var name: String { rules.name }
    /// What `pricing.pricing_model` of a status says: `PMP`.
    public var reportedName: String { rules.reportedName }
    /// The first day, by the account's time zone.
    public var effectiveFrom: CalendarDate { rules.effectiveFrom }

    var rules: any PricingRules.Type {
        switch definition {
        case .perMessageOctober2026: PerMessageOctober2026.self
        }
    }

    /// The model that holds on a day, by the account's time zone; `nil` before the first of this version.
    public static func model(on date: CalendarDate) -> PricingModel? {
        all.last { $0.effectiveFrom <= date }
    }
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
    var date: CalendarDate
    var usage: MonthlyUsage
    var currency: Currency
    var cards: RateCards
    var model: PricingModel
}
