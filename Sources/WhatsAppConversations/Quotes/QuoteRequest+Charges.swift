import WhatsAppBusiness

/// Charges that several models of per-message pricing share (pricing reference §1.5 to §1.7, November 2026).
extension QuoteRequest {
    /// The lowest volume at which any market's second tier begins (§5.2). A card without the tier table of a market is
    /// exact up to there; beyond it the list price is the most that a message may cost.
    static let lowestTierThreshold = 100_000

    /// A message in an open free entry point, or one that opens it; `nil` where there is none.
    func freeEntryPointQuote() -> Quote? {
        switch freeEntryPoint.standing {
        case .confirmed:
            free(.freeEntryPoint, category: .referralConversion, type: .freeEntryPoint, rule: .freeEntryPoint)
        case .presumed:
            free(
                .freeEntryPoint, category: .referralConversion, type: .freeEntryPoint, rule: .freeEntryPoint,
                isPresumed: true)
        case .pending:
            free(
                .freeEntryPoint, category: .referralConversion, type: .freeEntryPoint, rule: .freeEntryPointOpens,
                isPresumed: true, opensFreeEntryPoint: true)
        default: nil
        }
    }

    /// The market's rate of a row for each delivered message.
    func chargedQuote(
        row: Pricing.Category, category: Pricing.Category? = nil, rule: Quote.Rule, isTiered: Bool = false
    ) -> Quote {
        let volume = isTiered ? usage.tierVolume ?? 0 : 0
        guard let rate = rate(row, volume: volume) else {
            return uncharged(missing(row, volume: volume), category: category ?? row, rule: rule)
        }
        // A card without the tiers of a market: beyond the first the list price is the most.
        let price: Quote.Price =
            isTiered && rate.tier.isOnly && volume >= Self.lowestTierThreshold
            ? .ceiling(rate.price, because: .tiersNotOnCard) : .exact(rate.price)
        return quote(
            price, category: category ?? row, type: .regular, isBillable: true, rule: rule, rate: rate)
    }

    /// A charge without a row on the card.
    private func uncharged(_ missing: RateUnavailable?, category: Pricing.Category, rule: Quote.Rule) -> Quote {
        guard let missing else { return unknown(.noMarket, rule: rule, category: category, isBillable: true) }
        guard let rate = missing.lastKnown else {
            return unknown(.noRate(missing), rule: rule, category: category, isBillable: true)
        }
        return quote(
            .ceiling(rate.price, because: .tiersNotOnCard), category: category, type: .regular, isBillable: true,
            rule: rule, rate: rate)
    }

    /// A template through the Marketing Messages API: at the marketing rate, or at a maximum price or less.
    func marketingMessageQuote() -> Quote {
        guard let most = message.maxPrice else {
            return chargedQuote(row: .marketing, category: .marketingLite, rule: .marketingCharged)
        }
        guard most.currency == currency else {
            return unknown(
                .currencyMismatch(most.currency), rule: .maxPrice, category: .marketingLite, isBillable: true)
        }
        return quote(
            .ceiling(most, because: .maxPrice), category: .marketingLite, type: .regular, isBillable: true,
            rule: .maxPrice)
    }

    /// International authentication; a country without such a rate keeps the ordinary one.
    func internationalQuote() -> Quote {
        if isNotOnCard(.authenticationInternational) {
            return chargedQuote(row: .authentication, rule: .authenticationCharged, isTiered: true)
        }
        return chargedQuote(row: .authenticationInternational, rule: .authenticationInternational, isTiered: true)
    }

    /// Meta Business Agent: tokens at one rate for the world, inside a free entry point too.
    func agentQuote() -> Quote {
        // 2.00 USD per million tokens (§1.0, since 2026-08-01): two millionths a token.
        let agentPrice = Money(millionths: 2_000_000, currency: .usd)
        let agentTokens = 1_000_000
        guard currency == agentPrice.currency else {
            return unknown(
                .noAgentPrice(currency), rule: .agentTokens, category: .metaBusinessAgent, isBillable: true,
                unit: .token)
        }
        var price = Quote.Price.metered(agentPrice, perTokens: agentTokens)
        if let tokens = message.tokens, tokens >= 0 {
            do throws(MoneyError) {
                let perToken = Money(
                    millionths: agentPrice.millionths / Int64(agentTokens), currency: agentPrice.currency)
                price = .exact(try perToken.multiplied(by: tokens))
            } catch {
                return unknown(
                    .amountTooLarge, rule: .agentTokens, category: .metaBusinessAgent, isBillable: true, unit: .token)
            }
        }
        return quote(
            price, category: .metaBusinessAgent, type: nil, isBillable: true, unit: .token, rule: .agentTokens,
            opensFreeEntryPoint: freeEntryPoint.standing == .pending)
    }
}
