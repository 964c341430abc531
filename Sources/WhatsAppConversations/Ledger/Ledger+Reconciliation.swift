public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Ledger {
    /// Where the platform's pricing objects contradict what was quoted, message by message, in the order of message ids.
    ///
    /// What a quote did not know, or a status does not say, is no disagreement.
    public func disagreements() -> [Disagreement] {
        var found: [Disagreement] = []
        for (key, record) in records.sorted(by: { $0.key < $1.key }) {
            guard let quoted = record.prediction, let report = record.report?.pricing else { continue }
            let id = key.split(separator: Self.memberSeparator, maxSplits: 1).first ?? ""
            let subject = Disagreement.Subject.message(MessageID(String(id)))
            func compare(_ aspect: Disagreement.Aspect, _ ours: Disagreement.Side?, _ theirs: Disagreement.Side?) {
                guard let ours, let theirs, ours != theirs else { return }
                found.append(.init(subject: subject, aspect: aspect, ours: ours, platform: theirs))
            }
            compare(.model, quoted.model.map { .word($0) }, report.model.map { .word($0) })
            var category = quoted.category
            // A message that rides in whatever is open names no conversation in particular (§1.4).
            if case .joinsAny? = quoted.effect { category = nil }
            compare(.category, category.map { .word($0.rawValue) }, report.category.map { .word($0.rawValue) })
            compare(.type, quoted.type.map { .word($0.rawValue) }, report.type.map { .word($0.rawValue) })
            if report.model != "CBP" || report.category == .referralConversion || quoted.category == .referralConversion
            {
                // Conversations of the free tier, and messages that rode in one, were reported as billable (§1.8).
                compare(
                    .isBillable, quoted.isBillable.map { .flag($0) },
                    (report.isBillable ?? report.type?.isCharged).map { .flag($0) })
            }
        }
        return found
    }

    /// Where the platform's pricing analytics differ from the ledger: each part of the answer's span, split as the answer
    /// is.
    ///
    /// Utility templates that are free in the window count as service there, unlike in statuses (pricing reference §1.8).
    /// Tiers are not compared part by part, but added up.
    /// - Parameters:
    ///   - analytics: the answer.
    ///   - pricing: the account.
    ///   - usedElsewhere: what the answer's first month had used up where this ledger does not see it.
    ///   - tolerance: by how much costs may differ; the platform calls its figures approximate.
    /// - Throws: ``MoneyError`` with `overflow`.
    public func reconcile(
        _ analytics: PricingAnalytics, pricing: Pricing, usedElsewhere: UsedElsewhere = .nothing,
        tolerance: Money? = nil
    ) throws(MoneyError) -> [Disagreement] {
        let points = analytics.points
        var comparison = Comparison(currency: pricing.currency, tolerance: tolerance)
        comparison.splitsNumbers = points.contains { $0.phoneNumber != nil }
        comparison.splitsCountries = points.contains { $0.country != nil }
        comparison.splitsCategories = points.contains { $0.category != nil }
        comparison.splitsTypes = points.contains { $0.type != nil }
        let spans = Comparison.spans(points.map { (start: $0.start, end: $0.end) })
        for charge in try charges(in: spans, pricing: pricing, usedElsewhere: usedElsewhere) {
            guard charge.unit != .conversation, charge.model?.reportedName == "PMP" else { continue }
            let type = Self.reportedType(charge)
            var category = charge.category
            if category == .utility, type == .freeCustomerService { category = .service }
            try comparison.addOurs(charge, category: category, type: type?.rawValue, spans: spans)
        }
        for point in points {
            try comparison.addTheirs(
                .init(
                    start: point.start, end: point.end, phoneNumber: point.phoneNumber, country: point.country,
                    category: point.category, type: point.type?.rawValue),
                volume: point.volume, cost: point.cost)
        }
        return try comparison.disagreements()
    }

    /// Where the platform's conversation analytics differ from the ledger, for spans before July 2025. Directions are
    /// added up.
    /// - Parameters:
    ///   - analytics: the answer.
    ///   - pricing: the account.
    ///   - usedElsewhere: what the answer's first month had used up where this ledger does not see it.
    ///   - tolerance: by how much costs may differ; the platform calls its figures approximate.
    /// - Throws: ``MoneyError`` with `overflow`.
    public func reconcile(
        _ analytics: ConversationAnalytics, pricing: Pricing, usedElsewhere: UsedElsewhere = .nothing,
        tolerance: Money? = nil
    ) throws(MoneyError) -> [Disagreement] {
        let points = analytics.points
        var comparison = Comparison(currency: pricing.currency, tolerance: tolerance)
        comparison.splitsNumbers = points.contains { $0.phoneNumber != nil }
        comparison.splitsCountries = points.contains { $0.country != nil }
        comparison.splitsCategories = points.contains { $0.category != nil }
        comparison.splitsTypes = points.contains { $0.type != nil }
        let spans = Comparison.spans(points.map { (start: $0.start, end: $0.end) })
        for charge in try charges(in: spans, pricing: pricing, usedElsewhere: usedElsewhere) {
            guard charge.unit == .conversation, charge.price != .free(.openConversation) else { continue }
            let type: ConversationAnalytics.ConversationType =
                switch charge.price {
                case .free(.freeEntryPoint): .freeEntryPoint
                case .free: .freeTier
                default: .regular
                }
            try comparison.addOurs(charge, category: charge.category, type: type.rawValue, spans: spans)
        }
        for point in points {
            try comparison.addTheirs(
                .init(
                    start: point.start, end: point.end, phoneNumber: point.phoneNumber, country: point.country,
                    category: point.category, type: point.type?.rawValue),
                volume: point.conversations, cost: point.cost)
        }
        return try comparison.disagreements()
    }

    /// Whether the volume tier that the platform announced (`VOLUME_BASED_PRICING_TIER_UPDATE`) is another than that of
    /// the statement; `nil` where both agree, or where one of them is not known. The platform's count is final (§1.7).
    public static func reconcile(
        _ announced: AccountEvent.VolumeTier, with statement: Statement, pricing: Pricing
    ) -> Disagreement? {
        guard let month = announced.month.flatMap(BillingMonth.init), month == statement.month,
            let region = announced.region, let category = announced.category,
            let theirs = announced.tier.flatMap(VolumeTier.init)
        else { return nil }
        // Regions come as "India" or "INDIA" (pricing reference §4).
        let markets = statement.tierVolumes.keys.map(\.market)
        let market = markets.first { $0.rawValue.lowercased() == region.lowercased() } ?? Market(rawValue: region)
        let counter = TierCounter(market: market, category: Pricing.Category(rawValue: category.rawValue.lowercased()))
        guard let ours = statement.tier(of: counter, pricing: pricing), ours != theirs else { return nil }
        return Disagreement(
            subject: .tier(counter, month), aspect: .tier, ours: .word(ours.description),
            platform: .word(theirs.description))
    }

    /// The charges of the months that spans touch.
    private func charges(
        in spans: [(start: Date, end: Date)], pricing: Pricing, usedElsewhere: UsedElsewhere
    ) throws(MoneyError) -> [Charge] {
        guard let start = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return [] }
        var charges: [Charge] = []
        var isFirst = true
        for month in months(in: pricing.timeZone)
        where month >= pricing.timeZone.month(at: start) && month <= pricing.timeZone.month(at: end) {
            let statement = try statement(
                for: month, pricing: pricing, usedElsewhere: isFirst ? usedElsewhere : .nothing)
            charges += statement.charges
            isFirst = false
        }
        return charges
    }

    /// The type that analytics give a charge.
    private static func reportedType(_ charge: Charge) -> Pricing.ChargeType? {
        if let type = charge.type { return type }
        return switch charge.price {
        case .free(.freeEntryPoint): .freeEntryPoint
        case .free: .freeCustomerService
        case .exact, .ceiling, .metered: .regular
        default: nil
        }
    }
}
