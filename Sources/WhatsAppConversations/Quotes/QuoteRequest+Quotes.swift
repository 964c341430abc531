import WhatsAppBusiness

extension QuoteRequest {
    /// The rate of a category in the recipient's market; `nil` where there is none, for a reason that ``missing(_:volume:)``
    /// tells.
    func rate(_ category: Pricing.Category, volume: Int = 0) -> Rate? {
        guard let market else { return nil }
        return cards.find(category, market, on: date, currency: currency, volume: volume)
    }

    /// Why there is no rate; `nil` where the recipient's market cannot be known.
    func missing(_ category: Pricing.Category, volume: Int = 0) -> RateUnavailable? {
        guard let market else { return nil }
        do throws(RateUnavailable) {
            _ = try cards.rate(for: category, market: market.market, on: date, currency: currency, volume: volume)
            return nil
        } catch {
            return error
        }
    }

    /// Whether the card has the recipient's market but no row of a category for it, so that another one stands for it.
    func isNotOnCard(_ category: Pricing.Category) -> Bool {
        guard let market else { return false }
        return cards.lacks(category, market, on: date, currency: currency)
    }

    func quote(
        _ price: Quote.Price, category: Pricing.Category?, type: Pricing.ChargeType?, isBillable: Bool?,
        unit: Quote.Unit = .message, rule: Quote.Rule, rate: Rate? = nil, isPresumed: Bool = false,
        opensFreeEntryPoint: Bool = false, conversation: BillingConversation.Effect? = nil
    ) -> Quote {
        Quote(
            message: message, refusal: nil, price: price, isBillable: isBillable, unit: unit, category: category,
            type: type, market: market, rate: rate, model: model, rule: rule, date: date, isPresumed: isPresumed,
            opensFreeEntryPoint: opensFreeEntryPoint, conversation: conversation)
    }

    func free(
        _ reason: Quote.FreeReason, category: Pricing.Category, type: Pricing.ChargeType?, rule: Quote.Rule,
        isPresumed: Bool = false, opensFreeEntryPoint: Bool = false,
        conversation: BillingConversation.Effect? = nil, unit: Quote.Unit = .message
    ) -> Quote {
        quote(
            .free(reason), category: category, type: type, isBillable: false, unit: unit, rule: rule,
            isPresumed: isPresumed, opensFreeEntryPoint: opensFreeEntryPoint, conversation: conversation)
    }

    func unknown(
        _ reason: Quote.UnknownReason, rule: Quote.Rule, category: Pricing.Category? = nil, isBillable: Bool? = nil,
        unit: Quote.Unit = .message
    ) -> Quote {
        quote(
            .unknown(reason), category: category, type: isBillable == true && unit == .message ? .regular : nil,
            isBillable: isBillable, unit: unit, rule: rule)
    }
}
