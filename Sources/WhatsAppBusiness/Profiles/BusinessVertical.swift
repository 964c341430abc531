/// A line of business; an open set.
///
/// Source: Cloud API reference §5 ("Business profiles", November 2025).
public struct BusinessVertical: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Something else.
    public static let other = Self(rawValue: "OTHER")
    /// Automotive.
    public static let automotive = Self(rawValue: "AUTO")
    /// Beauty, spa and salon.
    public static let beauty = Self(rawValue: "BEAUTY")
    /// Clothing and apparel.
    public static let apparel = Self(rawValue: "APPAREL")
    /// Education.
    public static let education = Self(rawValue: "EDU")
    /// Entertainment.
    public static let entertainment = Self(rawValue: "ENTERTAIN")
    /// Planning of events.
    public static let eventPlanning = Self(rawValue: "EVENT_PLAN")
    /// Finance and banking.
    public static let finance = Self(rawValue: "FINANCE")
    /// Food and grocery.
    public static let grocery = Self(rawValue: "GROCERY")
    /// Public service.
    public static let government = Self(rawValue: "GOVT")
    /// Hotel and lodging.
    public static let hotel = Self(rawValue: "HOTEL")
    /// Medical and health.
    public static let health = Self(rawValue: "HEALTH")
    /// Not for profit.
    public static let nonprofit = Self(rawValue: "NONPROFIT")
    /// Professional services.
    public static let professionalServices = Self(rawValue: "PROF_SERVICES")
    /// Shopping and retail.
    public static let retail = Self(rawValue: "RETAIL")
    /// Travel and transportation.
    public static let travel = Self(rawValue: "TRAVEL")
    /// Restaurant.
    public static let restaurant = Self(rawValue: "RESTAURANT")
    /// Alcoholic drinks.
    public static let alcohol = Self(rawValue: "ALCOHOL")
    /// Gambling online.
    public static let onlineGambling = Self(rawValue: "ONLINE_GAMBLING")
    /// Gambling in a place.
    public static let physicalGambling = Self(rawValue: "PHYSICAL_GAMBLING")
    /// Medicines without prescription.
    public static let overTheCounterDrugs = Self(rawValue: "OTC_DRUGS")
    /// None was chosen. Read only.
    public static let undefined = Self(rawValue: "UNDEFINED")
    /// It is no business. Read only.
    public static let notABusiness = Self(rawValue: "NOT_A_BIZ")
}
