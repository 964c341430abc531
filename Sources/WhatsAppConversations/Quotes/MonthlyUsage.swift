import WhatsAppBusiness

/// What a calendar month has used up so far of free tiers and volume tiers.
///
/// The two counts have different owners: service messages count per business **phone number**, charged messages of a
/// volume tier per business **portfolio**, market and category. Both begin anew at 00:00 of the first in the account's
/// time zone (pricing reference §1.6, §1.7, November 2026).
///
/// ```swift
/// var usage = MonthlyUsage(month: zone.month(at: now), serviceMessages: 0)
/// usage.count(event, in: zone)                                   // every delivered service message, once
/// pricing.quote(.freeForm, to: customer, in: conversation, at: now, usage: usage)
/// ```
public struct MonthlyUsage: Hashable, Sendable, Codable {
    /// How many service messages are free per business phone number and calendar month since 2026-10-01 (§1.6).
    /// Charges begin with message 1,001.
    public static let freeServiceMessages = 1_000

    /// The month that the counts belong to; `nil` for that of the quote. In a later month the counts are 0.
    public var month: BillingMonth?
    /// The service messages delivered from the business phone number in the month; `nil` where that is not known.
    /// Messages in a free entry point do not count; the platform does not say so (§1.10).
    public var serviceMessages: Int?
    /// The charged messages of the portfolio in the market and category of the quote in the month; `nil` for the first
    /// tier. International and other authentication share one count (§1.7).
    public var tierVolume: Int?

    /// Creates counts.
    public init(month: BillingMonth? = nil, serviceMessages: Int? = nil, tierVolume: Int? = nil) {
        self.month = month
        self.serviceMessages = serviceMessages
        self.tierVolume = tierVolume
    }

    /// Nothing is known.
    public static let unknown = Self()

    /// Counts a delivered service message by the day of its delivery; every other event changes nothing.
    ///
    /// Counts each event that it is given: pass the first of `delivered` and `read` of a message, once, as `delivered`
    /// (§1.8). A message of an earlier month is ignored; one of a later month begins new counts.
    public mutating func count(_ event: ConversationEvent, in zone: BusinessTimeZone) {
        guard event.status == .delivered, event.pricing?.category == .service else { return }
        let eventMonth = zone.month(at: event.date)
        guard let month, month < eventMonth else {
            if month == nil || month == eventMonth {
                month = eventMonth
                serviceMessages = serviceMessages.map { $0 == .max ? $0 : $0 + 1 }
            }
            return
        }
        self = Self(month: eventMonth, serviceMessages: 1, tierVolume: 0)
    }

    /// The counts for a quote of a day: nothing is used in a later month, nothing is known of an earlier one.
    func on(_ date: CalendarDate) -> Self {
        guard let month else { return self }
        let asked = date.billingMonth
        if month == asked { return self }
        return month < asked ? Self(month: asked, serviceMessages: 0, tierVolume: 0) : Self(month: asked)
    }
}
