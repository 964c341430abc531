import Foundation
import WhatsAppBusiness
import WhatsAppConversations

/// A shop's month: campaigns, orders, codes and questions, played under the rules of any date.
enum SampleMonth {
    /// A month under a model.
    struct Result {
        var model: PricingModel
        var statement: Statement
    }

    /// A partner who asks for a licence, and for a share of the marketing.
    static var agreement: PartnerAgreement? {
        get throws {
            guard let from = CalendarDate(year: 2026, month: 1, day: 1) else { return nil }
            return PartnerAgreement(
                partner: "Example Partner", currency: .usd, from: from,
                monthlyFeePerNumber: try Money("49", currency: .usd),
                surcharges: [
                    try .percentage("15", of: [.marketing]),
                    .perMessage(try Money("0.002", currency: .usd), of: [.service]),
                ])
        }
    }

    /// The same month under each model, from the oldest to the newest.
    static func everyModel() throws -> [Result] {
        var results: [Result] = []
        for model in PricingModel.all {
            // Of the first model nobody knows when it began.
            let first =
                model == .notificationBased ? CalendarDate(year: 2021, month: 6, day: 1) : firstMonth(of: model)
            guard let first else { continue }
            results.append(Result(model: model, statement: try play(from: first)))
        }
        return results
    }

    /// The first day of the first whole month of a model.
    private static func firstMonth(of model: PricingModel) -> CalendarDate? {
        let day = model.effectiveFrom
        if day.day == 1 { return day }
        let month = day.month == 12 ? (day.year + 1, 1) : (day.year, day.month + 1)
        return CalendarDate(year: month.0, month: month.1, day: 1)
    }

    /// Plays the month from a first day on, in UTC.
    private static func play(from day: CalendarDate) throws -> Statement {
        let pricing = Pricing(currency: .usd)
        let start = try Date("\(day)T00:00:00Z", strategy: .iso8601)
        var ledger = Ledger()
        var sent = 0
        for customer in 0..<1_200 {
            let number = PhoneNumber(rawValue: prefixes[customer % prefixes.count] + String(10_000_000 + customer))
            var conversation = Conversation()
            for event in timeline(of: customer) {
                let at = start + event.hours * 3_600
                guard let message = event.message else {
                    conversation.apply(.customerMessage(at: at, entryPoint: event.isFromAd ? .ad : nil))
                    continue
                }
                let quote = pricing.quote(message, to: .phoneNumber(number), in: conversation, at: at)
                guard quote.isAllowed else { continue }
                let id = MessageID("message-\(sent)")
                sent += 1
                ledger.record(quote, of: id, to: .phoneNumber(number), at: at)
                ledger.recordDelivery(of: id, at: at)
                conversation.apply(quote.delivered(at: at, id: id))
            }
        }
        return try ledger.statement(for: day.billingMonth, pricing: pricing)
    }

    /// Brazil, Germany, India and Mexico; the numbers are invented. Not the United States: the platform has delivered no
    /// marketing there since April 2025.
    private static let prefixes = ["551199", "49151", "9198", "5255"]

    private struct Event {
        var hours: Double
        /// `nil` where the customer writes.
        var message: Pricing.Message?
        var isFromAd = false
    }

    /// What happens between the shop and a customer: a campaign for all, a question of every second, an order of every third,
    /// a code of every fourth, and every tenth comes from an ad.
    private static func timeline(of customer: Int) -> [Event] {
        let hour = Double(customer % 24) + 24 * Double(customer % 25)
        var events = [Event(hours: hour, message: .template(.marketing))]
        if customer.isMultiple(of: 2) {
            events += [
                Event(hours: hour + 2), Event(hours: hour + 3, message: .freeForm),
                Event(hours: hour + 4), Event(hours: hour + 5, message: .freeForm),
            ]
        }
        if customer.isMultiple(of: 3) {
            events += [
                Event(hours: hour + 6, message: .template(.utility)),
                Event(hours: hour + 40, message: .template(.utility)),
            ]
        }
        if customer.isMultiple(of: 4) { events.append(Event(hours: hour + 50, message: .template(.authentication))) }
        if customer.isMultiple(of: 10) {
            events += [
                Event(hours: hour + 60, isFromAd: true), Event(hours: hour + 61, message: .freeForm),
                Event(hours: hour + 90, message: .template(.marketing)),
            ]
        }
        return events
    }
}
