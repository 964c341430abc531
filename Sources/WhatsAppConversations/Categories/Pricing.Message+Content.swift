public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Pricing.Message {
    /// How the category of a message is known; the set grows.
    public struct CategoryBasis: Hashable, Sendable, Codable {
        enum Value: UInt8, Codable { case given, assumed, recategorized }
        let value: Value

        /// The caller or the list of templates said it.
        public static let given = Self(value: .given)
        /// Nobody said it: a template without a category counts as marketing (§2), which is the dearest.
        public static let assumed = Self(value: .assumed)
        /// The platform changed it after the template was submitted or approved (§2).
        public static let recategorized = Self(value: .recategorized)
    }

    /// Who writes the messages that are no templates (§1.6, §1.7); the set grows.
    public struct Author: Hashable, Sendable, Codable {
        enum Value: String, Codable { case business, aiProvider, metaBusinessAgent }
        let value: Value

        /// A person, or any program of the business: service messages.
        public static let business = Self(value: .business)
        /// A company whose product is a general-purpose assistant.
        public static let aiProvider = Self(value: .aiProvider)
        /// Meta Business Agent.
        public static let metaBusinessAgent = Self(value: .metaBusinessAgent)
    }

    /// A marketing template: everything that is not utility or authentication.
    ///
    /// Marketing are offers, cross-sell, re-engagement, mixed content and unclear content (pricing reference §2).
    /// Examples: "20 % off all shoes this weekend"; "You left something in your cart"; a receipt with "and here is a
    /// voucher for your next order"; a template that is only `{{1}}`; "Congratulations!"; a general survey.
    public static let marketingTemplate = Self.template(.marketing)

    /// A utility template: not promotional, **and** either about something of the user's, or essential.
    ///
    /// About the user: an order, an account, a transaction, the confirmation of an opt-in, feedback on a named order,
    /// moving a talk to WhatsApp. Essential: safety, outage, fraud, recall, law, public service (pricing reference §2).
    /// Examples: "Your order 1234 has shipped"; "Your payment of 20.00 was received"; "Your appointment is tomorrow at
    /// nine"; "We recall the product that you bought in May".
    public static let utilityTemplate = Self.template(.utility)

    /// An authentication template: one-time codes only, in the platform's own words with a button.
    ///
    /// It holds no addresses, media or emoji, and parameters of at most 15 characters; no other category may carry a code
    /// (pricing reference §2). Example: "123456 is your verification code. For your security, do not share this code."
    public static let authenticationTemplate = Self.template(.authentication)

    /// An outbound message as far as its price depends on it.
    ///
    /// A template is priced by its category; one without a category counts as marketing. Everything else, such as a text,
    /// media, buttons, lists, reactions and requests for a call permission, is one kind: a service message, or one of an
    /// AI provider or Meta Business Agent. Promotional free-form text is service, not marketing (pricing reference §1.6).
    /// - Parameters:
    ///   - message: what is to be sent.
    ///   - category: the template's category at the time of sending; `nil` where it is not known.
    ///   - author: who writes what is no template.
    public init(_ message: Message, category: Pricing.Category? = nil, author: Author = .business) {
        guard message.isTemplate else {
            self =
                switch author.value {
                case .business: .freeForm
                case .aiProvider: .aiProvider
                case .metaBusinessAgent: .metaBusinessAgent()
                }
            return
        }
        self = .template(category ?? .marketing)
        if category == nil { basis = .assumed }
    }

    /// An outbound message, with the category that its template has at an instant.
    public init(_ message: Message, categories: TemplateCategories, at instant: Date, author: Author = .business) {
        guard case .template(let template) = message.content else {
            self.init(message, author: author)
            return
        }
        let assignment = categories.category(of: template.name, language: template.language, at: instant)
        self = .template(assignment.category)
        basis = assignment.basis
    }

    /// The most for one delivery, from a template's `bid_amount`: the price of 1,000 deliveries in hundredths of the
    /// currency's unit (pricing reference §1.7: 5000 is 0.05 USD, 87000 is 0.87 INR).
    /// - Throws: ``MoneyError`` with `overflow`.
    public static func maxPrice(bidAmount: Int, currency: Currency) throws(MoneyError) -> Money {
        try Money(millionths: 10, currency: currency).multiplied(by: bidAmount)
    }
}
