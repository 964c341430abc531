public import WhatsAppBusiness

extension Pricing {
    /// A message as far as its price depends on it.
    public struct Message: Hashable, Sendable {
        enum Kind: Hashable { case template, freeForm, aiProvider, metaBusinessAgent }

        let kind: Kind
        /// The category that is asked for; a template's is that of the moment of sending (§1.4).
        public let category: Category
        /// The most that the business pays for the delivery, on the Marketing Messages API.
        public let maxPrice: Money?
        /// The tokens of an answer by Meta Business Agent, where known.
        public let tokens: Int?
        /// How the category is known.
        public internal(set) var basis = CategoryBasis.given

        private init(_ kind: Kind, _ category: Category, maxPrice: Money? = nil, tokens: Int? = nil) {
            self.kind = kind
            self.category = category
            self.maxPrice = maxPrice
            self.tokens = tokens
        }

        /// Whether it may be sent while the customer service window is closed.
        public var isTemplate: Bool { kind == .template }

        /// A template by the category that it has now.
        public static func template(_ category: Category) -> Self {
            Self(.template, category)
        }

        /// The same template under the international authentication rate.
        var international: Self {
            var message = Self.internationalAuthentication
            message.basis = basis
            return message
        }

        /// An authentication template to which the international rate applies: the account is eligible, its primary
        /// location is not the recipient's country, and the country's start time has passed (§1.7). Countries without
        /// such a rate keep the ordinary one.
        public static let internationalAuthentication = Self(.template, .authenticationInternational)

        /// A marketing template through the Marketing Messages API, which costs the marketing rate or, with a maximum
        /// price, that or less (§1.5, §1.7).
        /// - Parameter maxPrice: the most for **one** delivery. The template's `bid_amount` is the price of 1,000.
        public static func marketingMessage(maxPrice: Money? = nil) -> Self {
            Self(.template, .marketingLite, maxPrice: maxPrice)
        }

        /// A message that is no template and is written by a person or by any program but Meta Business Agent (§1.6).
        public static let freeForm = Self(.freeForm, .service)

        /// A message that is no template, of a company whose product is a general-purpose assistant. Since 2026-02-16
        /// certain countries charge it at the marketing rate; elsewhere it is as ``freeForm`` (§1.7). A shop that uses
        /// an assistant to answer its customers is no AI provider.
        public static let aiProvider = Self(.aiProvider, .generalPurposeAI)

        /// An answer written by Meta Business Agent, which is charged by tokens (§1.6).
        public static func metaBusinessAgent(tokens: Int? = nil) -> Self {
            Self(.metaBusinessAgent, .metaBusinessAgent, tokens: tokens)
        }
    }
}

extension Pricing.Message: CustomStringConvertible {
    /// The message in a few words, such as `utility template`.
    public var description: String {
        switch kind {
        case .template: "\(category) template"
        case .freeForm: "free-form message"
        case .aiProvider: "message of an AI provider"
        case .metaBusinessAgent: "answer by Meta Business Agent"
        }
    }

    var startsWithVowelSound: Bool {
        switch kind {
        case .template: category == .authentication || category == .authenticationInternational
        case .freeForm, .aiProvider: false
        case .metaBusinessAgent: true
        }
    }
}
