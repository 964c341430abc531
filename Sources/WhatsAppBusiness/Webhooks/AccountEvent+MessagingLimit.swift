extension AccountEvent {
    /// How many customers a business may write to first in 24 hours: a tier such as `TIER_10K`, or a number
    /// (webhooks reference §2.5; both spellings occur for the same member); an open set.
    public struct MessagingLimit: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// 50 customers.
        public static let tier50 = Self(rawValue: "TIER_50")
        /// 250 customers.
        public static let tier250 = Self(rawValue: "TIER_250")
        /// 1,000 customers; no longer given.
        public static let tier1K = Self(rawValue: "TIER_1K")
        /// 2,000 customers.
        public static let tier2K = Self(rawValue: "TIER_2K")
        /// 10,000 customers.
        public static let tier10K = Self(rawValue: "TIER_10K")
        /// 100,000 customers.
        public static let tier100K = Self(rawValue: "TIER_100K")
        /// There is no limit yet.
        public static let notSet = Self(rawValue: "TIER_NOT_SET")
        /// Any number of customers.
        public static let unlimited = Self(rawValue: "TIER_UNLIMITED")

        /// Whether there is no limit: the tier ``unlimited``, or the number -1.
        public var isUnlimited: Bool { self == .unlimited || rawValue == "-1" }

        /// How many customers that are; `nil` where there is no limit, or none is known.
        public var customers: Int? {
            let digits = rawValue.hasPrefix("TIER_") ? rawValue.dropFirst(5) : rawValue[...]
            let isThousands = digits.hasSuffix("K")
            guard let count = Int(isThousands ? digits.dropLast() : digits), count >= 0 else { return nil }
            let (customers, overflowed) = count.multipliedReportingOverflow(by: isThousands ? 1_000 : 1)
            return overflowed ? nil : customers
        }
    }
}
