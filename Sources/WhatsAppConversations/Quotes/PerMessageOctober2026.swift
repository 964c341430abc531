import WhatsAppBusiness

/// The rules of PMP-2 (pricing reference §1.6 and §1.7).
enum PerMessageOctober2026: PricingRules {
    static let name = "PMP-2"
    static let reportedName = "PMP"
    /// 2026-10-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 20_727)

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        if request.message.kind == .metaBusinessAgent { return request.agentQuote() }
        if let quote = request.freeEntryPointQuote() { return quote }
        guard request.message.isTemplate else {
            if request.message.kind == .aiProvider, AIProviderCharge.applies(to: request.market, on: request.date) {
                return request.chargedQuote(row: .marketing, category: .generalPurposeAI, rule: .aiProviderCharged)
            }
            return serviceQuote(request)
        }
        switch request.message.category {
        case .utility: return request.chargedQuote(row: .utility, rule: .utilityCharged, isTiered: true)
        case .marketing: return request.chargedQuote(row: .marketing, rule: .marketingCharged)
        case .marketingLite: return request.marketingMessageQuote()
        case .authentication:
            return request.chargedQuote(row: .authentication, rule: .authenticationCharged, isTiered: true)
        case .authenticationInternational: return request.internationalQuote()
        default: return request.unknown(.notATemplateCategory(request.message.category), rule: .noRule)
        }
    }

    /// The first 1,000 of the month are free; then the market's utility rate, without tiers.
    private static func serviceQuote(_ request: borrowing QuoteRequest) -> Quote {
        if let used = request.usage.serviceMessages, used < MonthlyUsage.freeServiceMessages {
            return request.free(.serviceFreeTier, category: .service, type: nil, rule: .serviceFreeTier)
        }
        // A card of before October has no service column; service costs the utility rate.
        let row: Pricing.Category = request.isNotOnCard(.service) ? .utility : .service
        let quote = request.chargedQuote(row: row, category: .service, rule: .serviceCharged)
        guard request.usage.serviceMessages == nil, case .exact(let price) = quote.price else { return quote }
        return request.quote(
            .ceiling(price, because: .freeTierUnknown), category: .service, type: nil, isBillable: nil,
            rule: .serviceFreeTierUnknown, rate: quote.rate)
    }
}
