public import WhatsAppBusiness

/// How many customers a business may write to first: unique recipients outside the customer service window in a rolling 24
/// hours.
///
/// Replies never count. Until 2025-10-06 a limit belonged to a phone number, since 2025-10-07 to the business portfolio with
/// all its numbers (pricing reference §3, November 2026). An open set, in the platform's spelling
/// (`whatsapp_business_manager_messaging_limit`, before `messaging_limit_tier`): a level that this version does not know
/// has its number read from its name.
public struct MessagingLimit: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word, such as `TIER_2K`.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
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

    /// The level of a number as webhooks spell it in `max_daily_conversation_per_phone`: 250 to 100,000, or -1.
    public init?(recipients: Int) {
        switch recipients {
        case -1: self = .unlimited
        case 1...:
            self.init(
                rawValue: recipients >= 1_000 && recipients % 1_000 == 0
                    ? "TIER_\(recipients / 1_000)K" : "TIER_\(recipients)")
        default: return nil
        }
    }

    /// Reads the limit from a webhook: `phone_number_quality_update` and `business_capability_update` (§3); `nil` where
    /// it names none.
    public init?(_ event: AccountEvent) {
        let limit: AccountEvent.MessagingLimit?
        switch event.detail {
        case .capability(let capability): limit = capability.businessLimit ?? capability.numberLimit
        case .qualityUpdate(let update): limit = update.businessLimit ?? update.currentLimit
        default: limit = nil
        }
        guard let limit else { return nil }
        if let number = Int(limit.rawValue) {
            self.init(recipients: number)
        } else {
            self.init(rawValue: limit.rawValue)
        }
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

extension MessagingLimit {
    /// What a limit belongs to.
    public struct Scope: Hashable, Sendable {
        private enum Value { case phoneNumber, portfolio }
        private let value: Value

        /// One business phone number.
        public static let phoneNumber = Self(value: .phoneNumber)
        /// The business portfolio, shared by all its numbers.
        public static let portfolio = Self(value: .portfolio)
    }

    /// The rules for limits of a time (pricing reference §3, November 2026).
    public struct Rules: Hashable, Sendable {
        /// The first day of the rules.
        public let effectiveFrom: CalendarDate
        /// What a limit belongs to.
        public let scope: Scope
        /// The level of a new account.
        public let start: MessagingLimit
        /// All levels, from the lowest.
        public let levels: [MessagingLimit]
        /// How long a level must have been used before the next one comes, at the most: 24 hours, and 6 since October
        /// 2025. In seconds.
        public let upgradeDelay: Double
        /// Whether a lasting bad quality lowers the level by one.
        public let qualityLowers: Bool

        /// The level after another; `nil` after the last, and for a level that these rules do not have.
        public func next(after level: MessagingLimit) -> MessagingLimit? {
            guard let index = levels.firstIndex(of: level), index + 1 < levels.count else { return nil }
            return levels[index + 1]
        }

        /// Until 2025-10-06: 1,000 after verification, per phone number. Older accounts began with 50.
        public static let perPhoneNumber = Self(
            effectiveFrom: CalendarDate(daysSince1970: 0), scope: .phoneNumber, start: .tier250,
            levels: [.tier50, .tier250, .tier1K, .tier10K, .tier100K, .unlimited], upgradeDelay: 86_400,
            qualityLowers: true)

        /// Since 2025-10-07: 2,000 after verification, per business portfolio.
        public static let perPortfolio = Self(
            effectiveFrom: CalendarDate(daysSince1970: 20_368), scope: .portfolio, start: .tier250,
            levels: [.tier250, .tier2K, .tier10K, .tier100K, .unlimited], upgradeDelay: 21_600, qualityLowers: false)

        /// The rules of a day.
        public static func on(_ date: CalendarDate) -> Rules {
            date >= perPortfolio.effectiveFrom ? .perPortfolio : .perPhoneNumber
        }
    }
}
