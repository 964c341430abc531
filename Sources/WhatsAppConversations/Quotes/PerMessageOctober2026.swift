import WhatsAppBusiness

/// The rules of PMP-2 (pricing reference §1.6 and §1.7).
enum PerMessageOctober2026: PricingRules {
    static let name = "PMP-2"
    static let reportedName = "PMP"
    /// 2026-10-01.
    static let effectiveFrom = CalendarDate(daysSince1970: 20_727)

    /// 2.00 USD per million tokens, one rate for the world (§1.0, since 2026-08-01).
    private static let agentPrice = Money(millionths: 2_000_000, currency: .usd)
    private static let agentTokens = 1_000_000
    /// The lowest volume at which any market's second tier begins (§5.2). A card without the tier table of a market is
    /// exact up to there; beyond it the list price is the most that a message may cost.
    private static let lowestTierThreshold = 100_000

    static func quote(_ request: borrowing QuoteRequest) -> Quote {
        if request.message.kind == .metaBusinessAgent { return agentQuote(request) }
        switch request.freeEntryPoint.standing {
        case .confirmed:
            return request.free(
                .freeEntryPoint, category: .referralConversion, type: .freeEntryPoint, rule: .freeEntryPoint)
        case .presumed:
            return request.free(
                .freeEntryPoint, category: .referralConversion, type: .freeEntryPoint, rule: .freeEntryPoint,
                isPresumed: true)
        case .pending:
            return request.free(
                .freeEntryPoint, category: .referralConversion, type: .freeEntryPoint, rule: .freeEntryPointOpens,
                isPresumed: true, opensFreeEntryPoint: true)
        default: break
        }
        switch request.message.category {
        case .service where request.message.kind == .freeForm: return serviceQuote(request)
        case .utility: return chargedQuote(request, row: .utility, rule: .utilityCharged, isTiered: true)
        case .marketing: return chargedQuote(request, row: .marketing, rule: .marketingCharged)
        case .marketingLite: return marketingMessageQuote(request)
        case .authentication:
            return chargedQuote(request, row: .authentication, rule: .authenticationCharged, isTiered: true)
        case .authenticationInternational: return internationalQuote(request)
        default: return request.unknown(.notATemplateCategory(request.message.category), rule: .noRule)
        }
    }

    /// Tokens, inside a free entry point too.
    private static func agentQuote(_ request: borrowing QuoteRequest) -> Quote {
        guard request.currency == agentPrice.currency else {
            return request.unknown(
                .noAgentPrice(request.currency), rule: .agentTokens, category: .metaBusinessAgent,
                isBillable: true, unit: .token)
        }
        var price = Quote.Price.metered(agentPrice, perTokens: agentTokens)
        if let tokens = request.message.tokens, tokens >= 0 {
            do throws(MoneyError) {
                // Two millionths a token: exact.
                let perToken = Money(
                    millionths: agentPrice.millionths / Int64(agentTokens), currency: agentPrice.currency)
                price = .exact(try perToken.multiplied(by: tokens))
            } catch {
                return request.unknown(
                    .amountTooLarge, rule: .agentTokens, category: .metaBusinessAgent, isBillable: true, unit: .token)
            }
        }
        return request.quote(
            price, category: .metaBusinessAgent, type: nil, isBillable: true, unit: .token, rule: .agentTokens,
            opensFreeEntryPoint: request.freeEntryPoint.standing == .pending)
    }

    /// The first 1,000 of the month are free; then the market's utility rate, without tiers.
    private static func serviceQuote(_ request: borrowing QuoteRequest) -> Quote {
        if let used = request.usage.serviceMessages, used < MonthlyUsage.freeServiceMessages {
            return request.free(.serviceFreeTier, category: .service, type: nil, rule: .serviceFreeTier)
        }
        let quote =
            switch request.rate(.service) {
            case .failure(let missing) where missing.reason == .categoryNotOnCard:
                // A card of before October has no service column; service costs the utility rate.
                chargedQuote(request, row: .utility, category: .service, rule: .serviceCharged, ignoresTiers: true)
            case let result:
                charged(request, result, category: .service, rule: .serviceCharged)
            }
        guard request.usage.serviceMessages == nil, case .exact(let price) = quote.price else { return quote }
        return request.quote(
            .ceiling(price, because: .freeTierUnknown), category: .service, type: nil, isBillable: nil,
            rule: .serviceFreeTierUnknown, rate: quote.rate)
    }

    private static func marketingMessageQuote(_ request: borrowing QuoteRequest) -> Quote {
        guard let most = request.message.maxPrice else {
            return chargedQuote(request, row: .marketing, category: .marketingLite, rule: .marketingCharged)
        }
        guard most.currency == request.currency else {
            return request.unknown(
                .currencyMismatch(most.currency), rule: .maxPrice, category: .marketingLite, isBillable: true)
        }
        return request.quote(
            .ceiling(most, because: .maxPrice), category: .marketingLite, type: .regular, isBillable: true,
            rule: .maxPrice)
    }

    /// A country without an international rate keeps the ordinary one.
    private static func internationalQuote(_ request: borrowing QuoteRequest) -> Quote {
        switch request.rate(.authenticationInternational, volume: request.usage.tierVolume ?? 0) {
        case .failure(let missing) where missing.reason == .categoryNotOnCard:
            chargedQuote(request, row: .authentication, rule: .authenticationCharged, isTiered: true)
        case let result:
            charged(
                request, result, category: .authenticationInternational, rule: .authenticationInternational,
                isTiered: true)
        }
    }

    private static func chargedQuote(
        _ request: borrowing QuoteRequest, row: Pricing.Category, category: Pricing.Category? = nil,
        rule: Quote.Rule, isTiered: Bool = false, ignoresTiers: Bool = false
    ) -> Quote {
        let volume = ignoresTiers || !isTiered ? 0 : request.usage.tierVolume ?? 0
        return charged(
            request, request.rate(row, volume: volume), category: category ?? row, rule: rule, isTiered: isTiered)
    }

    private static func charged(
        _ request: borrowing QuoteRequest, _ result: Result<Rate, RateUnavailable>?, category: Pricing.Category,
        rule: Quote.Rule, isTiered: Bool = false
    ) -> Quote {
        let volume = request.usage.tierVolume ?? 0
        switch result {
        case .success(let rate) where isTiered && rate.tier.isOnly && volume >= lowestTierThreshold:
            return request.quote(
                .ceiling(rate.price, because: .tiersNotOnCard), category: category, type: .regular, isBillable: true,
                rule: rule, rate: rate)
        case .success(let rate):
            return request.quote(
                .exact(rate.price), category: category, type: .regular, isBillable: true, rule: rule, rate: rate)
        case .failure(let missing):
            guard let rate = missing.lastKnown else {
                return request.unknown(.noRate(missing), rule: rule, category: category, isBillable: true)
            }
            return request.quote(
                .ceiling(rate.price, because: .tiersNotOnCard), category: category, type: .regular, isBillable: true,
                rule: rule, rate: rate)
        case nil:
            return request.unknown(.noMarket, rule: rule, category: category, isBillable: true)
        }
    }
}
