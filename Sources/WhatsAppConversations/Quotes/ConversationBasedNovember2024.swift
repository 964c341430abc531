/// CBP-2 with service conversations free without limit (pricing reference §1.4). Everything else is as in June 2023.
enum ConversationBasedNovember2024: PricingRules {
    static let name = "CBP-2, service free"
    static let reportedName = "CBP"
    /// 2024-11-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 20_028)

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        ConversationBasedJune2023.quote(request, isServiceFree: true)
    }
}
