public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a status webhook reports about the price of a message.
///
/// Source: pricing reference §1.8 (November 2026). Since webhooks v24 a `conversation` comes only with messages in a
/// free entry point; its `expiration_timestamp` overrides every estimate.
public struct ReportedPricing: Hashable, Sendable, Codable {
    /// `pricing.category`.
    public var category: Pricing.Category?
    /// `pricing.type`; absent before per-message pricing.
    public var type: Pricing.ChargeType?
    /// `pricing.pricing_model`: `CBP` or `PMP`.
    public var model: String?
    /// `pricing.billable`, which the platform means to remove.
    public var isBillable: Bool?
    /// `conversation.expiration_timestamp`, which comes with `sent`.
    public var expiresAt: Date?
    /// `pricing.cost`: what a message with a maximum price was charged (§1.7).
    public var cost: Money?

    /// Creates a report.
    public init(
        category: Pricing.Category? = nil, type: Pricing.ChargeType? = nil, model: String? = nil,
        isBillable: Bool? = nil, expiresAt: Date? = nil, cost: Money? = nil
    ) {
        self.category = category
        self.type = type
        self.model = model
        self.isBillable = isBillable
        self.expiresAt = expiresAt
        self.cost = cost
    }

    /// What a report says about free entry points and conversations.
    struct Signal: Hashable, Sendable {
        /// The conversation that a status of conversation-based pricing is about (§1.8).
        var kind: BillingConversation.Kind?
        /// Whether it shows an open free entry point.
        var confirms = false
        /// Whether it shows that none was open: a message that is free inside one was charged.
        var denies = false
        var expiresAt = Instant.none

        static let none = Self()
    }

    /// Finds out what the report says.
    var signal: Signal {
        var signal = Signal()
        signal.expiresAt = expiresAt.map(Instant.init) ?? .none
        if model == "CBP", let category { signal.kind = BillingConversation.Kind(category) }
        if type == .freeEntryPoint || category == .referralConversion {
            signal.confirms = true
        } else if let kind = signal.kind {
            signal.denies = kind != .referralConversion
        } else if type == .regular, let category {
            // Meta Business Agent is charged even inside a free entry point (§1.6), and so proves nothing.
            signal.denies = Self.freeInsideEntryPoint.contains(category)
        }
        return signal
    }

    private static let freeInsideEntryPoint: [Pricing.Category] = [
        .service, .utility, .marketing, .authentication, .authenticationInternational, .marketingLite,
    ]
}
