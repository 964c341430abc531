import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("A partner's bill")
struct BillTests {
    private func usd(_ text: String) throws -> Money { try Money(text, currency: .usd) }

    private func statement(_ month: String = "2026-10") throws -> Statement {
        var ledger = Ledger()
        let start = Int(try instant("\(month)-05T08:00:00Z").timeIntervalSince1970)
        for index in 0..<7 {
            ledger.apply(
                try Delivered.status(
                    "delivered", at: start + index, id: "m\(index)", to: "5511987654321",
                    pricing: """
                        "pricing_model":"PMP","type":"regular","category":"\(index < 3 ? "marketing" : "utility")"
                        """))
        }
        ledger.apply(
            try Delivered.status(
                "delivered", at: start, id: "f", to: "5511987654321",
                pricing: "\"pricing_model\":\"PMP\",\"type\":\"free_entry_point\",\"category\":\"referral_conversion\"")
        )
        return try ledger.statement(for: try #require(BillingMonth(month)), pricing: Pricing(currency: .usd))
    }

    @Test("adds both parts in exact money")
    func bill() throws {
        let agreement = PartnerAgreement(
            partner: "Example Partner", currency: .usd, from: try day("2026-10-05"), setUpFee: try usd("100"),
            monthlyFee: try usd("20"), monthlyFeePerNumber: try usd("49.50"),
            surcharges: [
                try .percentage("15.25", of: [.marketing]),
                .perMessage(try usd("0.005"), includesFree: true),
                .perMessage(try usd("0.001"), of: [.utility]),
            ])
        let bill = try Bill(try statement(), agreement: agreement, numbers: 2)
        // 3 × 0.0625 + 4 × 0.0068
        #expect(bill.platformTotal.amount == "0.2147")
        let fees = bill.fees.map { "\($0.kind) \($0.category?.rawValue ?? "") \($0.quantity) \($0.amount.amount)" }
        #expect(
            fees == [
                "set-up fee  1 100.0000", "monthly fee  1 20.0000", "monthly fee per number  2 99.0000",
                // 15.25 % of 0.1875 is 0.02859375, rounded once.
                "percentage of WhatsApp's price marketing 3 0.028594", "surcharge per message marketing 3 0.0150",
                "surcharge per message referral_conversion 1 0.0050", "surcharge per message utility 4 0.0200",
                "surcharge per message utility 4 0.0040",
            ])
        #expect(bill.partnerTotal.amount == "219.072594")
        #expect(bill.total.amount == "219.287294")
        #expect(bill.isComplete)
        #expect(try JSONDecoder().decode(PartnerAgreement.self, from: JSONEncoder().encode(agreement)) == agreement)
    }

    @Test("is read from a file of the agreement, and refuses what is no agreement")
    func file() throws {
        func read(_ surcharge: String) throws -> PartnerAgreement {
            let json = """
                {"partner":"x","currency":"USD","from":"2026-10-01","monthly_fee":{"amount":"49","currency":"USD"},
                 "surcharges":[\(surcharge)]}
                """
            return try JSONDecoder().decode(PartnerAgreement.self, from: Data(json.utf8))
        }
        let agreement = try read("{\"percentage\":\"12.5\",\"categories\":[\"marketing\"]}")
        #expect(agreement.surcharges == [try .percentage("12.5", of: [.marketing])])
        #expect(agreement.monthlyFee == (try usd("49")))
        let free = try read("{\"per_message\":{\"amount\":\"0.005\",\"currency\":\"USD\"},\"includes_free\":true}")
        #expect(free.surcharges == [.perMessage(try usd("0.005"), includesFree: true)])
        for broken in ["{}", "{\"percentage\":12.5}", "{\"percentage\":\"1.23456\"}", "{\"percentage\":\"x\"}"] {
            #expect(throws: DecodingError.self) { try read(broken) }
        }
    }

    @Test("has the set-up fee in the first month only, and nothing outside the agreement")
    func months() throws {
        let agreement = PartnerAgreement(
            partner: "x", currency: .usd, from: try day("2026-10-31"), until: try day("2026-12-01"),
            setUpFee: try usd("100"), monthlyFee: try usd("20"))
        func partner(_ month: String) throws -> String {
            try Bill(try statement(month), agreement: agreement).partnerTotal.amount
        }
        #expect(try partner("2026-09") == "0.0000")
        #expect(try partner("2026-10") == "120.0000")
        #expect(try partner("2026-11") == "20.0000")
        #expect(try partner("2026-12") == "0.0000")
        #expect(try Bill(try statement()).total == (try statement()).total)
        var empty = agreement
        empty.until = agreement.from
        #expect(!empty.holds(in: try #require(BillingMonth("2026-10"))))
    }

    @Test("gives the price of one message with both parts")
    func price() throws {
        let agreement = PartnerAgreement(
            partner: "x", currency: .usd, from: try day("2026-10-01"),
            surcharges: [try .percentage("20"), .perMessage(try usd("0.003"))])
        let pricing = Pricing(currency: .usd)
        let now = try instant("2026-10-05T12:00:00Z")
        let quote = pricing.quote(.template(.utility), to: "+5511987654321", in: Conversation(), at: now)
        let price = try #require(try agreement.price(of: quote))
        #expect(price.platform.amount == "0.0068")
        #expect(price.partner.amount == "0.00436")
        #expect(price.total.amount == "0.01116")
        let unknown = Pricing(currency: .brl).quote(
            .template(.utility), to: "+5511987654321", in: Conversation(), at: now)
        #expect(try agreement.price(of: unknown) == nil)
        let euro = Pricing(currency: .eur).quote(.template(.utility), to: "+5511987654321", in: Conversation(), at: now)
        #expect(throws: MoneyError.self) { try agreement.price(of: euro) }
    }

    @Test("never adds another currency, and never wraps around")
    func errors() throws {
        let euro = try Money("5", currency: .eur)
        let foreign = PartnerAgreement(partner: "x", currency: .eur, from: try day("2026-01-01"), monthlyFee: euro)
        let mixed = #expect(throws: MoneyError.self) { try Bill(try statement(), agreement: foreign) }
        #expect(mixed?.code == .currencyMismatch)
        let huge = PartnerAgreement(
            partner: "x", currency: .usd, from: try day("2026-01-01"),
            monthlyFeePerNumber: Money(millionths: .max, currency: .usd), surcharges: [try .percentage("9000000000000")]
        )
        let overflow = #expect(throws: MoneyError.self) { try Bill(try statement(), agreement: huge, numbers: 2) }
        #expect(overflow?.code == .overflow)
        #expect(throws: MoneyError.self) { try Bill(try statement(), agreement: huge, numbers: 1) }
    }
}
