extension Quote {
    /// The rule that decided a quote: what it says and where it stands. The set grows.
    public struct Rule: Hashable, Sendable {
        private enum Value: String {
            case windowClosed, noRule, freeEntryPoint, freeEntryPointOpens, serviceFreeTier, serviceCharged
            case serviceFreeTierUnknown, utilityCharged, marketingCharged, authenticationCharged
            case authenticationInternational, maxPrice, agentTokens
        }
        private let value: Value

        /// While the customer service window is closed only templates may be sent.
        public static let windowClosed = Self(value: .windowClosed)
        /// No rule applies.
        public static let noRule = Self(value: .noRule)
        /// Deliveries in an open free entry point are free.
        public static let freeEntryPoint = Self(value: .freeEntryPoint)
        /// The answer to an ad or Page click opens the free entry point and is free itself.
        public static let freeEntryPointOpens = Self(value: .freeEntryPointOpens)
        /// The first 1,000 service messages of the month are free.
        public static let serviceFreeTier = Self(value: .serviceFreeTier)
        /// Service messages are charged from the 1,001st on.
        public static let serviceCharged = Self(value: .serviceCharged)
        /// A service message is free or charged, by a count that is not known.
        public static let serviceFreeTierUnknown = Self(value: .serviceFreeTierUnknown)
        /// Utility templates are charged inside and outside the window.
        public static let utilityCharged = Self(value: .utilityCharged)
        /// Every marketing template is charged.
        public static let marketingCharged = Self(value: .marketingCharged)
        /// Every authentication template is charged.
        public static let authenticationCharged = Self(value: .authenticationCharged)
        /// Listed countries have a rate for businesses located elsewhere.
        public static let authenticationInternational = Self(value: .authenticationInternational)
        /// A maximum price bounds the charge.
        public static let maxPrice = Self(value: .maxPrice)
        /// Meta Business Agent is charged by tokens.
        public static let agentTokens = Self(value: .agentTokens)

        /// The rule's name.
        public var name: String { value.rawValue }

        /// The rule in a clause.
        public var text: String {
            switch value {
            case .windowClosed: "only templates may be sent while the customer service window is closed"
            case .noRule: "no rule applies"
            case .freeEntryPoint: "deliveries in an open free entry point are free"
            case .freeEntryPointOpens: "the first answer to an ad or Page click opens 72 free hours and is free itself"
            case .serviceFreeTier:
                "the first 1,000 service messages of a business number and calendar month are free"
            case .serviceCharged:
                "service messages cost the market's utility rate from the 1,001st of a business number and month on"
            case .serviceFreeTierUnknown:
                "service messages are free up to the 1,000th of a business number and month, and the count is not known"
            case .utilityCharged:
                "utility templates are charged inside and outside the customer service window since 2026-10-01"
            case .marketingCharged: "every delivered marketing template is charged"
            case .authenticationCharged: "every delivered authentication template is charged"
            case .authenticationInternational:
                "authentication to listed countries has a rate of its own for businesses located elsewhere"
            case .maxPrice: "with a maximum price the platform charges that or less and reports the amount afterwards"
            case .agentTokens: "Meta Business Agent is charged by tokens, in a free entry point too"
            }
        }

        /// Where the rule stands.
        public var source: String {
            let section =
                switch value {
                case .windowClosed: "§1.1"
                case .noRule: "§1.0"
                case .authenticationInternational, .maxPrice: "§1.7"
                default: "§1.6"
                }
            return "pricing reference \(section), November 2026"
        }
    }
}

extension Quote.Rule: CustomStringConvertible {
    /// The rule and where it stands.
    public var description: String { "\(text) (\(source))" }
}
