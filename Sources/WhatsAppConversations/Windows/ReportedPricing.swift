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

    /// Creates a report.
    public init(
        category: Pricing.Category? = nil, type: Pricing.ChargeType? = nil, model: String? = nil,
        isBillable: Bool? = nil, expiresAt: Date? = nil
    ) {
        self.category = category
        self.type = type
        self.model = model
        self.isBillable = isBillable
        self.expiresAt = expiresAt
    }

    /// Whether the report shows an open free entry point.
    var confirmsFreeEntryPoint: Bool {
        type == .freeEntryPoint || category == .referralConversion
    }

    /// Whether the report shows that no free entry point was open: a message that is free inside one was charged.
    /// Meta Business Agent is charged even there (§1.6), and so proves nothing.
    var deniesFreeEntryPoint: Bool {
        if let kind = conversationKind { return kind != .referralConversion }
        guard type == .regular, let category else { return false }
        return Self.freeInsideEntryPoint.contains(category)
    }

    /// The conversation that a status of conversation-based pricing is about (§1.8).
    var conversationKind: BillingConversation.Kind? {
        guard model == "CBP", let category else { return nil }
        return BillingConversation.Kind(category)
    }

    private static let freeInsideEntryPoint: [Pricing.Category] = [
        .service, .utility, .marketing, .authentication, .authenticationInternational, .marketingLite,
    ]
}
