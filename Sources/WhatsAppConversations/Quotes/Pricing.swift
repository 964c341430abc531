public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The prices of an account: its currency, its time zone and the cards to look in.
///
/// ```swift
/// let pricing = Pricing(currency: .usd, timeZone: .fixed(secondsFromGMT: -3 * 3600))
/// let quote = pricing.quote(.template(.utility), to: customer, in: conversation, at: now)
/// quote.price          // .exact(0.0068 USD)
/// quote.explanation    // what, where, from which card and by which rule
/// ```
///
/// A quote holds for a message that is **delivered**: undelivered messages cost nothing (pricing reference §0.4). It is
/// an estimate; the platform's invoice is the only binding figure (§1.8).
public struct Pricing: Hashable, Sendable {
    /// The currency in which the account is billed. Its cards are published, never converted.
    public var currency: Currency
    /// The account's time zone: days, months and models turn at its midnight.
    public var timeZone: BusinessTimeZone
    /// The cards to look in.
    public var cards: RateCards
    /// What becomes of billing conversations when the model changes.
    public var switchOver: SwitchOverPolicy
    /// Which messages the 1,000 free service messages of a number and month are.
    public var serviceFreeTier: ServiceFreeTierPolicy
    /// Whether and where the international authentication rate applies: quotes of authentication templates follow it.
    public var internationalAuthentication: InternationalAuthentication
    /// Whether the account belongs to a company whose product is a general-purpose assistant: its messages that are no
    /// templates are then quoted as ``Message/aiProvider`` (pricing reference §1.7).
    public var isAIProvider: Bool
    /// Whether the account has a payment method. Without one, quotes say what will not be delivered
    /// (``Quote/payment``).
    public var hasPaymentMethod: Bool

    /// Creates the prices of an account.
    /// - Parameters:
    ///   - currency: the billing currency of the WhatsApp Business Account.
    ///   - timeZone: the time zone of the WhatsApp Business Account.
    ///   - cards: the cards to look in.
    ///   - switchOver: what becomes of billing conversations when the model changes.
    ///   - serviceFreeTier: which messages the 1,000 free service messages are.
    ///   - internationalAuthentication: whether and where the international authentication rate applies.
    ///   - isAIProvider: whether the account's product is a general-purpose assistant.
    ///   - hasPaymentMethod: whether the account has a payment method.
    public init(
        currency: Currency, timeZone: BusinessTimeZone = .utc, cards: RateCards = .standard,
        switchOver: SwitchOverPolicy = .standard, serviceFreeTier: ServiceFreeTierPolicy = .standard,
        internationalAuthentication: InternationalAuthentication = .notEligible,
        isAIProvider: Bool = false, hasPaymentMethod: Bool = true
    ) {
        self.currency = currency
        self.timeZone = timeZone
        self.cards = cards
        self.switchOver = switchOver
        self.serviceFreeTier = serviceFreeTier
        self.internationalAuthentication = internationalAuthentication
        self.isAIProvider = isAIProvider
        self.hasPaymentMethod = hasPaymentMethod
    }

    /// Whether an outbound message may be sent now, and what it costs when it is delivered.
    ///
    /// ```swift
    /// let message = WhatsAppBusiness.Message.template("order_shipped", language: "en_US", body: ["1234"])
    /// let quote = pricing.quote(message, category: .utility, to: customer, in: conversation, at: now)
    /// ```
    /// - Parameters:
    ///   - message: what is to be sent.
    ///   - category: the category that the template has now; one without counts as marketing. For a list of an account's
    ///     templates there is ``Message/init(_:categories:at:author:)``.
    ///   - recipient: to whom; the market follows the number.
    ///   - conversation: what has happened between the business number and the customer.
    ///   - instant: when the message is to be sent.
    ///   - usage: what the month has used up so far.
    public func quote(
        _ message: WhatsAppBusiness.Message, category: Category? = nil, to recipient: Recipient,
        in conversation: Conversation, at instant: Date, usage: MonthlyUsage = .unknown
    ) -> Quote {
        quote(Message(message, category: category), to: recipient, in: conversation, at: instant, usage: usage)
    }

    /// Whether a message may be sent now, and what it costs when it is delivered, by the rules of the day.
    ///
    /// From 2022-02-01 to 2025-06-30 a charge was for a conversation: ``Quote/conversation`` says whether the message
    /// opens one or rides in an open one. So that the next quote knows of it, apply ``Quote/delivered(at:id:)``.
    ///
    /// Takes a few hundred nanoseconds and allocates nothing; only ``Quote/explanation`` builds text.
    /// - Parameters:
    ///   - message: what is to be sent.
    ///   - recipient: to whom; the market follows the number.
    ///   - conversation: what has happened between the business number and the customer.
    ///   - instant: when the message is to be sent.
    ///   - usage: what the month has used up so far. Without it the 1,000 free service messages (or, until 2024, free
    ///     conversations) may or may not be used up, which makes the price a ceiling; volume tiers begin at their first.
    public func quote(
        _ message: Message, to recipient: Recipient, in conversation: Conversation, at instant: Date,
        usage: MonthlyUsage = .unknown
    ) -> Quote {
        let date = timeZone.date(at: instant)
        let window = conversation.window(at: instant)
        if !message.isTemplate, case .closed(let closure) = window {
            // So in every model (§1.1).
            return Quote(message: message, on: date, refused: closure, model: .model(on: date))
        }
        guard let model = PricingModel.model(on: date) else {
            return Quote(
                message: message, on: date,
                unknown: .noPricingModel(before: PricingModel.all.first?.effectiveFrom ?? date), model: nil)
        }
        let market = MarketMap.standard.match(recipient, on: date)
        var message = message
        if internationalAuthentication.isEligible, message.category == .authentication,
            let country = market?.countries.first, internationalAuthentication.applies(to: country, at: instant)
        {
            message = message.international
        } else if isAIProvider, message == .freeForm {
            message = .aiProvider
        }
        var freeEntryPoint = conversation.freeEntryPoint(at: instant)
        if conversation.isRuledOut(freeEntryPoint) { freeEntryPoint = FreeEntryPoint(.denied) }
        let usage = usage.on(date)
        let quote = model.rules.quote(
            QuoteRequest(
                message: message, market: market, freeEntryPoint: freeEntryPoint, isWindowOpen: window.isOpen,
                open: conversation.open,
                instant: Instant(instant), switchOver: switchOver, date: date, usage: usage,
                currency: currency, cards: cards, model: model))
        return hasPaymentMethod ? quote : quote.withoutPaymentMethod(usage)
    }
}
