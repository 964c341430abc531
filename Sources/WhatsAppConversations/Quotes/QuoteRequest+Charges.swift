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
        charged(
            rate(row, volume: isTiered ? usage.tierVolume ?? 0 : 0), category: category ?? row, rule: rule,
            isTiered: isTiered)
    }

    /// What a look-up found, as the charge of a message.
    func charged(
        _ result: Result<Rate, RateUnavailable>?, category: Pricing.Category, rule: Quote.Rule, isTiered: Bool = false
    ) -> Quote {
        switch result {
        case .success(let rate)
        where isTiered && rate.tier.isOnly && (usage.tierVolume ?? 0) >= Self.lowestTierThreshold:
            return quote(
                .ceiling(rate.price, because: .tiersNotOnCard), category: category, type: .regular, isBillable: true,
                rule: rule, rate: rate)
        case .success(let rate):
            return quote(
                .exact(rate.price), category: category, type: .regular, isBillable: true, rule: rule, rate: rate)
        case .failure(let missing):
            guard let rate = missing.lastKnown else {
                return unknown(.noRate(missing), rule: rule, category: category, isBillable: true)
            }
            return quote(
                .ceiling(rate.price, because: .tiersNotOnCard), category: category, type: .regular, isBillable: true,
                rule: rule, rate: rate)
        case nil:
            return unknown(.noMarket, rule: rule, category: category, isBillable: true)
        }
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
        switch rate(.authenticationInternational, volume: usage.tierVolume ?? 0) {
        case .failure(let missing) where missing.reason == .categoryNotOnCard:
            chargedQuote(row: .authentication, rule: .authenticationCharged, isTiered: true)
        case let result:
            charged(result, category: .authenticationInternational, rule: .authenticationInternational, isTiered: true)
        }
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
