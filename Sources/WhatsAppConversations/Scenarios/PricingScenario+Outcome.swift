public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension PricingScenario {
    /// What the rules make of a message, or the answer to a question, in the JSON form of the reference's scenarios.
    public struct Outcome: Hashable, Sendable {
        /// When.
        public var date: Date
        /// Whether the message may be sent; `nil` for a question.
        public var isAllowed: Bool?
        /// The platform's error where it may not.
        public var error: PlatformErrorCode?
        /// `NBP`, `CBP` or `PMP`.
        public var model: String?
        /// `opens:KIND#N` or `existing:KIND#N`, with N the number of the conversation in the timeline; `existing:any`
        /// for a message that rides in whatever is open.
        public var conversation: String?
        /// Whether the message is charged; `nil` for a question, and where that cannot be known.
        public var isBillable: Bool?
        /// The type that a status will report.
        public var type: Pricing.ChargeType?
        /// Whether the outcome has a type, known or not: messages under per-message pricing that are no tokens do.
        public var hasType: Bool
        /// The category that a status will report.
        public var category: Pricing.Category?
        /// Why the message is free, where the model has a name for it.
        public var freeReason: String?
        /// Whether the message opens a free entry point under per-message pricing.
        public var opensFreeEntryPoint: Bool
        /// `token` where tokens are charged.
        public var meter: String?
        /// For a question: whether the customer service window is open.
        public var isWindowOpen: Bool?
        /// For a question: whether a free entry point is open.
        public var isFreeEntryPointOpen: Bool?
    }
}

extension PricingScenario.Outcome {
    init(check conversation: Conversation, at date: Date) {
        self.init(date: date, hasType: false, opensFreeEntryPoint: false)
        isWindowOpen = conversation.window(at: date).isOpen
        isFreeEntryPointOpen = conversation.freeEntryPoint(at: date).isOpen
    }

    init(_ quote: Quote, at date: Date, isDelivered: Bool, opened: [BillingConversation.Kind]) {
        self.init(date: date, isAllowed: quote.isAllowed, hasType: false, opensFreeEntryPoint: false)
        error = quote.refusal?.code
        guard quote.isAllowed else { return }
        guard isDelivered else {
            // Never delivered, never charged (§0.4).
            isBillable = false
            return
        }
        model = quote.model?.reportedName
        isBillable = quote.isBillable
        category = quote.category
        meter = quote.unit == .token ? "token" : nil
        if let effect = quote.conversation {
            conversation = Self.text(effect, opened: opened)
        } else if model == PricingModel.perMessageOctober2026.reportedName {
            hasType = meter == nil
            type = quote.type
            opensFreeEntryPoint = quote.opensFreeEntryPoint
        }
        freeReason = Self.name(quote)
    }

    private static func text(_ effect: BillingConversation.Effect, opened: [BillingConversation.Kind]) -> String {
        func number(_ kind: BillingConversation.Kind) -> Int { (opened.lastIndex(of: kind) ?? -1) + 1 }
        return switch effect {
        case .opens(let kind): "opens:\(kind)#\(number(kind))"
        case .joins(let kind): "existing:\(kind)#\(number(kind))"
        case .joinsAny: "existing:any"
        }
    }

    /// The scenarios name a free entry point only where a conversation opens in it; later, the type says it.
    private static func name(_ quote: Quote) -> String? {
        switch quote.price {
        case .free(.freeTier): "free_tier"
        case .free(.serviceFree): "service_free"
        case .free(.serviceFreeTier): "service_free_tier"
        case .free(.freeEntryPoint) where quote.conversation != nil: "free_entry_point"
        default: nil
        }
    }
}

extension PricingScenario.Outcome: Codable {
    private enum CodingKeys: String, CodingKey {
        case date = "at"
        case isAllowed = "allowed"
        case error, model, conversation
        case isBillable = "billable"
        case type, category
        case freeReason = "free_reason"
        case opensFreeEntryPoint = "opens_fep"
        case meter
        case isWindowOpen = "csw_open"
        case isFreeEntryPointOpen = "fep_open"
    }

    /// Reads an outcome.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        date = try container.decode(Date.self, forKey: .date)
        isAllowed = try container.decodeIfPresent(Bool.self, forKey: .isAllowed)
        error = try container.decodeIfPresent(Int.self, forKey: .error).map { PlatformErrorCode(rawValue: $0) }
        model = try container.decodeIfPresent(String.self, forKey: .model)
        conversation = try container.decodeIfPresent(String.self, forKey: .conversation)
        isBillable = try container.decodeIfPresent(Bool.self, forKey: .isBillable)
        hasType = container.contains(.type)
        type = try container.decodeIfPresent(Pricing.ChargeType.self, forKey: .type)
        category = try container.decodeIfPresent(Pricing.Category.self, forKey: .category)
        freeReason = try container.decodeIfPresent(String.self, forKey: .freeReason)
        opensFreeEntryPoint = try container.decodeIfPresent(Bool.self, forKey: .opensFreeEntryPoint) ?? false
        meter = try container.decodeIfPresent(String.self, forKey: .meter)
        isWindowOpen = try container.decodeIfPresent(Bool.self, forKey: .isWindowOpen)
        isFreeEntryPointOpen = try container.decodeIfPresent(Bool.self, forKey: .isFreeEntryPointOpen)
    }

    /// Writes what the outcome holds. A type that the platform has not published is null; everything else that is
    /// absent is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(date, forKey: .date)
        try container.encodeIfPresent(isAllowed, forKey: .isAllowed)
        try container.encodeIfPresent(error?.rawValue, forKey: .error)
        try container.encodeIfPresent(model, forKey: .model)
        try container.encodeIfPresent(conversation, forKey: .conversation)
        try container.encodeIfPresent(isBillable, forKey: .isBillable)
        if hasType { try container.encode(type, forKey: .type) }
        try container.encodeIfPresent(category, forKey: .category)
        try container.encodeIfPresent(freeReason, forKey: .freeReason)
        if opensFreeEntryPoint { try container.encode(true, forKey: .opensFreeEntryPoint) }
        try container.encodeIfPresent(meter, forKey: .meter)
        try container.encodeIfPresent(isWindowOpen, forKey: .isWindowOpen)
        try container.encodeIfPresent(isFreeEntryPointOpen, forKey: .isFreeEntryPointOpen)
    }
}
