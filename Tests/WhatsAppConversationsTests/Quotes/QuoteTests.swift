import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("A quote")
struct QuoteTests {
    let pricing = Pricing(currency: .usd, timeZone: .utc)
    let customer: Recipient = "+5511987654321"
    let now: Date
    var open = Conversation()

    init() throws {
        now = try instant("2026-10-05T12:00:00Z")
        open.apply(.customerMessage(at: now))
    }

    private func usd(_ text: String) throws -> Money { try Money(text, currency: .usd) }

    @Test("names the price, the card, the market, the row and the rule")
    func explanation() throws {
        let quote = pricing.quote(.template(.utility), to: customer, in: open, at: now)
        #expect(quote.price == .exact(try usd("0.0068")))
        #expect(quote.cardName == "2026-10-01-USD")
        #expect(quote.market?.market == .brazil)
        #expect(quote.rate?.category == .utility)
        #expect(quote.rule == .utilityCharged)
        #expect(quote.model?.name == "PMP-2")
        #expect(quote.isBillable == true)
        #expect(
            quote.explanation == """
                A utility template to Brazil (calling code 55: Brazil) costs 0.0068 USD if delivered, from row Brazil / \
                utility of rate card 2026-10-01-USD: utility templates are charged inside and outside the customer \
                service window since 2026-10-01 (pricing reference §1.6, November 2026).
                """)
        #expect(!quote.explanation.contains("987654321"))
        let closed = pricing.quote(.template(.utility), to: customer, in: Conversation(), at: now)
        #expect(closed.price == quote.price)
    }

    @Test("of a template is charged in every category, window or not")
    func templates() throws {
        for conversation in [open, Conversation()] {
            func price(_ message: Pricing.Message, _ to: Recipient) -> Quote.Price? {
                pricing.quote(message, to: to, in: conversation, at: now).price
            }
            #expect(price(.template(.marketing), customer) == .exact(try usd("0.0625")))
            #expect(price(.template(.authentication), customer) == .exact(try usd("0.0068")))
            #expect(price(.internationalAuthentication, "+94712345678") == .exact(try usd("0.1440")))
            #expect(price(.marketingMessage(), customer) == .exact(try usd("0.0625")))
        }
        let ordinary = pricing.quote(.internationalAuthentication, to: customer, in: open, at: now)
        #expect(ordinary.price == .exact(try usd("0.0068")))
        #expect(ordinary.category == .authentication)
        let international = pricing.quote(.internationalAuthentication, to: "+94712345678", in: open, at: now)
        #expect(international.category == .authenticationInternational)
        #expect(international.explanation.hasPrefix("An authentication_international template to Sri Lanka"))
    }

    @Test("of a free-form message outside the window is refused, whatever the day and the free tier")
    func refusal() throws {
        for at in [now, try instant("2024-05-01T00:00:00Z")] {
            let quote = pricing.quote(
                .freeForm, to: customer, in: Conversation(), at: at, usage: .init(serviceMessages: 0))
            #expect(!quote.isAllowed)
            #expect(quote.refusal?.code == .reEngagement)
            #expect(quote.refusal?.reason == .neverOpened)
            #expect(quote.price == nil)
            #expect(quote.isBillable == nil)
            #expect(quote.explanation.contains("131047"))
        }
        let last = (now + .hours(24)).addingTimeInterval(-1)
        #expect(pricing.quote(.freeForm, to: customer, in: open, at: last).isAllowed)
        #expect(!pricing.quote(.freeForm, to: customer, in: open, at: now + .hours(24)).isAllowed)
        #expect(!pricing.quote(.metaBusinessAgent(), to: customer, in: open, at: now + .hours(24)).isAllowed)
    }

    @Test(
        "of a service message is free up to the thousandth of the month",
        arguments: [(0, true), (998, true), (999, true), (1_000, false), (1_001, false)])
    func freeTier(used: Int, isFree: Bool) throws {
        let quote = pricing.quote(.freeForm, to: customer, in: open, at: now, usage: .init(serviceMessages: used))
        #expect(quote.price == (isFree ? .free(.serviceFreeTier) : .exact(try usd("0.0068"))))
        #expect(quote.isBillable == !isFree)
        #expect(quote.type == (isFree ? nil : .regular))
        #expect(quote.category == .service)
        #expect(quote.rule == (isFree ? .serviceFreeTier : .serviceCharged))
    }

    @Test("of a service message without a count is a ceiling")
    func unknownUsage() throws {
        let quote = pricing.quote(.freeForm, to: customer, in: open, at: now)
        #expect(quote.price == .ceiling(try usd("0.0068"), because: .freeTierUnknown))
        #expect(quote.isBillable == nil)
        #expect(quote.exactPrice == nil)
    }

    @Test(
        "counts the month by the account's midnight",
        arguments: [("UTC", 0), ("America/Sao_Paulo", -3), ("Asia/Kolkata", 5.5)])
    func months(name: String, offset: Double) throws {
        let zone = try businessTimeZone(
            name, from: instant("2020-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"))
        let pricing = Pricing(currency: .usd, timeZone: zone)
        let midnight = try instant("2026-11-01T00:00:00Z").addingTimeInterval(-offset * 3_600)
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: midnight + .hours(-2)))
        var usage = MonthlyUsage(month: zone.month(at: midnight + .hours(-1)), serviceMessages: 999)
        func price(_ date: Date) -> Quote.Price? {
            pricing.quote(.freeForm, to: customer, in: conversation, at: date, usage: usage).price
        }
        let delivered = ReportedPricing(category: .service, type: .regular)
        #expect(price(midnight + .hours(-1)) == .free(.serviceFreeTier))
        usage.count(.businessMessage(.delivered, at: midnight + .hours(-1), pricing: delivered), in: zone)
        #expect(usage.serviceMessages == 1_000)
        #expect(price(midnight.addingTimeInterval(-1)) == .exact(try usd("0.0068")))
        #expect(price(midnight) == .free(.serviceFreeTier))
        usage.count(.businessMessage(.delivered, at: midnight, pricing: delivered), in: zone)
        #expect(
            usage == MonthlyUsage(month: zone.month(at: midnight), serviceMessages: 1, conversations: 0, tierVolume: 0))
        usage.count(.businessMessage(.delivered, at: midnight.addingTimeInterval(-1), pricing: delivered), in: zone)
        usage.count(.businessMessage(.sent, at: midnight, pricing: delivered), in: zone)
        usage.count(.businessMessage(.delivered, at: midnight, pricing: .init(category: .utility)), in: zone)
        usage.count(.customerMessage(at: midnight), in: zone)
        #expect(usage.serviceMessages == 1)
        #expect(price(midnight.addingTimeInterval(-1)) == .ceiling(try usd("0.0068"), because: .freeTierUnknown))
    }

    @Test("follows the model of the day in the account's zone")
    func beforeTheModel() throws {
        let cutOver = try instant("2026-10-01T03:00:00Z")
        let pricing = Pricing(currency: .usd, timeZone: .fixed(secondsFromGMT: -10_800))
        var open = Conversation()
        open.apply(.customerMessage(at: cutOver + .hours(-1)))
        let before = pricing.quote(.template(.utility), to: customer, in: open, at: cutOver.addingTimeInterval(-1))
        #expect(before.price == .free(.customerService))
        #expect(before.model == .perMessageAugust2026)
        #expect(
            pricing.quote(.template(.utility), to: customer, in: open, at: cutOver).exactPrice == (try usd("0.0068")))
        let ancient = pricing.quote(
            .template(.utility), to: customer, in: open, at: try instant("1969-12-31T12:00:00Z"))
        #expect(ancient.price == .unknown(.noPricingModel(before: try day("1970-01-01"))))
        #expect(ancient.isAllowed)
        #expect(ancient.isBillable == nil)
        #expect(ancient.explanation.contains("no pricing model in this version for dates before 1970-01-01"))
    }

    @Test("follows volume tiers, and is a ceiling where the card does not hold them")
    func tiers() throws {
        func price(_ message: Pricing.Message, _ to: Recipient, _ volume: Int) -> Quote.Price? {
            pricing.quote(message, to: to, in: open, at: now, usage: .init(tierVolume: volume)).price
        }
        #expect(price(.template(.utility), "+254712345678", 99_999) == .exact(try usd("0.0040")))
        #expect(price(.template(.utility), "+254712345678", 100_000) == .exact(try usd("0.0038")))
        #expect(price(.template(.utility), customer, 99_999) == .exact(try usd("0.0068")))
        #expect(price(.template(.utility), customer, 100_000) == .ceiling(try usd("0.0068"), because: .tiersNotOnCard))
        #expect(price(.template(.marketing), customer, 5_000_000) == .exact(try usd("0.0625")))
        let rupiah = Pricing(currency: .idr).quote(
            .template(.utility), to: "+6281234567890", in: open, at: now, usage: .init(tierVolume: 750_000))
        #expect(rupiah.price == .ceiling(try Money("356.65", currency: .idr), because: .tiersNotOnCard))
        let service = pricing.quote(
            .freeForm, to: "+254712345678", in: open, at: now,
            usage: .init(serviceMessages: 5_000_000, tierVolume: 5_000_000))
        #expect(service.price == .exact(try usd("0.0040")))
    }

    @Test("of the Marketing Messages API with a maximum price is a ceiling")
    func maxPrice() throws {
        let quote = pricing.quote(.marketingMessage(maxPrice: try usd("0.05")), to: customer, in: open, at: now)
        #expect(quote.price == .ceiling(try usd("0.05"), because: .maxPrice))
        #expect(quote.category == .marketingLite)
        let euro = try Money("0.05", currency: .eur)
        let mixed = pricing.quote(.marketingMessage(maxPrice: euro), to: customer, in: open, at: now)
        #expect(mixed.price == .unknown(.currencyMismatch(.eur)))
    }

    @Test("of Meta Business Agent is by token, and in US dollars only")
    func agent() throws {
        let metered = pricing.quote(.metaBusinessAgent(), to: customer, in: open, at: now)
        #expect(metered.price == .metered(try usd("2"), perTokens: 1_000_000))
        #expect(metered.unit == .token)
        #expect(!metered.opensFreeEntryPoint)
        var clicked = Conversation()
        clicked.apply(.customerMessage(at: now, entryPoint: .ad))
        #expect(pricing.quote(.metaBusinessAgent(), to: customer, in: clicked, at: now).opensFreeEntryPoint)
        #expect(metered.explanation.hasPrefix("An answer by Meta Business Agent to Brazil"))
        let counted = pricing.quote(.metaBusinessAgent(tokens: 750), to: customer, in: open, at: now)
        #expect(counted.price == .exact(try usd("0.0015")))
        let huge = pricing.quote(.metaBusinessAgent(tokens: .max), to: customer, in: open, at: now)
        #expect(huge.price == .unknown(.amountTooLarge))
        let rupees = Pricing(currency: .inr).quote(.metaBusinessAgent(tokens: 1), to: customer, in: open, at: now)
        #expect(rupees.price == .unknown(.noAgentPrice(.inr)))
    }

    @Test("that cannot be known says why")
    func unknown() throws {
        let noMarket = pricing.quote(.template(.utility), to: "abc", in: open, at: now)
        #expect(noMarket.price == .unknown(.noMarket))
        #expect(noMarket.isBillable == true)
        let noCard = Pricing(currency: .brl).quote(.template(.utility), to: customer, in: open, at: now)
        guard case .unknown(.noRate(let missing)) = noCard.price else {
            Issue.record("expected an unknown price")
            return
        }
        #expect(missing.reason == .noCard)
        #expect(noCard.explanation.contains("there is no rate card in BRL"))
        let strange = pricing.quote(.template(.service), to: customer, in: open, at: now)
        #expect(strange.price == .unknown(.notATemplateCategory(.service)))
    }

    @Test("from an old card says that it may be outdated")
    func outdated() throws {
        let euro = Pricing(currency: .eur).quote(
            .freeForm, to: customer, in: open, at: now, usage: .init(serviceMessages: 1_000))
        #expect(euro.price == .exact(try Money("0.0056", currency: .eur)))
        #expect(euro.category == .service)
        #expect(euro.rate?.category == .utility)
        #expect(euro.mayBeOutdated)
        #expect(euro.explanation.contains("may be outdated"))
    }

    @Test("follows the free entry point through its 72 hours")
    func freeEntryPoint() throws {
        // Timeline P3 of the reference, in October 2026.
        let start = try instant("2026-10-01T00:00:00Z")
        var conversation = Conversation()
        let usage = MonthlyUsage(serviceMessages: 1_000)
        func quote(_ message: Pricing.Message, _ hours: Double) -> Quote {
            let at = start + .hours(hours)
            let quote = pricing.quote(message, to: customer, in: conversation, at: at, usage: usage)
            if quote.isAllowed { conversation.apply(.businessMessage(.delivered, at: at)) }
            return quote
        }
        conversation.apply(.customerMessage(at: start + .hours(10), entryPoint: .pageCallToAction))
        let first = quote(.freeForm, 20)
        #expect(first.opensFreeEntryPoint)
        #expect(first.price == .free(.freeEntryPoint))
        #expect(first.isPresumed)
        #expect(first.category == .referralConversion)
        #expect(quote(.template(.marketing), 36).type == .freeEntryPoint)
        #expect(quote(.freeForm, 36.1).refusal?.code == .reEngagement)
        conversation.apply(.customerMessage(at: start + .hours(60)))
        #expect(quote(.freeForm, 61).price == .free(.freeEntryPoint))
        #expect(quote(.metaBusinessAgent(), 61).unit == .token)
        #expect(quote(.template(.authentication), 91.98).price == .free(.freeEntryPoint))
        #expect(quote(.template(.utility), 92).price == .exact(try usd("0.0068")))
        #expect(quote(.template(.marketing), 92.1).price == .exact(try usd("0.0625")))
    }
}
