import WhatsAppBusiness

/// The rules of notification-based pricing, until 2022-01-31 (pricing reference §1.2): each template outside the
/// window is charged, everything inside it is free. No price list of that time was found.
enum NotificationBased: PricingRules {
    static let name = "NBP"
    static let reportedName = "NBP"
    /// The platform names no beginning; 1970-01-01 stands for it.
    static let effectiveFrom = CalendarDate(daysSince1970: 0)

    /// The two categories of that time, as the reference names them; no webhook did.
    private static let template = Pricing.Category(rawValue: "template")
    private static let session = Pricing.Category(rawValue: "session")

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        let category = request.message.isTemplate ? template : session
        if request.isWindowOpen {
            return request.free(.customerService, category: category, type: nil, rule: .sessionFree)
        }
        let price: Quote.Price
        // From a card of the user's own.
        let rate = request.rate(category)
        if let rate {
            price = .exact(rate.price)
        } else if let missing = request.missing(category) {
            price = .unknown(.noRate(missing))
        } else {
            price = .unknown(.noMarket)
        }
        return request.quote(
            price, category: category, type: nil, isBillable: true, rule: .notificationCharged, rate: rate)
    }
}
