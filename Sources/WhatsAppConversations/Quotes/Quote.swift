public import WhatsAppBusiness

/// Whether a message may be sent, what it costs when it is delivered, and by which card, row and rule.
public struct Quote: Hashable, Sendable {
    /// What a charge is counted in.
    public struct Unit: Hashable, Sendable {
        private enum Value { case message, conversation, token }
        private let value: Value

        /// Each delivered message.
        public static let message = Self(value: .message)
        /// Each billing conversation, from 2022-02-01 to 2025-06-30 (§1.3, §1.4).
        public static let conversation = Self(value: .conversation)
        /// Each token of Meta Business Agent.
        public static let token = Self(value: .token)
    }

    /// Why a message may not be sent now.
    public struct Refusal: Hashable, Sendable {
        /// The platform's error: 131047, only templates may be sent while the window is closed.
        public let code: PlatformErrorCode
        /// Why the window is closed.
        public let reason: Conversation.Closure
    }

    /// What was asked about.
    public let message: Pricing.Message
    /// Why the message may not be sent; `nil` where it may.
    public let refusal: Refusal?
    /// What the message costs when it is delivered; `nil` where it may not be sent.
    public let price: Price?
    /// Whether delivery is charged; `nil` where that cannot be known, and where the message may not be sent.
    public let isBillable: Bool?
    /// What the charge is counted in.
    public let unit: Unit
    /// The category that a status will report: a message in a free entry point is a `referral_conversion`.
    public let category: Pricing.Category?
    /// The type that a status will report; `nil` where the platform has published none.
    public let type: Pricing.ChargeType?
    /// In which market the recipient lies, and why.
    public let market: MarketMatch?
    /// The row of the rate card; `nil` where none is needed.
    public let rate: Rate?
    /// The rules that hold on the day; `nil` where this version has none for it.
    public let model: PricingModel?
    /// The rule that decided.
    public let rule: Rule
    /// The day of the quote by the account's time zone.
    public let date: CalendarDate
    /// Whether the quote rests on a free entry point that no status has confirmed yet.
    public let isPresumed: Bool
    /// Whether delivery opens the free entry point.
    public let opensFreeEntryPoint: Bool
    /// What delivery does to billing conversations; `nil` under models without them, and where the message may not be
    /// sent.
    public let conversation: BillingConversation.Effect?

    /// Whether an account without a payment method gets it delivered; ``Payment/settled`` where it has one.
    public internal(set) var payment = Payment.settled

    /// Whether the message may be sent now.
    public var isAllowed: Bool { refusal == nil }
    /// Whether it is a service message that a free entry point makes free.
    var isServiceInEntryPoint: Bool { category == .referralConversion && message.kind == .freeForm }
    /// The price where it is exact, or nothing where the message is free; `nil` where neither is known.
    public var exactPrice: Money? {
        switch price {
        case .exact(let money): money
        default: nil
        }
    }
    /// The card's name, such as `2026-10-01-USD`.
    public var cardName: String? { rate?.card.name }
    /// Whether prices may have changed since the card.
    public var mayBeOutdated: Bool { rate?.mayBeOutdated ?? false }
}

extension Quote {
    init(message: Pricing.Message, on date: CalendarDate, refused reason: Conversation.Closure, model: PricingModel?) {
        self.init(
            message: message, refusal: Refusal(code: .reEngagement, reason: reason), price: nil, isBillable: nil,
            unit: .message, category: nil, type: nil, market: nil, rate: nil, model: model, rule: .windowClosed,
            date: date, isPresumed: false, opensFreeEntryPoint: false, conversation: nil)
    }

    init(message: Pricing.Message, on date: CalendarDate, unknown reason: UnknownReason, model: PricingModel?) {
        self.init(
            message: message, refusal: nil, price: .unknown(reason), isBillable: nil, unit: .message, category: nil,
            type: nil, market: nil, rate: nil, model: model, rule: .noRule, date: date, isPresumed: false,
            opensFreeEntryPoint: false, conversation: nil)
    }
}
