import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Ledger {
    /// What has been used up so far while charges are made in the order of their deliveries.
    struct Counts {
        var serviceMessages: [PhoneNumberID?: Int] = [:]
        var conversations = 0
        var tierVolumes: [TierCounter: Int] = [:]

        init(_ elsewhere: UsedElsewhere) {
            for (number, count) in elsewhere.serviceMessages { serviceMessages[number] = Self.bounded(count) }
            conversations = Self.bounded(elsewhere.conversations)
            tierVolumes = elsewhere.tierVolumes.mapValues(Self.bounded)
        }

        /// A count that can be counted on from.
        private static func bounded(_ count: Int) -> Int { min(max(count, 0), .max / 2) }
    }

    /// A delivered message with its key.
    struct Delivered {
        var key: String
        var at: Date
        var record: Record
    }

    /// What the messages cost that were delivered in a month, by the rules of each delivery's day.
    ///
    /// Free units and volume tiers are used up in the order of the deliveries, from the first of the month in the
    /// account's time zone. The platform's report on a message decides over a quote; prices come from the rate cards.
    /// - Parameters:
    ///   - month: the month, by the account's time zone.
    ///   - pricing: the account.
    ///   - usedElsewhere: what the month had used up where this ledger does not see it.
    /// - Throws: ``MoneyError`` with `overflow` where a sum exceeds 64 bits of millionths.
    public func statement(
        for month: BillingMonth, pricing: Pricing, usedElsewhere: UsedElsewhere = .nothing
    ) throws(MoneyError) -> Statement {
        var delivered: [Delivered] = []
        var conversations: [String: (at: Date, key: String)] = [:]
        for (key, record) in records {
            guard let at = record.deliveredAt else { continue }
            if let id = record.conversation, record.report?.pricing.model == "CBP" {
                if conversations[id].map({ (at, key) < ($0.at, $0.key) }) ?? true { conversations[id] = (at, key) }
            }
            if pricing.timeZone.month(at: at) == month { delivered.append(Delivered(key: key, at: at, record: record)) }
        }
        delivered.sort { ($0.at, $0.key) < ($1.at, $1.key) }
        var charging = Charging(
            pricing: pricing, openers: conversations.mapValues(\.key),
            counts: Counts(usedElsewhere))
        let charges = delivered.map { charging.charge($0) }
        return try Statement(month: month, currency: pricing.currency, charges: charges, counts: charging.counts)
    }

    /// The months in which anything was delivered, in order.
    public func months(in zone: BusinessTimeZone) -> [BillingMonth] {
        Set(records.values.compactMap { $0.deliveredAt.map { zone.month(at: $0) } }).sorted()
    }
}
