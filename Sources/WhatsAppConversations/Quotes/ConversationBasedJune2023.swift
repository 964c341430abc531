import WhatsAppBusiness

/// The rules of CBP-2 (pricing reference §1.4): conversations by category, several at once; the first 1,000 service
/// conversations of a month are free.
enum ConversationBasedJune2023: PricingRules {
    static let name = "CBP-2"
    static let reportedName = "CBP"
    /// 2023-06-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 19_509)

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        quote(request, isServiceFree: false)
    }

    static func quote(_ request: borrowing QuoteRequest, isServiceFree: Bool) -> Quote {
        if let quote = request.referralQuote() { return quote }
        if request.switchOver.uncategorizedCarryOn, let quote = ConversationBasedFebruary2022.joined(request) {
            return quote
        }
        guard request.message.isTemplate else {
            if let kind = request.open.latestCategory(at: request.instant) {
                return request.joiningQuote(.joinsAny(kind), rule: .anyConversationCovers)
            }
            guard isServiceFree else {
                return request.openingQuote(.service, rule: .serviceOpens, usesFreeTier: true)
            }
            return request.free(
                .serviceFree, category: .service, type: nil, rule: .serviceConversationsFree,
                conversation: .opens(.service), unit: .conversation)
        }
        let category = request.message.category
        // There are no templates of the category service.
        guard let kind = BillingConversation.Kind(category), kind != .service else {
            return request.unknown(.notATemplateCategory(category), rule: .noRule)
        }
        switch kind {
        case .marketing, .utility, .authentication: break
        default: return request.unknown(.notATemplateCategory(category), rule: .noRule)
        }
        if request.open[kind].isOpen(at: request.instant) {
            return request.joiningQuote(.joins(kind), rule: .categoryCovers)
        }
        return request.openingQuote(
            kind, rule: .categoryOpens, isInternational: category == .authenticationInternational)
    }
}
