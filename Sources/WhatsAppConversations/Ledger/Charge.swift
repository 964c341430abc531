public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What one delivered message costs, or that it costs nothing, by the rules of its day.
public struct Charge: Hashable, Sendable {
    /// What a charge rests on; the set grows.
    public struct Basis: Hashable, Sendable {
        private enum Value { case reported, quoted, nothing }
        private let value: Value

        /// The category and type that the platform reported with a status.
        public static let reported = Self(value: .reported)
        /// A quote: the platform has reported nothing about the price.
        public static let quoted = Self(value: .quoted)
        /// Neither: the price is not known.
        public static let nothing = Self(value: .nothing)
    }

    /// The message.
    public let messageID: MessageID
    /// The business number that sent it, where known.
    public let businessNumber: PhoneNumberID?
    /// When it was delivered: the charge's time.
    public let deliveredAt: Date
    /// The day of the delivery, by the account's time zone.
    public let date: CalendarDate
    /// The recipient's market.
    public let market: MarketMatch?
    /// What it is charged as.
    public let category: Pricing.Category?
    /// Whether and why it is free, in the platform's word where it reported one.
    public let type: Pricing.ChargeType?
    /// What the charge is counted in.
    public let unit: Quote.Unit
    /// What it costs.
    public let price: Quote.Price
    /// The row of the rate card; `nil` where none is needed.
    public let rate: Rate?
    /// The rules of the day.
    public let model: PricingModel?
    /// The billing conversation that the platform named.
    public let conversationID: BillingConversationID?
    /// What the charge rests on.
    public let basis: Basis
    /// The business number's digits, as the platform shows them.
    let displayNumber: String?

    /// Whether the price is known exactly: an amount, or nothing.
    public var isPriced: Bool {
        switch price {
        case .exact, .free: true
        default: false
        }
    }

    /// Whether the message is free.
    public var isFree: Bool {
        if case .free = price { return true }
        return false
    }

    /// The amount where it is exact, and nothing where the message is free; `nil` where neither is known.
    public func amount(in currency: Currency) -> Money? {
        switch price {
        case .exact(let money): money
        case .free: .zero(currency)
        default: nil
        }
    }
}
