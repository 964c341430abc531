import WhatsAppBusiness

/// The rules of CBP-1 (pricing reference §1.3): one conversation at a time, charged by who began it.
enum ConversationBasedFebruary2022: PricingRules {
    static let name = "CBP-1"
    static let reportedName = "CBP"
    /// 2022-02-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 19_024)

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        // The open conversation covers everything, also the answer to a click on an ad.
        if let quote = joined(request) { return quote }
        if let quote = request.referralQuote() { return quote }
        let kind: BillingConversation.Kind = request.isWindowOpen ? .userInitiated : .businessInitiated
        return request.openingQuote(
            kind, rule: kind == .userInitiated ? .userInitiatedOpens : .businessInitiatedOpens,
            usesFreeTier: true)
    }

    /// A message in the open conversation; `nil` where none is open.
    static func joined(_ request: borrowing QuoteRequest) -> Quote? {
        let kind = request.open.uncategorizedKind
        guard request.open[kind].isOpen(at: request.instant), !request.freeEntryPoint.isOpen else { return nil }
        return request.joiningQuote(.joins(kind), rule: .conversationCovers)
    }
}
