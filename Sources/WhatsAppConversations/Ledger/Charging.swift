import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Makes charges of deliveries, one after the other (pricing reference §1.3 to §1.8, November 2026).
struct Charging {
    var pricing: Pricing
    /// The message that opened each conversation that the platform named.
    var openers: [String: String]
    var counts: Ledger.Counts

    /// What is known about the price of a message, from the platform or from a quote.
    private struct Claim {
        var category: Pricing.Category?
        var type: Pricing.ChargeType?
        var isBillable: Bool?
        var effect: BillingConversation.Effect?
        var basis: Charge.Basis
    }

    private struct Result {
        var price: Quote.Price
        var rate: Rate?
        var unit = Quote.Unit.message
    }

    mutating func charge(_ delivered: Ledger.Delivered) -> Charge {
        let record = delivered.record
        let date = pricing.timeZone.date(at: delivered.at)
        let market = record.origin?.match(on: date)
        let report = record.report?.pricing
        let prediction = record.prediction
        let claim = claim(report, prediction)
        let modelName = report?.model ?? prediction?.model
        // A conversation of before July 2025 ends under its own rules (§1.4).
        let model =
            modelName == "CBP" && date >= PricingModel.perMessageJuly2025.effectiveFrom
            ? .conversationBasedNovember2024 : PricingModel.model(on: date)
        let result: Result
        if claim.basis == .nothing {
            result = Result(price: .unknown(.notReported))
        } else if prediction?.isMetered == true, report?.category == nil {
            result = Result(
                price: prediction?.price.map { .exact($0) } ?? .unknown(.notReported), unit: .token)
        } else if (modelName ?? model?.reportedName) == "CBP" {
            result = conversation(claim, delivered, date, market, model)
        } else if claim.category == .marketingLite, let most = prediction?.price, prediction?.isMaximum == true,
            report?.cost == nil, claim.isBillable != false
        {
            result = Result(price: .ceiling(most, because: .maxPrice))
        } else {
            result = message(claim, report?.cost, record, date, market)
        }
        let id = delivered.key.split(
            separator: Ledger.memberSeparator, maxSplits: 1, omittingEmptySubsequences: false
        ).first
        return Charge(
            messageID: MessageID(String(id ?? "")), businessNumber: record.number.map { PhoneNumberID($0) },
            deliveredAt: delivered.at, date: date, market: market, category: claim.category, type: claim.type,
            unit: result.unit, price: result.price, rate: result.rate, model: model,
            conversationID: record.conversation.map { BillingConversationID($0) }, basis: claim.basis,
            displayNumber: record.displayNumber)
    }

    private func claim(_ report: ReportedPricing?, _ prediction: Ledger.Prediction?) -> Claim {
        if let report, report.category != nil || report.type != nil {
            return Claim(
                category: report.category, type: report.type, isBillable: report.isBillable ?? report.type?.isCharged,
                effect: prediction?.effect, basis: .reported)
        }
        guard let prediction else { return Claim(basis: .nothing) }
        return Claim(
            category: prediction.category, type: prediction.type, isBillable: prediction.isBillable,
            effect: prediction.effect, basis: .quoted)
    }

    // MARK: Conversations

    private mutating func conversation(
        _ claim: Claim, _ delivered: Ledger.Delivered, _ date: CalendarDate, _ market: MarketMatch?,
        _ model: PricingModel?
    ) -> Result {
        let unit = Quote.Unit.conversation
        guard let category = claim.category, let kind = BillingConversation.Kind(category) else {
            return Result(price: .unknown(.notReported), unit: unit)
        }
        let opens: Bool
        if let id = delivered.record.conversation, claim.basis == .reported {
            opens = openers[id] == delivered.key
        } else if let effect = claim.effect {
            if case .opens = effect { opens = true } else { opens = false }
        } else {
            return Result(price: .unknown(.noConversation), unit: unit)
        }
        guard opens else { return Result(price: .free(.openConversation), unit: unit) }
        if kind == .referralConversion { return Result(price: .free(.freeEntryPoint), unit: unit) }
        switch model {
        case .conversationBasedFebruary2022? where kind == .userInitiated || kind == .businessInitiated,
            .conversationBasedJune2023? where kind == .service:
            counts.conversations += 1
            if counts.conversations <= MonthlyUsage.freeConversations {
                return Result(price: .free(.freeTier), unit: unit)
            }
        case .conversationBasedNovember2024? where kind == .service:
            return Result(price: .free(.serviceFree), unit: unit)
        default: break
        }
        // The platform called conversations of the free tier billable; not billable was only a free entry point (§1.8).
        if claim.isBillable == false { return Result(price: .free(.reportedFree), unit: unit) }
        var result = priced(rows: [category, kind.category], date, market, volume: 0)
        result.unit = unit
        return result
    }

    // MARK: Messages

    private mutating func message(
        _ claim: Claim, _ cost: Money?, _ record: Ledger.Record, _ date: CalendarDate, _ market: MarketMatch?
    ) -> Result {
        let isCountedService =
            claim.category == .service && date >= PricingModel.perMessageOctober2026.effectiveFrom
        if claim.type == .freeEntryPoint || claim.category == .referralConversion {
            if pricing.serviceFreeTier.entryPointCounts, record.prediction?.isServiceInEntryPoint == true,
                date >= PricingModel.perMessageOctober2026.effectiveFrom
            {
                counts.serviceMessages[record.number.map { PhoneNumberID($0) }, default: 0] += 1
            }
            return Result(price: .free(.freeEntryPoint))
        }
        if claim.type == .freeCustomerService || claim.type == .freeGroupCustomerService, !isCountedService {
            return Result(price: .free(.customerService))
        }
        if isCountedService { return service(claim, record, date, market) }
        switch claim.type?.isCharged ?? claim.isBillable {
        case false?:
            // A quote that knows no type is one of the time before 2022.
            return Result(price: .free(claim.basis == .quoted ? .customerService : .reportedFree))
        case nil:
            return Result(price: .unknown(claim.type.map { .unknownType($0) } ?? .notReported))
        case true?: break
        }
        if let cost {
            return cost.currency == pricing.currency
                ? Result(price: .exact(cost)) : Result(price: .unknown(.currencyMismatch(cost.currency)))
        }
        guard let category = claim.category else { return Result(price: .unknown(.notReported)) }
        switch category {
        case .marketingLite, .groupMarketing: return priced(rows: [.marketing], date, market, volume: 0)
        case .generalPurposeAI: return priced(rows: [.marketing], date, market, volume: 0)
        // Groups have no tiers (§1.7); what they cost since October 2026 is not published (§1.6).
        case .groupUtility: return priced(rows: [.utility], date, market, volume: 0)
        case .groupService: return priced(rows: [.service, .utility], date, market, volume: 0)
        case .utility: return tiered([.utility], date, market)
        case .authentication: return tiered([.authentication], date, market)
        case .authenticationInternational: return tiered([.authenticationInternational, .authentication], date, market)
        default: return priced(rows: [category], date, market, volume: 0)
        }
    }

    /// The first 1,000 of a business number and month are free (§1.6).
    private mutating func service(
        _ claim: Claim, _ record: Ledger.Record, _ date: CalendarDate, _ market: MarketMatch?
    ) -> Result {
        let isReportedFree = claim.type?.isCharged == false || (claim.type == nil && claim.isBillable == false)
        if claim.basis == .reported, claim.type?.isCharged == nil, claim.isBillable == nil {
            return Result(price: .unknown(claim.type.map { .unknownType($0) } ?? .notReported))
        }
        counts.serviceMessages[record.number.map { PhoneNumberID($0) }, default: 0] += 1
        let count = counts.serviceMessages[record.number.map { PhoneNumberID($0) }] ?? 0
        let isFree =
            pricing.serviceFreeTier.trustsReportedType && claim.basis == .reported
            ? isReportedFree : isReportedFree || count <= MonthlyUsage.freeServiceMessages
        return isFree
            ? Result(price: .free(.serviceFreeTier)) : priced(rows: [.service, .utility], date, market, volume: 0)
    }

    /// A charged message of a category with volume tiers.
    private mutating func tiered(_ rows: [Pricing.Category], _ date: CalendarDate, _ market: MarketMatch?) -> Result {
        guard let market else { return Result(price: .unknown(.noMarket)) }
        let counter = Ledger.TierCounter(market: market.market, category: rows[0])
        let volume = counts.tierVolumes[counter] ?? 0
        counts.tierVolumes[counter] = volume + 1
        return priced(rows: rows, date, market, volume: volume, isTiered: true)
    }

    /// The rate of the first of the rows that the market has.
    private func priced(
        rows: [Pricing.Category], _ date: CalendarDate, _ market: MarketMatch?, volume: Int, isTiered: Bool = false
    ) -> Result {
        guard let market else { return Result(price: .unknown(.noMarket)) }
        var missing: RateUnavailable?
        for row in rows {
            do throws(RateUnavailable) {
                let rate = try pricing.cards.rate(
                    for: row, market: market.market, on: date, currency: pricing.currency, volume: volume)
                // As in quotes: a card without the tier table is exact up to where any market's second tier begins.
                if isTiered, rate.tier.isOnly, volume >= QuoteRequest.lowestTierThreshold {
                    return Result(price: .ceiling(rate.price, because: .tiersNotOnCard), rate: rate)
                }
                return Result(price: .exact(rate.price), rate: rate)
            } catch {
                if let rate = error.lastKnown {
                    return Result(price: .ceiling(rate.price, because: .tiersNotOnCard), rate: rate)
                }
                missing = missing ?? error
                if error.reason != .categoryNotOnCard { break }
            }
        }
        return Result(price: .unknown(missing.map { .noRate($0) } ?? .notReported))
    }
}
