import WhatsAppBusiness

/// PMP-1 with the charge for AI providers (pricing reference §1.7): their messages that are no templates cost the
/// market's marketing rate in certain countries. Everything else is as in July 2025.
enum PerMessageFebruary2026: PricingRules {
    static let name = "PMP-1 + AI provider charge"
    static let reportedName = "PMP"
    /// 2026-02-16.
    static let effectiveFrom = AIProviderCharge.italyFrom

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        if request.message.kind == .aiProvider, AIProviderCharge.applies(to: request.market, on: request.date) {
            return request.freeEntryPointQuote()
                ?? request.chargedQuote(row: .marketing, category: .generalPurposeAI, rule: .aiProviderCharged)
        }
        return PerMessageJuly2025.quote(request)
    }
}
