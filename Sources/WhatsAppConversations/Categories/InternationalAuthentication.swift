public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Whether the international authentication rate applies to an account, as the platform tells it.
///
/// It applies to a recipient in a listed country when the business is eligible (more than 750,000 messages outside the
/// window within 30 days to listed countries, for good once reached), its primary location is another country or not
/// verified, and the start time for the country has passed (pricing reference §1.7, November 2026). Listed are the
/// countries that have such a row on the rate card of the day; all others keep the ordinary rate.
///
/// The values stand on the WhatsApp Business Account (`auth_international_rate_eligibility`,
/// `primary_business_location`) and come with `account_update` webhooks.
public struct InternationalAuthentication: Hashable, Sendable, Codable {
    /// A country with a start time of its own.
    public struct Exception: Hashable, Sendable, Codable {
        /// The ISO 3166-1 code of two letters.
        public var country: String
        /// From when on the rate applies there.
        public var startTime: Date

        /// Creates an exception.
        public init(country: String, startTime: Date) {
            self.country = country
            self.startTime = startTime
        }
    }

    /// From when on the rate applies in every listed country without an exception; `nil` while the business is not
    /// eligible. It lies 30 days after the business became eligible.
    public var startTime: Date?
    /// Countries with another start time.
    public var exceptions: [Exception]
    /// The business's verified primary location, as an ISO 3166-1 code of two letters; `nil` where it is not verified.
    public var primaryLocation: String?

    /// Creates what is known of an account.
    public init(startTime: Date? = nil, exceptions: [Exception] = [], primaryLocation: String? = nil) {
        self.startTime = startTime
        self.exceptions = exceptions
        self.primaryLocation = primaryLocation
    }

    /// The account is not eligible: the ordinary rate applies everywhere.
    public static let notEligible = Self()

    /// Whether the rate applies to a message that is delivered to a country at an instant, if the country has one.
    public func applies(to country: Country, at instant: Date) -> Bool {
        guard country.code != primaryLocation else { return false }
        let start = exceptions.first { $0.country == country.code }?.startTime ?? startTime
        return start.map { instant >= $0 } ?? false
    }

    /// Whether the rate can apply anywhere.
    var isEligible: Bool { startTime != nil || !exceptions.isEmpty }

    /// Takes an `account_update` into account: `AUTH_INTL_PRICE_ELIGIBILITY_UPDATE` and
    /// `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE` (webhooks reference §2.5).
    /// - Returns: whether the event was one of these.
    @discardableResult
    public mutating func apply(_ event: AccountEvent) -> Bool {
        guard case .update(let update) = event.detail else { return false }
        switch update.kind {
        case .countryChanged:
            guard let country = update.country else { return false }
            primaryLocation = country
            return true
        case .authenticationRates:
            guard let told = update.authenticationRates else { return false }
            startTime = told.start ?? startTime
            exceptions = told.exceptions.compactMap { exception in
                guard let country = exception.country, let start = exception.start else { return nil }
                return Exception(country: country, startTime: start)
            }
            return true
        default: return false
        }
    }
}
