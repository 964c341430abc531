/// A set of pricing rules and the day from which it holds.
///
/// The table of models is data: rules change at 00:00 of a day in the account's time zone (pricing reference §1.0,
/// November 2026). This version holds the rules since 2026-10-01.
public struct PricingModel: Sendable {
    /// The key of the model in the reference, such as `PMP-2`.
    public let name: String
    /// What `pricing.pricing_model` of a status says: `PMP`.
    public let reportedName: String
    /// The first day, by the account's time zone.
    public let effectiveFrom: CalendarDate
    let rules: any PricingRules.Type

    /// Every model of this version, in order of time.
    public static let all: [PricingModel] = [.perMessageOctober2026]
}

extension PricingModel: Hashable {
    /// Whether two models have the same name.
    public static func == (one: Self, other: Self) -> Bool {
        one.name == other.name
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}

/// The rules of a model: a request in, a quote out.
protocol PricingRules: Sendable {
    static func quote(_ request: borrowing QuoteRequest) -> Quote
}

/// What rules decide upon. That a message needs an open window, and has one, is decided before.
struct QuoteRequest {
    var message: Pricing.Message
    var market: MarketMatch?
    var freeEntryPoint: FreeEntryPoint
    var date: CalendarDate
    var usage: MonthlyUsage
    var pricing: Pricing
    var model: PricingModel
}
