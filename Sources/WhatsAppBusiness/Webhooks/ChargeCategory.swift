/// The category under which a message or a billing conversation is charged; an open set
/// (webhooks reference §4.3, §4.4).
///
/// The platform spells one category with `-` and with `_`: the spelling is kept in ``rawValue``, and comparing ignores
/// the difference.
public struct ChargeCategory: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word as it came.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The category as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the category from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }

    /// One-time passwords.
    public static let authentication = Self(rawValue: "authentication")
    /// One-time passwords to another country than the business's.
    public static let authenticationInternational = Self(rawValue: "authentication_international")
    /// Marketing.
    public static let marketing = Self(rawValue: "marketing")
    /// Marketing through the Marketing Messages API.
    public static let marketingLite = Self(rawValue: "marketing_lite")
    /// Utility.
    public static let utility = Self(rawValue: "utility")
    /// Answers inside of the customer service window.
    public static let service = Self(rawValue: "service")
    /// The free entry point.
    public static let referralConversion = Self(rawValue: "referral_conversion")
    /// Answers of general-purpose AI providers, since February 2026.
    public static let generalPurposeAI = Self(rawValue: "general_purpose_ai")
    /// Marketing to a group.
    public static let groupMarketing = Self(rawValue: "group_marketing")
    /// Utility to a group.
    public static let groupUtility = Self(rawValue: "group_utility")
    /// Answers in a group.
    public static let groupService = Self(rawValue: "group_service")
    /// Opened by the customer, before June 2023.
    public static let userInitiated = Self(rawValue: "user_initiated")
    /// Opened by the business, before June 2023.
    public static let businessInitiated = Self(rawValue: "business_initiated")

    /// Whether both are the same category, in whichever spelling.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue == right.rawValue || left.folded == right.folded
    }

    /// Whether these are different categories. Spelled out, since raw values have an operator of their own that would
    /// compare the spelling.
    public static func != (left: Self, right: Self) -> Bool {
        !(left == right)
    }

    /// Hashes the category without its spelling.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(folded)
    }

    private var folded: String {
        guard rawValue.utf8.contains(UInt8(ascii: "-")) else { return rawValue }
        return String(decoding: rawValue.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }
}

extension ChargeCategory: CustomStringConvertible {
    /// The platform's word.
    public var description: String { rawValue }
}
