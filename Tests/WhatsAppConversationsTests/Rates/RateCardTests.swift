import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("A rate card")
struct RateCardTests {
    private let header = "market,category,tier_from,tier_to,rate\n"

    @Test("of one's own is read from text and used before the others of its date")
    func ownCard() throws {
        let card = try RateCard(
            csv: header + """
                "Brazil",utility,0,250000,0.0068
                Brazil,utility,250001,MAX,0.0065\r
                Brazil,authentication-international,0,MAX,n/a

                "Rest of ""East"", far",marketing,0,MAX,0.5
                """, name: "2027-01-01-USD")
        #expect(card.rates.count == 3)
        #expect(card.currency == .usd)
        #expect(card.confidence == .supplied)
        let absent = #expect(throws: RateUnavailable.self) {
            try card.rate(for: .authenticationInternational, market: .brazil)
        }
        #expect(absent?.reason == .categoryNotOnCard)
        #expect(try card.rate(for: .utility, market: .brazil, volume: 249_999).price.amount == "0.0068")
        #expect(try card.rate(for: .utility, market: .brazil, volume: 250_000).price.amount == "0.0065")
        #expect(try card.rate(for: .utility, market: .brazil, volume: -5).price.amount == "0.0068")
        #expect(try card.rate(for: .utility, market: .brazil, volume: .max).tier.description == "250001:MAX")
        #expect(try card.rate(for: .marketing, market: .init(rawValue: "Rest of \"East\", far")).line == 6)

        let cards = RateCards.standard.adding(card)
        #expect(cards.card(on: try day("2027-02-01"), currency: .usd) == card)
        #expect(cards.card(on: try day("2026-12-31"), currency: .usd)?.name == "2026-10-01-USD")
        let october = try RateCard(csv: header + "Brazil,utility,0,MAX,0.0001", name: "2026-10-01-USD")
        let replaced = RateCards.standard.adding(october)
        #expect(replaced.cards.count == RateCards.standard.cards.count)
        let rate = try replaced.rate(for: .utility, market: .brazil, on: day("2026-10-05"), currency: .usd)
        #expect(rate.description == "0.0001 USD (Brazil, utility, card 2026-10-01-USD)")
    }

    @Test("names every problem of its text with the line")
    func problems() throws {
        let error = #expect(throws: RateCardError.self) {
            try RateCard(
                csv: header + """
                    Brazil,utility,0,100,0.0068
                    Brazil,utility,102,MAX,0.0065
                    Chile,utility,0,MAX,0,02
                    Chile,marketing,0,MAX,free
                    Chile,authentication,5,1,0.1
                    ,service,0,MAX,0.1
                    "Peru,utility,0,MAX,0.1
                    Peru,utility,0,MAX,-0.1
                    Peru,marketing,0,MAX,0.1
                    Peru,marketing,0,MAX,0.2
                    Peru,service,1,MAX,0.2
                    """, name: "2027-01-01-USD")
        }
        let found = try #require(error).problems.map { "\($0.line ?? 0) \($0.rule.rawValue)" }
        #expect(
            found == [
                "3 tierSequence", "4 columns", "5 rate", "6 tier", "7 key", "8 columns", "9 rate", "11 tierSequence",
                "12 tierSequence",
            ])
        #expect(
            error?.description.hasPrefix("line 3: tierSequence: the tier begins at 102 where 101 is expected") == true)
    }

    @Test(
        "needs a header, a rate and a name",
        arguments: [
            ("", "2027-01-01-USD", "header", 1),
            ("market,category,rate\nBrazil,utility,1", "2027-01-01-USD", "header", 1),
            ("market,category,tier_from,tier_to,rate\nBrazil,utility,0,MAX,n/a", "2027-01-01-USD", "empty", nil),
            ("", "2027-01-01", "name", nil), ("", "2027-02-30-USD", "name", nil), ("", "2027-01-01-usd", "name", nil),
        ] as [(String, String, String, Int?)])
    func wholeCard(csv: String, name: String, rule: String, line: Int?) {
        let error = #expect(throws: RateCardError.self) { try RateCard(csv: csv, name: name) }
        #expect(error?.problems.map(\.rule.rawValue) == [rule])
        #expect(error?.problems.first?.line == line)
    }

    @Test("without a rate says why and never gives 0")
    func missing() throws {
        let date = try day("2026-10-05")
        func reason(
            _ category: Pricing.Category, _ market: Market, _ date: CalendarDate, _ currency: Currency,
            _ volume: Int = 0
        )
            throws -> RateUnavailable
        {
            try #require(
                #expect(throws: RateUnavailable.self) {
                    try RateCards.standard.rate(
                        for: category, market: market, on: date, currency: currency, volume: volume)
                })
        }
        #expect(try reason(.marketing, .brazil, date, .brl).reason == .noCard)
        let early = try reason(.marketing, .brazil, day("2022-01-31"), .usd)
        #expect(early.reason == .beforeFirstCard)
        #expect(early.card == "2022-02-01-USD")
        #expect(early.description == "the date lies before the first rate card in USD, 2022-02-01-USD")
        #expect(try reason(.marketing, .brazil, date, .inr).reason == .marketNotOnCard)
        #expect(try reason(.authenticationInternational, .brazil, date, .usd).reason == .categoryNotOnCard)
        #expect(try reason(.businessInitiated, .restOfMiddleEast, day("2022-02-01"), .usd).reason == .categoryNotOnCard)
        let beyond = try reason(.utility, .indonesia, date, .idr, 750_000)
        #expect(beyond.reason == .beyondKnownTiers)
        #expect(beyond.lastKnown?.price.description == "356.6500 IDR")
        #expect(!beyond.description.isEmpty)
    }
}
