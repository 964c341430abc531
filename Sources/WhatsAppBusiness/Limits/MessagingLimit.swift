/// How many customers a business may write to first: unique recipients outside the customer service window in a rolling 24
/// hours.
///
/// Replies never count. Until 2025-10-06 a limit belonged to a phone number, since 2025-10-07 to the business portfolio with
/// all its numbers (pricing reference §3, November 2026). An open set, in the platform's spelling
/// (`whatsapp_business_manager_messaging_limit`, before `messaging_limit_tier`): a level that this version does not know
/// has its number read from its name. Webhooks spell the same member as a tier or as a number (webhooks reference §2.5): both
/// become the tier.
public struct MessagingLimit: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word, such as `TIER_2K`.
    public let rawValue: String

    /// Wraps the platform's word. A bare number becomes its tier: `2000` is `TIER_2K`, `-1` is `TIER_UNLIMITED`.
    public init(rawValue: String) {
        self.rawValue = Int(rawValue).flatMap(Self.tier) ?? rawValue
    }

    /// The level of a number as webhooks spell it in `max_daily_conversation_per_phone`: 250 to 100,000, or -1 for none;
    /// `nil` for other numbers below 1.
    public init?(recipients: Int) {
        guard let tier = Self.tier(recipients) else { return nil }
        rawValue = tier
    }

    private static func tier(_ recipients: Int) -> String? {
        switch recipients {
        case -1: return "TIER_UNLIMITED"
        case 1...:
            return recipients >= 1_000 && recipients % 1_000 == 0
                ? "TIER_\(recipients / 1_000)K" : "TIER_\(recipients)"
        default: return nil
        }
    }

    /// 50 recipients: the start level of older accounts.
    public static let tier50 = Self(rawValue: "TIER_50")
    /// 250 recipients: the start level.
    public static let tier250 = Self(rawValue: "TIER_250")
    /// 1,000 recipients: the level after verification until 2025-10-06.
    public static let tier1K = Self(rawValue: "TIER_1K")
    /// 2,000 recipients: the level after verification since 2025-10-07.
    public static let tier2K = Self(rawValue: "TIER_2K")
    /// 10,000 recipients.
    public static let tier10K = Self(rawValue: "TIER_10K")
    /// 100,000 recipients.
    public static let tier100K = Self(rawValue: "TIER_100K")
    /// No limit.
    public static let unlimited = Self(rawValue: "TIER_UNLIMITED")
    /// No limit was set yet.
    public static let notSet = Self(rawValue: "TIER_NOT_SET")

    /// Reads the limit from `phone_number_quality_update` and `business_capability_update` (webhooks reference §2.5); `nil`
    /// where the event names none.
    public init?(_ event: AccountEvent) {
        let limit: MessagingLimit?
        switch event.detail {
        case .capability(let capability): limit = capability.businessLimit ?? capability.numberLimit
        case .qualityUpdate(let update): limit = update.businessLimit ?? update.currentLimit
        default: limit = nil
        }
        guard let limit else { return nil }
        self = limit
    }

    /// Whether there is no limit.
    public var isUnlimited: Bool { self == .unlimited }

    /// How many recipients the level allows; `nil` where it has no limit, or where its name has no number.
    public var recipients: Int? {
        guard rawValue.hasPrefix("TIER_") else { return nil }
        let name = rawValue.dropFirst(5)
        let isThousands = name.last == "K"
        guard let number = Int(isThousands ? name.dropLast() : name), number >= 0, number <= 1_000_000_000 else {
            return nil
        }
        return isThousands ? number * 1_000 : number
    }
}

extension MessagingLimit: CustomStringConvertible {
    /// The platform's word.
    public var description: String { rawValue }
}
