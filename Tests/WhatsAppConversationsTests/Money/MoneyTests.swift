import Foundation
import Testing
import WhatsAppConversations

@Suite("Money")
struct MoneyTests {
    @Test(
        "is read exactly and written with at least four decimals",
        arguments: [
            ("0.0068", 6_800, "0.0068"), ("0.0625", 62_500, "0.0625"), ("1940.1300", 1_940_130_000, "1940.1300"),
            ("227.5361", 227_536_100, "227.5361"), ("2", 2_000_000, "2.0000"), ("2.5", 2_500_000, "2.5000"),
            ("0.000002", 2, "0.000002"), ("0.00005", 50, "0.00005"), ("-0.0500", -50_000, "-0.0500"),
            ("0", 0, "0.0000"), ("0.00680000", 6_800, "0.0068"), ("007.1", 7_100_000, "7.1000"),
            ("9223372036854.775807", Int64.max, "9223372036854.775807"),
            ("-9223372036854.775808", Int64.min, "-9223372036854.775808"),
        ] as [(String, Int64, String)])
    func reading(text: String, millionths: Int64, written: String) throws {
        let money = try Money(text, currency: .usd)
        #expect(money.millionths == millionths)
        #expect(money.amount == written)
        #expect(money.description == written + " USD")
        #expect(try Money(money.description) == money)
    }

    @Test(
        "refuses what is no exact amount",
        arguments: [
            ("", MoneyError.Code.malformed), ("-", .malformed), (".5", .malformed), ("5.", .malformed),
            ("1,5", .malformed), ("1e3", .malformed), ("+1", .malformed), (" 1", .malformed), ("1.2.3", .malformed),
            ("n/a", .malformed), ("٣", .malformed), ("0.0000001", .tooPrecise), ("9223372036854.775808", .overflow),
            ("-9223372036854.775809", .overflow), ("99999999999999999999999", .overflow),
        ])
    func refusing(text: String, code: MoneyError.Code) {
        let error = #expect(throws: MoneyError.self) { try Money(text, currency: .usd) }
        #expect(error?.code == code)
    }

    @Test(
        "with its currency is an amount, a space and three capital letters",
        arguments: ["1.0", "1.0 usd", "1.0  USD", "USD", "1.0 USDT"])
    func refusingDescription(text: String) {
        let error = #expect(throws: MoneyError.self) { try Money(text) }
        #expect(error?.code == .malformed)
    }

    @Test("is added, subtracted and multiplied without loss")
    func arithmetic() throws {
        let rate = try Money("0.0068", currency: .usd)
        #expect(try rate.multiplied(by: 1_000).description == "6.8000 USD")
        #expect(try rate.adding(rate).amount == "0.0136")
        #expect(try rate.subtracting(Money("0.0168", currency: .usd)).amount == "-0.0100")
        #expect(try rate.isLess(than: Money("0.0069", currency: .usd)))
        #expect(try !rate.isLess(than: rate))
        #expect(Money.zero(.eur).isZero)
    }

    @Test("neither overflows nor mixes currencies silently")
    func errors() throws {
        let most = Money(millionths: .max, currency: .usd)
        let least = Money(millionths: .min, currency: .usd)
        let one = Money(millionths: 1, currency: .usd)
        let euro = Money(millionths: 1, currency: .eur)
        #expect(throws: MoneyError.self) { try most.adding(one) }
        #expect(throws: MoneyError.self) { try least.subtracting(one) }
        #expect(throws: MoneyError.self) { try least.multiplied(by: -1) }
        #expect(throws: MoneyError.self) { try most.rounded(toDecimals: 2, .up) }
        let mixed = [
            #expect(throws: MoneyError.self) { try one.adding(euro) },
            #expect(throws: MoneyError.self) { try one.subtracting(euro) },
            #expect(throws: MoneyError.self) { try one.isLess(than: euro) },
        ]
        #expect(mixed.allSatisfy { $0?.code == .currencyMismatch })
        #expect(mixed[0]?.description == "an amount in USD cannot be combined with one in EUR")
    }

    @Test(
        "is rounded by a named rule only",
        arguments: [
            (12_345_000, "12.3400", "12.3500", "12.3500", "12.3400"),
            (12_355_000, "12.3500", "12.3600", "12.3600", "12.3600"),
            (-12_345_000, "-12.3400", "-12.3500", "-12.3500", "-12.3400"),
            (12_344_999, "12.3400", "12.3500", "12.3400", "12.3400"),
            (12_340_000, "12.3400", "12.3400", "12.3400", "12.3400"),
            (1, "0.0000", "0.0100", "0.0000", "0.0000"),
        ] as [(Int64, String, String, String, String)])
    func rounding(millionths: Int64, down: String, up: String, halfUp: String, halfEven: String) throws {
        let money = Money(millionths: millionths, currency: .usd)
        #expect(try money.rounded(toDecimals: 2, .down).amount == down)
        #expect(try money.rounded(toDecimals: 2, .up).amount == up)
        #expect(try money.rounded(toDecimals: 2, .halfUp).amount == halfUp)
        #expect(try money.rounded(toDecimals: 2, .halfEven).amount == halfEven)
        #expect(try money.rounded(toDecimals: 6, .up) == money)
    }

    @Test("is stored as text")
    func coding() throws {
        let money = try Money("0.0068", currency: .usd)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(money)
        #expect(String(decoding: data, as: UTF8.self) == #"{"amount":"0.0068","currency":"USD"}"#)
        #expect(try JSONDecoder().decode(Money.self, from: data) == money)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Money.self, from: Data(#"{"amount":"0,5","currency":"USD"}"#.utf8))
        }
    }

    @Test("survives writing and reading for any amount", arguments: 1...20)
    func property(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let money = Money(millionths: .random(in: .min ... .max, using: &generator), currency: .inr)
            #expect(try Money(money.description) == money)
        }
    }
}
