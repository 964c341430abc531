import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Ledger {
    /// What is known of a message. Two records of one message are merged member by member, each by a rule that does not
    /// depend on the order: so ledgers form a semilattice.
    struct Record: Hashable, Codable {
        var number: String?
        var displayNumber: String?
        var origin: Origin?
        var deliveredAt: Date?
        var report: Report?
        var conversation: String?
        var prediction: Prediction?

        mutating func merge(_ other: Record) {
            number = Self.least(number, other.number)
            displayNumber = Self.least(displayNumber, other.displayNumber)
            origin = Self.least(origin, other.origin)
            deliveredAt = Self.least(deliveredAt, other.deliveredAt)
            conversation = Self.least(conversation, other.conversation)
            report = Self.least(report, other.report)
            prediction = Self.least(prediction, other.prediction)
        }

        private static func least<Value: Comparable>(_ one: Value?, _ other: Value?) -> Value? {
            guard let one, let other else { return one ?? other }
            return min(one, other)
        }
    }

    /// Where a recipient is: as much of the number as decides the market, or a country.
    struct Origin: Hashable, Comparable, Codable {
        /// The first four digits of the number; a country's code follows `~`, so that numbers come first.
        var text: String

        init?(_ number: PhoneNumber?, _ userID: BusinessScopedUserID?) {
            if let number, !number.rawValue.isEmpty {
                let digits =
                    number.rawValue.utf8.first == UInt8(ascii: "+") ? number.rawValue.dropFirst() : number.rawValue[...]
                text = String(digits.prefix(4))
            } else if let userID, userID.rawValue.dropFirst(2).first == "." {
                text = "~" + userID.rawValue.prefix(2)
            } else {
                return nil
            }
        }

        func match(on date: CalendarDate) -> MarketMatch? {
            text.first == "~"
                ? MarketMap.standard.match(country: String(text.dropFirst()), on: date)
                : MarketMap.standard.match(PhoneNumber(rawValue: text), on: date)
        }

        static func < (one: Self, other: Self) -> Bool { one.text < other.text }
    }

    /// What a status said about the price: of several, that of the latest state counts.
    struct Report: Hashable, Comparable, Codable {
        var rank: Int
        var at: Date
        var pricing: ReportedPricing

        static func rank(of state: DeliveryState) -> Int {
            switch state {
            case .read, .played: 3
            case .delivered: 2
            case .sent: 1
            default: 0
            }
        }

        /// The report that counts comes first.
        static func < (one: Self, other: Self) -> Bool {
            if one.rank != other.rank { return one.rank > other.rank }
            if one.at != other.at { return one.at < other.at }
            return one.order < other.order
        }

        private var order: String {
            let flag = pricing.isBillable.map { $0 ? "1" : "0" } ?? ""
            return [
                pricing.category?.rawValue ?? "", pricing.type?.rawValue ?? "", pricing.model ?? "", flag,
                pricing.expiresAt.map { "\($0.timeIntervalSince1970)" } ?? "", pricing.cost?.description ?? "",
            ].joined(separator: "\u{1F}")
        }
    }

    /// What was quoted.
    struct Prediction: Hashable, Comparable, Codable {
        var at: Date
        var model: String?
        var category: Pricing.Category?
        var type: Pricing.ChargeType?
        var isBillable: Bool?
        var effect: BillingConversation.Effect?
        /// Whether tokens are charged.
        var isMetered: Bool
        /// What the price was, where it was exact or a maximum price.
        var price: Money?
        var isMaximum: Bool
        /// Whether it is a service message that a free entry point makes free.
        var isServiceInEntryPoint: Bool

        init(_ quote: Quote, at date: Date) {
            at = date
            model = quote.model?.reportedName
            category = quote.category
            type = quote.type
            isBillable = quote.isBillable
            effect = quote.conversation
            isMetered = quote.unit == .token
            isMaximum = false
            isServiceInEntryPoint = quote.isServiceInEntryPoint
            switch quote.price {
            case .exact(let money): price = money
            case .ceiling(let money, because: .maxPrice):
                price = money
                isMaximum = true
            default: break
            }
        }

        /// The first quote counts: it is the one on which the message was sent.
        static func < (one: Self, other: Self) -> Bool {
            one.at != other.at ? one.at < other.at : one.order < other.order
        }

        private var order: String {
            let flags = [
                isBillable.map { $0 ? "1" : "0" } ?? "", isMetered ? "1" : "0", isMaximum ? "1" : "0",
                isServiceInEntryPoint ? "1" : "0",
            ].joined()
            return [
                category?.rawValue ?? "", type?.rawValue ?? "", model ?? "", flags, price?.description ?? "",
                effect.map { "\($0)" } ?? "",
            ].joined(separator: "\u{1F}")
        }
    }
}
