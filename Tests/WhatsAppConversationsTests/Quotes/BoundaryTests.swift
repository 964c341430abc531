import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("At its boundary")
struct BoundaryTests {
    let customer: Recipient = "+5511987654321"

    private func zone(_ name: String) throws -> BusinessTimeZone {
        try businessTimeZone(name, from: instant("2015-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"))
    }

    /// Midnight of a day in a zone.
    private func midnight(_ day: String, _ zone: BusinessTimeZone) throws -> Date {
        let utc = try instant(day + "T00:00:00Z")
        let guess = utc.addingTimeInterval(-Double(zone.offset(at: utc)))
        return utc.addingTimeInterval(-Double(zone.offset(at: guess)))
    }

    @Test(
        "every card holds from the account's midnight, to the second",
        arguments: [
            "UTC", "America/Sao_Paulo", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "Pacific/Auckland",
        ])
    func cards(zoneName: String) throws {
        let zone = try zone(zoneName)
        let pricing = Pricing(currency: .usd, timeZone: zone)
        let cards = RateCards.standard.cards.filter { $0.currency == .usd }.sorted {
            $0.effectiveFrom < $1.effectiveFrom
        }
        #expect(cards.count > 10)
        for (before, card) in zip(cards, cards.dropFirst()) {
            let midnight = try midnight(card.effectiveFrom.description, zone)
            func name(_ date: Date) -> String? {
                pricing.quote(
                    .template(date < midnight && before.name < "2023" ? .utility : .marketing), to: customer,
                    in: Conversation(), at: date, usage: .init(conversations: 1_000)
                ).cardName
            }
            #expect(name(midnight) == card.name)
            #expect(name(midnight.addingTimeInterval(-1)) == before.name)
        }
    }

    @Test(
        "a month ends at the account's midnight: month's end, leap day, and changes of daylight saving time",
        arguments: ["UTC", "America/Sao_Paulo", "Asia/Kolkata", "America/New_York", "Europe/Berlin"],
        ["2024-02-29", "2024-03-01", "2023-03-01", "2024-04-01", "2024-01-01", "2023-11-01"])
    func months(zoneName: String, day text: String) throws {
        let zone = try zone(zoneName)
        let pricing = Pricing(currency: .usd, timeZone: zone)
        let day = try day(text)
        let midnight = try midnight(text, zone)
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: midnight + .hours(-2)))
        let last = zone.month(at: midnight.addingTimeInterval(-1))
        let usage = MonthlyUsage(month: last, conversations: 1_000)
        func isFree(_ date: Date) -> Bool {
            pricing.quote(.freeForm, to: customer, in: conversation, at: date, usage: usage).price == .free(.freeTier)
        }
        #expect(!isFree(midnight.addingTimeInterval(-1)))
        #expect(isFree(midnight) == (day.day == 1))
    }

    @Test("the window lasts 24 hours of real time, also when the clocks change")
    func daylightSaving() throws {
        for text in ["2026-10-31T12:00:00Z", "2026-03-28T12:00:00Z", "2024-02-28T12:00:00Z", "2026-12-31T12:00:00Z"] {
            let start = try instant(text)
            var conversation = Conversation()
            conversation.apply(.customerMessage(at: start))
            let end = start.addingTimeInterval(86_400)
            for zone in ["America/New_York", "Europe/Berlin", "UTC"] {
                let pricing = Pricing(currency: .usd, timeZone: try self.zone(zone))
                #expect(pricing.quote(.freeForm, to: customer, in: conversation, at: start).isAllowed)
                #expect(
                    pricing.quote(.freeForm, to: customer, in: conversation, at: end.addingTimeInterval(-1)).isAllowed)
                #expect(!pricing.quote(.freeForm, to: customer, in: conversation, at: end).isAllowed)
                #expect(
                    !pricing.quote(.freeForm, to: customer, in: conversation, at: start.addingTimeInterval(-1))
                        .isAllowed)
            }
        }
    }

    @Test("utility templates are free up to the window's last second until September 2026, and charged since")
    func utilityInWindow() throws {
        let pricing = Pricing(currency: .usd)
        for (text, isFree) in [
            ("2025-07-01T00:00:00Z", true), ("2026-09-29T12:00:00Z", true), ("2026-10-01T00:00:00Z", false),
        ] {
            let start = try instant(text)
            var conversation = Conversation()
            conversation.apply(.customerMessage(at: start))
            let last = start.addingTimeInterval(86_399)
            let quote = pricing.quote(.template(.utility), to: customer, in: conversation, at: last)
            #expect(quote.isBillable == !isFree)
            let outside = pricing.quote(.template(.utility), to: customer, in: conversation, at: start + .hours(24))
            #expect(outside.isBillable == true)
        }
    }

    @Test("tiers are reached by the message after the last one of the tier before")
    func tiers() throws {
        let pricing = Pricing(currency: .usd)
        let date = try instant("2026-10-05T00:00:00Z")
        let rates = RateCards.standard.rates(on: try day("2026-10-05"), currency: .usd)
        let tiered = rates.filter { !$0.tier.isOnly }
        #expect(!tiered.isEmpty)
        for rate in tiered {
            func price(_ volume: Int) -> Money? {
                pricing.quote(
                    .template(rate.category), to: "+254712345678", in: Conversation(), at: date,
                    usage: .init(tierVolume: volume)
                ).exactPrice
            }
            #expect(price(max(rate.tier.from - 1, 0)) == rate.price)
            if let to = rate.tier.to {
                #expect(price(to - 1) == rate.price)
                #expect(price(to) != rate.price)
            }
        }
    }

    @Test("two numbers of one account use up the shared 1,000 conversations, and each its own 1,000 service messages")
    func sharedFreeTier() throws {
        let pricing = Pricing(currency: .usd)
        let customers: [Recipient] = (0..<1_002).map { .phoneNumber(PhoneNumber(rawValue: "551198\(1_000_000 + $0)")) }
        for (text, expected) in [("2022-03-05T08:00:00Z", 2), ("2023-07-05T08:00:00Z", 2), ("2026-10-05T08:00:00Z", 0)]
        {
            let start = try instant(text)
            var ledger = Ledger()
            var store = ConversationStore()
            for (index, customer) in customers.enumerated() {
                let number = PhoneNumberID(index.isMultiple(of: 2) ? "1" : "2")
                let key = ConversationKey(businessNumber: number, customer: customer)
                let at = start.addingTimeInterval(Double(index))
                store.apply(.customerMessage(at: at), to: key)
                let quote = pricing.quote(.freeForm, to: customer, in: store[key], at: at)
                let id = MessageID("m\(index)")
                ledger.record(quote, of: id, to: customer, from: number, at: at)
                ledger.recordDelivery(of: id, at: at)
                store.apply(quote.delivered(at: at, id: id), to: key)
            }
            let month = pricing.timeZone.month(at: start)
            let statement = try ledger.statement(for: month, pricing: pricing)
            #expect(statement.lines.first?.charged == expected)
            #expect(statement.lines.first?.free == 1_002 - expected)
            #expect(statement.charges.suffix(expected).allSatisfy { !$0.isFree })
            if expected == 0 {
                #expect(statement.serviceMessages == ["1": 501, "2": 501])
            } else {
                #expect(statement.conversations == 1_002)
            }
        }
    }

    @Test("a quote after the newest card says that it may be outdated, and a card of one's own overrides it")
    func outdated() throws {
        let date = try instant("2027-02-01T00:00:00Z")
        let old = Pricing(currency: .usd).quote(.template(.utility), to: customer, in: Conversation(), at: date)
        #expect(old.mayBeOutdated)
        #expect(old.cardName == "2026-10-01-USD")
        let card = try RateCard(
            csv: "market,category,tier_from,tier_to,rate\nBrazil,utility,0,MAX,0.0099", name: "2027-01-01-USD")
        let own = Pricing(currency: .usd, cards: .standard.adding(card)).quote(
            .template(.utility), to: customer, in: Conversation(), at: date)
        #expect(!own.mayBeOutdated)
        #expect(own.exactPrice?.amount == "0.0099")
        #expect(own.rate?.confidence == .supplied)
        let all = RateCards.standard.rates(on: try day("2027-02-01"), currency: .usd)
        let newest = RateCards.standard.card(on: try day("2026-10-05"), currency: .usd)
        #expect(all.count == newest?.rates.count)
        #expect(!all.contains { !$0.mayBeOutdated })
        #expect(RateCards.standard.rates(on: try day("2020-01-01"), currency: .usd).isEmpty)
    }
}

/// What pages of vendors say about "the 24 hours" and about free replies, beside what the platform did: the table in the
/// documentation.
@Suite("What vendors' pages say")
struct VendorClaimTests {
    let customer: Recipient = "+5511987654321"
    let pricing = Pricing(currency: .usd)

    @Test(
        "of the 24 hours: the window runs from the customer's latest message, the conversation from the first delivery")
    func clocks() throws {
        let start = try instant("2023-07-03T08:00:00Z")
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: start))
        let quote = pricing.quote(.freeForm, to: customer, in: conversation, at: start + .hours(10))
        conversation.apply(quote.delivered(at: start + .hours(10)))
        conversation.apply(.customerMessage(at: start + .hours(20)))
        // "From the client's first message": neither.
        #expect(conversation.window(at: start + .hours(24)).isOpen)
        #expect(conversation.billingConversation(.service, at: start + .hours(24)) != nil)
        // "From the last activity": the window, and only by what the customer does.
        #expect(conversation.closesAt == start + .hours(44))
        conversation.apply(.businessMessage(.delivered, at: start + .hours(30)))
        #expect(conversation.closesAt == start + .hours(44))
        // "From the first delivered message of the business": the conversation, from 2022-02-01 to 2025-06-30.
        #expect(conversation.billingConversation(.service, at: start + .hours(33.9))?.closesAt == start + .hours(34))
        #expect(conversation.billingConversation(.service, at: start + .hours(34)) == nil)
    }

    @Test(
        "of replies: each was true at some time",
        arguments: [
            ("2021-06-01", "free", "free", "free"),
            ("2022-03-01", "free tier", "paid", "paid"),
            ("2023-07-03", "free tier", "paid", "paid"),
            ("2024-12-02", "free", "free", "paid"),
            ("2025-08-01", "free", "free", "free"),
            ("2026-10-05", "free tier", "paid", "paid"),
        ])
    func replies(day: String, first: String, afterThousand: String, template: String) throws {
        let start = try instant(day + "T08:00:00Z")
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: start))
        func reply(_ message: Pricing.Message, used: Int) -> String {
            let quote = pricing.quote(
                message, to: customer, in: conversation, at: start + .hours(1),
                usage: .init(serviceMessages: used, conversations: used))
            switch quote.price {
            case .free(.freeTier), .free(.serviceFreeTier): return "free tier"
            case .free: return "free"
            case .exact: return "paid"
            default: return quote.explanation
            }
        }
        #expect(reply(.freeForm, used: 0) == first)
        #expect(reply(.freeForm, used: 1_000) == afterThousand)
        #expect(reply(.template(.utility), used: 1_000) == template)
    }
}
