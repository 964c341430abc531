import WhatsAppBusiness

/// Where and since when the messages of AI providers are charged (pricing reference §1.7, November 2026).
///
/// Italy since 2026-02-16; Brazil and the European Economic Area since 2026-03-11; the European charges ended on
/// 2026-05-13, Brazil's did not. The platform's list of European countries was found in the press only; the members of
/// the EEA stand for it (unconfirmed).
enum AIProviderCharge {
    static let italyFrom = CalendarDate(daysSince1970: 20_500)  // 2026-02-16
    static let europeAndBrazilFrom = CalendarDate(daysSince1970: 20_523)  // 2026-03-11
    static let europeUntil = CalendarDate(daysSince1970: 20_586)  // 2026-05-13

    /// Whether a delivered message of an AI provider is charged to this recipient on this day.
    static func applies(to market: MarketMatch?, on date: CalendarDate) -> Bool {
        guard let country = market?.countries.first?.code else { return false }
        return switch country {
        case "BR": date >= europeAndBrazilFrom
        case "IT": date >= italyFrom && date < europeUntil
        default: date >= europeAndBrazilFrom && date < europeUntil && isInEconomicArea(country)
        }
    }

    private static func isInEconomicArea(_ country: String) -> Bool {
        switch country {
        case "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK":
            true
        default: false
        }
    }
}
