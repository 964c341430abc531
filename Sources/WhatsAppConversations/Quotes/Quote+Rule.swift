extension Quote {
    /// The rule that decided a quote: what it says and where it stands. The set grows.
    public struct Rule: Hashable, Sendable {
        private enum Value: String {
            case windowClosed, noRule, freeEntryPoint, freeEntryPointOpens, serviceFreeTier, serviceCharged
            case serviceFreeTierUnknown, utilityCharged, marketingCharged, authenticationCharged
            case authenticationInternational, maxPrice, agentTokens
            case sessionFree, notificationCharged
            case conversationCovers, userInitiatedOpens, businessInitiatedOpens, conversationFreeTier
            case conversationFreeTierUnknown, freeEntryPointConversation, categoryOpens, categoryCovers
            case anyConversationCovers, serviceOpens, serviceConversationsFree
            case serviceFreeInWindow, utilityFreeInWindow, utilityOutsideWindow, aiProviderCharged
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
        /// Everything inside the session is free, until 2022-01-31.
        public static let sessionFree = Self(value: .sessionFree)
        /// Each template outside the session is charged, until 2022-01-31.
        public static let notificationCharged = Self(value: .notificationCharged)
        /// An open conversation covers every message, from 2022-02-01 to 2023-05-31.
        public static let conversationCovers = Self(value: .conversationCovers)
        /// A first message while the window is open opens a user-initiated conversation.
        public static let userInitiatedOpens = Self(value: .userInitiatedOpens)
        /// A template while the window is closed opens a business-initiated conversation.
        public static let businessInitiatedOpens = Self(value: .businessInitiatedOpens)
        /// The first 1,000 conversations of an account and month are free, until 2024-10-31.
        public static let conversationFreeTier = Self(value: .conversationFreeTier)
        /// A conversation is free or charged, by a count that is not known.
        public static let conversationFreeTierUnknown = Self(value: .conversationFreeTierUnknown)
        /// The answer to an ad or Page click opens a free conversation.
        public static let freeEntryPointConversation = Self(value: .freeEntryPointConversation)
        /// A template opens a conversation of its category.
        public static let categoryOpens = Self(value: .categoryOpens)
        /// An open conversation of the category covers a template.
        public static let categoryCovers = Self(value: .categoryCovers)
        /// A free-form message rides in whatever is open.
        public static let anyConversationCovers = Self(value: .anyConversationCovers)
        /// A free-form message opens a service conversation where nothing is open.
        public static let serviceOpens = Self(value: .serviceOpens)
        /// Service conversations are free without limit, since 2024-11-01.
        public static let serviceConversationsFree = Self(value: .serviceConversationsFree)
        /// Messages that are no templates are free, from 2025-07-01 to 2026-09-30.
        public static let serviceFreeInWindow = Self(value: .serviceFreeInWindow)
        /// Utility templates inside the window are free, from 2025-07-01 to 2026-09-30.
        public static let utilityFreeInWindow = Self(value: .utilityFreeInWindow)
        /// Utility templates outside the window are charged.
        public static let utilityOutsideWindow = Self(value: .utilityOutsideWindow)
        /// Messages of AI providers are charged in certain countries, since 2026-02-16.
        public static let aiProviderCharged = Self(value: .aiProviderCharged)

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
            case .sessionFree: "everything inside the 24-hour session was free until 2022-01-31"
            case .notificationCharged:
                "each delivered template outside the 24-hour session was charged until 2022-01-31"
            case .conversationCovers: "an open conversation covered every message in it, from 2022-02-01 to 2023-05-31"
            case .userInitiatedOpens:
                """
                a message in an open window, with no conversation open, began a user-initiated conversation of 24 \
                hours
                """
            case .businessInitiatedOpens:
                """
                a template outside the window, with no conversation open, began a business-initiated conversation \
                of 24 hours
                """
            case .conversationFreeTier:
                """
                the first 1,000 conversations of an account and calendar month were free (of any kind, since \
                2023-06-01 of the category service)
                """
            case .conversationFreeTierUnknown:
                "conversations were free up to the 1,000th of an account and month, and the count is not known"
            case .freeEntryPointConversation: "the first answer to an ad or Page click opened a free conversation"
            case .categoryOpens: "a template opened a conversation of its category where none of that category was open"
            case .categoryCovers: "an open conversation of the category covered its templates until it ended"
            case .anyConversationCovers: "a message that is no template rode in whatever conversation was open"
            case .serviceOpens:
                "a message that is no template opened a service conversation where no conversation was open"
            case .serviceConversationsFree: "service conversations were free without limit since 2024-11-01"
            case .serviceFreeInWindow: "messages that are no templates were free from 2025-07-01 to 2026-09-30"
            case .utilityFreeInWindow:
                "utility templates in an open customer service window were free from 2025-07-01 to 2026-09-30"
            case .utilityOutsideWindow:
                "every utility template delivered outside the customer service window is charged"
            case .aiProviderCharged:
                "messages of AI providers that are no templates cost the marketing rate in certain countries"
            }
        }

        /// Where the rule stands.
        public var source: String {
            let section =
                switch value {
                case .windowClosed: "§1.1"
                case .noRule: "§1.0"
                case .sessionFree, .notificationCharged: "§1.2"
                case .conversationCovers, .userInitiatedOpens, .businessInitiatedOpens: "§1.3"
                case .conversationFreeTier, .conversationFreeTierUnknown, .freeEntryPointConversation: "§1.3 and §1.4"
                case .categoryOpens, .categoryCovers, .anyConversationCovers, .serviceOpens,
                    .serviceConversationsFree:
                    "§1.4"
                case .serviceFreeInWindow, .utilityFreeInWindow, .utilityOutsideWindow: "§1.5"
                case .authenticationInternational, .maxPrice, .aiProviderCharged: "§1.7"
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
