extension Quote {
    /// What a message costs when it is delivered. What cannot be known is said, never guessed, and never 0.
    @nonexhaustive
    public enum Price: Hashable, Sendable {
        /// This much.
        case exact(Money)
        /// Nothing, for a reason.
        case free(FreeReason)
        /// At most this much.
        case ceiling(Money, because: CeilingReason)
        /// An amount for a number of tokens, which are not counted yet.
        case metered(Money, perTokens: Int)
        /// Not known, for a reason.
        case unknown(UnknownReason)
    }

    /// Why a message is free; the set grows.
    public struct FreeReason: Hashable, Sendable, CustomStringConvertible {
        fileprivate enum Value: String {
            case freeEntryPoint, serviceFreeTier, freeTier, serviceFree, openConversation, customerService
            case reportedFree
        }
        fileprivate let value: Value

        /// A free entry point is open, or opens with this message (§1.5, §1.6).
        public static let freeEntryPoint = Self(value: .freeEntryPoint)
        /// It is one of the first 1,000 service messages of the month (§1.6).
        public static let serviceFreeTier = Self(value: .serviceFreeTier)
        /// It opens one of the first 1,000 conversations of the month (2022-02-01 to 2024-10-31, §1.3, §1.4).
        public static let freeTier = Self(value: .freeTier)
        /// Service conversations were free without limit (2024-11-01 to 2025-06-30, §1.4).
        public static let serviceFree = Self(value: .serviceFree)
        /// It rides in an open conversation (2022-02-01 to 2025-06-30, §1.3, §1.4).
        public static let openConversation = Self(value: .openConversation)
        /// The customer service window is open (until 2022-01-31, §1.2; 2025-07-01 to 2026-09-30, §1.5).
        public static let customerService = Self(value: .customerService)

        /// The platform reported it as free, for a reason of which this version does not know (§1.6). Charges of a
        /// ``Ledger`` have this reason, quotes never.
        public static let reportedFree = Self(value: .reportedFree)

        /// The reason's name.
        public var description: String { value.rawValue }
    }

    /// Why only the most is known; the set grows.
    public struct CeilingReason: Hashable, Sendable, CustomStringConvertible {
        fileprivate enum Value: String { case maxPrice, freeTierUnknown, tiersNotOnCard }
        fileprivate let value: Value

        /// The platform charges the maximum price or less, and reports the amount with the delivery (§1.7).
        public static let maxPrice = Self(value: .maxPrice)
        /// It is not known whether the 1,000 free service messages or conversations of the month are used up.
        public static let freeTierUnknown = Self(value: .freeTierUnknown)
        /// The volume may lie in a cheaper tier that the card does not hold (§5.2).
        public static let tiersNotOnCard = Self(value: .tiersNotOnCard)

        /// The reason's name.
        public var description: String { value.rawValue }
    }

    /// Why a price is not known.
    @nonexhaustive
    public enum UnknownReason: Hashable, Sendable {
        /// This version has no pricing model for dates before this one.
        case noPricingModel(before: CalendarDate)
        /// No card has the rate.
        indirect case noRate(RateUnavailable)
        /// The recipient has neither a number in international form nor a user id that names a country.
        case noMarket
        /// The price of Meta Business Agent is published in US dollars only.
        case noAgentPrice(Currency)
        /// The maximum price is in another currency than the account.
        case currencyMismatch(Currency)
        /// There are no templates of this category.
        case notATemplateCategory(Pricing.Category)
        /// The number of tokens is too large to be priced.
        case amountTooLarge
        /// Neither a status nor a quote says what the message is charged as. Of charges of a ``Ledger``.
        case notReported
        /// A status reports a type of which this version does not know whether it is charged (§1.6). Of charges of a
        /// ``Ledger``.
        case unknownType(Pricing.ChargeType)
        /// The message lies in a conversation of before July 2025 that no status named. Of charges of a ``Ledger``.
        case noConversation
    }
}

extension Quote.UnknownReason: CustomStringConvertible {
    /// The reason in a sentence.
    public var description: String {
        switch self {
        case .noPricingModel(let date): "no pricing model in this version for dates before \(date)"
        case .noRate(let missing): missing.description
        case .noMarket: "the recipient's country is not known"
        case .noAgentPrice(let currency): "the price per token is not published in \(currency)"
        case .currencyMismatch(let currency): "the maximum price is in \(currency), which is not the account's currency"
        case .notATemplateCategory(let category): "there are no templates of the category \(category)"
        case .amountTooLarge: "the number of tokens is too large"
        case .notReported: "neither a status nor a quote says what the message is charged as"
        case .unknownType(let type): "it is not known whether messages of the type \(type) are charged"
        case .noConversation: "no status named the conversation of the message"
        }
    }
}

extension Quote.Price: CustomStringConvertible {
    /// The price in a few words, such as `0.0068 USD` or `at most 0.0500 USD`.
    public var description: String {
        switch self {
        case .exact(let money): money.description
        case .free: "free"
        case .ceiling(let money, _): "at most \(money)"
        case .metered(let money, let tokens): "\(money) per \(tokens) tokens"
        case .unknown: "unknown price"
        }
    }
}
