import WhatsAppBusiness

/// PMP-1 with Meta Business Agent (pricing reference §1.0): its answers are charged by tokens. Everything else is as in
/// February 2026.
enum PerMessageAugust2026: PricingRules {
    static let name = "PMP-1 + MBA"
    static let reportedName = "PMP"
    /// 2026-08-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 20_666)

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        request.message.kind == .metaBusinessAgent ? request.agentQuote() : PerMessageFebruary2026.quote(request)
    }
}
