#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension AccountEvent {
    /// From when international rates of authentication messages apply to a business.
    public struct AuthenticationRates: Hashable, Sendable {
        /// A country with a time of its own.
        public struct Exception: Hashable, Sendable {
            /// The country in two letters.
            public var country: String?
            /// From when.
            public var start: Date?

            /// Creates the value.
            public init(country: String? = nil, start: Date? = nil) {
                self.country = country
                self.start = start
            }

            init(_ node: JSONNode) {
                self.init(
                    country: node.member("country_code")?.text, start: node.member("start_time")?.time)
            }
        }

        /// From when.
        public var start: Date?
        /// Countries with times of their own.
        public var exceptions: [Exception]

        /// Creates the value.
        public init(start: Date? = nil, exceptions: [Exception] = []) {
            self.start = start
            self.exceptions = exceptions
        }

        init(_ node: JSONNode) {
            self.init(
                start: node.member("start_time")?.time,
                exceptions: (node.member("exception_countries")?.objects ?? []).map { Exception($0) })
        }
    }

    /// A tier of prices by volume. Of several notices of one tier the earliest counts.
    public struct VolumeTier: Hashable, Sendable {
        /// When the tier was reached.
        public var updated: Date?
        /// The category that is priced.
        public var category: ChargeCategory?
        /// The tier as `min:max`.
        public var tier: String?
        /// The month as `YYYY-MM`.
        public var month: String?
        /// The region.
        public var region: String?

        /// Creates the value.
        public init(
            updated: Date? = nil, category: ChargeCategory? = nil, tier: String? = nil, month: String? = nil,
            region: String? = nil
        ) {
            self.updated = updated
            self.category = category
            self.tier = tier
            self.month = month
            self.region = region
        }

        /// From how many messages on the tier counts.
        public var minimum: Int? { tier.flatMap { Int($0.prefix { $0 != ":" }) } }

        /// Up to how many messages the tier counts; `nil` where it has no end.
        public var maximum: Int? {
            guard let tier, let colon = tier.firstIndex(of: ":") else { return nil }
            return Int(tier[tier.index(after: colon)...])
        }

        init(_ node: JSONNode) {
            self.init(
                updated: node.member("tier_update_time")?.time,
                category: node.member("pricing_category")?.text.map { ChargeCategory(rawValue: $0.lowercased()) },
                tier: node.member("tier")?.text, month: node.member("effective_month")?.text,
                region: node.member("region")?.text)
        }
    }
}
