/// The category under which a message or a billing conversation is charged; an open set, in the platform's spelling.
///
/// Sources: webhooks reference §4.3, §4.4; pricing reference §1.8, §2, §5 (November 2026).
public struct ChargeCategory: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word, such as `marketing`.
    public let rawValue: String

    /// Wraps the platform's word. `authentication-international`, which the platform writes in one of its tables, becomes
    /// the `authentication_international` of the others; every other word is kept as it is.
    public init(rawValue: String) {
        self.rawValue = rawValue == "authentication-international" ? "authentication_international" : rawValue
    }

    private init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The category as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the category from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }

    /// Offers, news, and whatever is neither utility nor authentication.
    public static let marketing = Self("marketing")
    /// Marketing sent through the Marketing Messages API; priced like marketing.
    public static let marketingLite = Self("marketing_lite")
    /// About an order, an account, a request of the customer, or essential.
    public static let utility = Self("utility")
    /// One-time codes.
    public static let authentication = Self("authentication")
    /// One-time codes to a listed country from a business located elsewhere.
    public static let authenticationInternational = Self("authentication_international")
    /// Every message that is not a template and not written by Meta Business Agent.
    public static let service = Self("service")
    /// A message in a free entry point.
    public static let referralConversion = Self("referral_conversion")
    /// An answer written by Meta Business Agent, charged by tokens. The word is ours: the platform has published none.
    public static let metaBusinessAgent = Self("meta_business_agent")
    /// A message of a company whose product is a general-purpose assistant; since 2026-02-16.
    public static let generalPurposeAI = Self("general_purpose_ai")
    /// A marketing template to a group.
    public static let groupMarketing = Self("group_marketing")
    /// A utility template to a group.
    public static let groupUtility = Self("group_utility")
    /// A message to a group that is no template.
    public static let groupService = Self("group_service")
    /// A conversation that the business began; 2022-02-01 to 2023-05-31.
    public static let businessInitiated = Self("business_initiated")
    /// A conversation that the customer began; 2022-02-01 to 2023-05-31.
    public static let userInitiated = Self("user_initiated")
}

extension ChargeCategory: CustomStringConvertible {
    /// The platform's word.
    public var description: String { rawValue }
}
