import WhatsAppBusiness

/// Outcomes that the models of conversation-based pricing share (pricing reference §1.3, §1.4, November 2026).
extension QuoteRequest {
    /// A message in the conversation of a free entry point, or one that opens it; `nil` where there is none.
    func referralQuote() -> Quote? {
        switch freeEntryPoint.standing {
        case .confirmed, .presumed:
            joiningQuote(
                .joins(.referralConversion), rule: .freeEntryPoint, isPresumed: freeEntryPoint.standing == .presumed)
        case .pending:
            free(
                .freeEntryPoint, category: .referralConversion, type: nil, rule: .freeEntryPointConversation,
                isPresumed: true, opensFreeEntryPoint: true, conversation: .opens(.referralConversion),
                unit: .conversation)
        default: nil
        }
    }

    /// A message that rides in an open conversation.
    func joiningQuote(
        _ effect: BillingConversation.Effect, rule: Quote.Rule, isPresumed: Bool = false
    ) -> Quote {
        free(
            .openConversation, category: effect.kind.category, type: nil, rule: rule, isPresumed: isPresumed,
            conversation: effect, unit: .conversation)
    }

    /// A message that opens a conversation: free in the free tier, else at the rate of the day (§1.4).
    func openingQuote(
        _ kind: BillingConversation.Kind, rule: Quote.Rule, usesFreeTier: Bool = false, isInternational: Bool = false
    ) -> Quote {
        if usesFreeTier, let used = usage.conversations, used < MonthlyUsage.freeConversations {
            return free(
                .freeTier, category: kind.category, type: nil, rule: .conversationFreeTier, conversation: .opens(kind),
                unit: .conversation)
        }
        var category = kind.category
        // A country without an international rate keeps the ordinary one (§1.7).
        if isInternational, !isNotOnCard(.authenticationInternational) { category = .authenticationInternational }
        let found = rate(category)
        let isUnsure = usesFreeTier && usage.conversations == nil
        let price: Quote.Price =
            if let found {
                isUnsure ? .ceiling(found.price, because: .freeTierUnknown) : .exact(found.price)
            } else if let missing = missing(category) {
                .unknown(.noRate(missing))
            } else {
                .unknown(.noMarket)
            }
        return quote(
            price, category: category, type: nil, isBillable: isUnsure ? nil : true, unit: .conversation,
            rule: isUnsure ? .conversationFreeTierUnknown : rule, rate: found, conversation: .opens(kind))
    }
}
