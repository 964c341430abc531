import WhatsAppBusiness

/// The rules of PMP-1 (pricing reference §1.5): templates are charged one by one, utility outside the window only.
enum PerMessageJuly2025: PricingRules {
    static let name = "PMP-1"
    static let reportedName = "PMP"
    /// 2025-07-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 20_270)

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        if let quote = request.freeEntryPointQuote() { return quote }
        // Before August 2026 an answer by Meta Business Agent is a message like any other that is no template.
        guard request.message.isTemplate else {
            return request.free(
                .customerService, category: .service, type: .freeCustomerService, rule: .serviceFreeInWindow)
        }
        if let quote = carriedOn(request) { return quote }
        switch request.message.category {
        case .utility where request.isWindowOpen:
            return request.free(
                .customerService, category: .utility, type: .freeCustomerService, rule: .utilityFreeInWindow)
        case .utility: return request.chargedQuote(row: .utility, rule: .utilityOutsideWindow, isTiered: true)
        case .marketing: return request.chargedQuote(row: .marketing, rule: .marketingCharged)
        case .marketingLite: return request.marketingMessageQuote()
        case .authentication:
            return request.chargedQuote(row: .authentication, rule: .authenticationCharged, isTiered: true)
        case .authenticationInternational: return request.internationalQuote()
        default: return request.unknown(.notATemplateCategory(request.message.category), rule: .noRule)
        }
    }

    /// A template in a conversation of before July 2025 that is still open: the platform reports it as `CBP` (§1.4).
    private static func carriedOn(_ request: borrowing QuoteRequest) -> Quote? {
        guard let kind = BillingConversation.Kind(request.message.category),
            kind == .utility || request.switchOver.everyCategoryCarriesOn,
            request.open[kind].isOpen(at: request.instant)
        else { return nil }
        var earlier = copy request
        earlier.model = .conversationBasedNovember2024
        return earlier.joiningQuote(.joins(kind), rule: .categoryCovers)
    }
}
