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

    /// Creates the prices of an account.
    /// - Parameters:
    ///   - currency: the billing currency of the WhatsApp Business Account.
    ///   - timeZone: the time zone of the WhatsApp Business Account.
    ///   - cards: the cards to look in.
    public init(currency: Currency, timeZone: BusinessTimeZone = .utc, cards: RateCards = .standard) {
        self.currency = currency
        self.timeZone = timeZone
        self.cards = cards
    }

    /// Whether a message may be sent now, and what it costs when it is delivered.
    ///
    /// Takes a few hundred nanoseconds and allocates nothing; only ``Quote/explanation`` builds text.
    /// - Parameters:
    ///   - message: what is to be sent.
    ///   - recipient: to whom; the market follows the number.
    ///   - conversation: what has happened between the business number and the customer.
    ///   - instant: when the message is to be sent.
    ///   - usage: what the month has used up so far. Without it the first 1,000 free service messages may or may not be
    ///     used up, which makes the price of a service message a ceiling, and volume tiers begin at their first.
    public func quote(
        _ message: Message, to recipient: Recipient, in conversation: Conversation, at instant: Date,
        usage: MonthlyUsage = .unknown
    ) -> Quote {
        let date = timeZone.date(at: instant)
        if !message.isTemplate, case .closed(let closure) = conversation.window(at: instant) {
            // So in every model (§1.1).
            return Quote(message: message, on: date, refused: closure, model: .model(on: date))
        }
        guard let model = PricingModel.model(on: date) else {
            return Quote(
                message: message, on: date,
                unknown: .noPricingModel(before: PricingModel.all.first?.effectiveFrom ?? date), model: nil)
        }
        return model.rules.quote(
            QuoteRequest(
                message: message, market: MarketMap.standard.match(recipient, on: date),
                freeEntryPoint: conversation.freeEntryPoint(at: instant), date: date, usage: usage.on(date),
                currency: currency, cards: cards, model: model))
    }
}
