import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("The rate cards of the package")
struct StandardRateTests {
    @Test("hold every row of every file, found on its date, with its own text")
    func everyRow() throws {
        let names = try Checkout.names(in: "Data/rates", suffix: ".csv").map { String($0.dropLast(4)) }
        #expect(names.count == 27)
        #expect(Set(RateCards.standard.cards.map(\.name)) == Set(names))
        for name in names {
            let date = try day(String(name.prefix(10)))
            let currency = Currency(rawValue: String(name.suffix(3)))
            let lines = try Checkout.text("Data/rates/\(name).csv").split(whereSeparator: \.isNewline).dropFirst()
            for line in lines {
                let fields = line.split(separator: ",", maxSplits: 5).map(String.init)
                let rate = try RateCards.standard.rate(
                    for: .init(rawValue: fields[1]), market: .init(rawValue: fields[0]), on: date, currency: currency,
                    volume: max(0, (Int(fields[2]) ?? 0) - 1))
                let found = [
                    rate.market.rawValue, rate.category.rawValue, String(rate.tier.from),
                    rate.tier.to.map(String.init) ?? "MAX", rate.price.amount, rate.card.name,
                ]
                #expect(found == Array(fields.prefix(5)) + [name])
                #expect(!rate.mayBeOutdated)
                let isInferred = fields[5].contains("inferred") && fields[0] != "Egypt"
                #expect((rate.confidence == .unconfirmed) || !isInferred)
            }
            let card = try #require(RateCards.standard.card(on: date, currency: currency))
            #expect(card.rates.count == lines.count)
            #expect(!card.note.isEmpty)
        }
    }

    #if os(macOS) || os(Linux)
    @Test("are those of the files: the generator has nothing to change")
    func generated() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [Checkout.root.appending(path: "Scripts/generate-rate-cards").path, "--check"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
    #endif

    @Test(
        "give the price of a number, a category and a day",
        arguments: [
            ("+5511987654321", "marketing", "2026-10-05", "USD", "0.0625", "2026-10-01-USD"),
            ("+5511987654321", "utility", "2026-10-05", "USD", "0.0068", "2026-10-01-USD"),
            ("+31612345678", "marketing", "2026-10-05", "USD", "0.1597", "2026-10-01-USD"),
            ("+573001234567", "utility", "2026-10-05", "USD", "0.0008", "2026-10-01-USD"),
            ("+94712345678", "authentication_international", "2026-10-05", "USD", "0.1440", "2026-10-01-USD"),
            ("+96550012345", "service", "2026-10-05", "USD", "0.0440", "2026-10-01-USD"),
            ("+77011234567", "utility", "2026-09-30", "USD", "0.0077", "2026-07-01-USD"),
            ("+77011234567", "utility", "2026-10-01", "USD", "0.0180", "2026-10-01-USD"),
            ("+5511987654321", "marketing", "2026-08-15", "EUR", "0.0518", "2026-07-01-EUR"),
            ("+919812345678", "marketing", "2026-11-15", "INR", "0.8631", "2026-10-01-INR"),
            ("+5511987654321", "user_initiated", "2022-02-01", "USD", "0.0300", "2022-02-01-USD"),
            ("+5511987654321", "service", "2024-11-01", "USD", "0.0000", "2024-11-01-USD"),
        ])
    func pinned(to: String, category: String, on: String, currency: String, rate: String, card: String) throws {
        let date = try day(on)
        let match = try #require(MarketMap.standard.match(Recipient(parsing: to), on: date))
        let found = try RateCards.standard.rate(
            for: .init(rawValue: category), market: match.market, on: date, currency: .init(rawValue: currency))
        #expect(found.price.amount == rate)
        #expect(found.card.name == card)
    }

    @Test(
        "change at the first message of each tier",
        arguments: [
            (0, "0.0040"), (99_999, "0.0040"), (100_000, "0.0038"), (999_999, "0.0038"), (1_000_000, "0.0036"),
            (4_499_999, "0.0036"), (4_500_000, "0.0034"), (40_000_000, "0.0032"), (79_999_999, "0.0032"),
            (80_000_000, "0.0030"), (Int.max, "0.0030"),
        ])
    func tiers(volume: Int, rate: String) throws {
        let found = try RateCards.standard.rate(
            for: .utility, market: .restOfAfrica, on: day("2026-10-05"), currency: .usd, volume: volume)
        #expect(found.price.amount == rate)
    }

    @Test(
        "say when prices may have changed since",
        arguments: [
            ("2026-12-31", "USD", false), ("2027-01-01", "USD", true), ("2026-09-30", "EUR", false),
            ("2026-10-01", "EUR", true), ("2026-10-01", "COP", false), ("2025-10-01", "INR", true),
            ("2026-01-01", "INR", false), ("2024-05-31", "USD", false), ("2026-09-30", "USD", false),
        ])
    func outdated(date: String, currency: String, expected: Bool) throws {
        let market: Market = currency == "INR" ? .india : .brazil
        let rate = try RateCards.standard.rate(
            for: .marketing, market: market, on: day(date), currency: .init(rawValue: currency))
        #expect(rate.mayBeOutdated == expected)
    }
}
