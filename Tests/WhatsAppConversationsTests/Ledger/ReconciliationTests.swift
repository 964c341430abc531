import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("Reconciliation")
struct ReconciliationTests {
    private let at = 1_791_187_200
    private let pricing = Pricing(currency: .usd)
    private let customer: Recipient = "+5511987654321"

    private func ledger(quoting message: Pricing.Message, reported: String) throws -> Ledger {
        let date = Date(timeIntervalSince1970: Double(at))
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: date))
        let quote = pricing.quote(
            message, to: customer, in: conversation, at: date, usage: .init(serviceMessages: 1_000))
        var ledger = Ledger()
        ledger.record(quote, of: "wamid.OUT1", to: customer, at: date)
        ledger.apply(try Delivered.status("delivered", at: at, to: "5511987654321", pricing: reported))
        return ledger
    }

    @Test("finds nothing where a status says what the quote said")
    func agreement() throws {
        let same = "\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"utility\""
        #expect(try ledger(quoting: .template(.utility), reported: same).disagreements().isEmpty)
    }

    @Test("lists category, type, model and charge with both sides")
    func disagreements() throws {
        let other =
            "\"billable\":false,\"pricing_model\":\"CBP\",\"type\":\"free_entry_point\",\"category\":\"referral_conversion\""
        let found = try ledger(quoting: .template(.utility), reported: other).disagreements()
        #expect(found.map(\.aspect) == [.model, .category, .type, .isBillable])
        #expect(found.map(\.ours) == [.word("PMP"), .word("utility"), .word("regular"), .flag(true)])
        #expect(
            found.map(\.platform)
                == [.word("CBP"), .word("referral_conversion"), .word("free_entry_point"), .flag(false)])
        #expect(found.allSatisfy { $0.subject == .message("wamid.OUT1") })
        #expect(found.first?.description == "model of a message: PMP here, CBP on the platform")
        let recategorized =
            "\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"marketing\""
        #expect(
            try ledger(quoting: .template(.utility), reported: recategorized).disagreements().map(\.aspect) == [
                .category
            ])
    }

    private func answer(_ points: String) throws -> PricingAnalytics {
        let body = "{\"pricing_analytics\":{\"data\":[{\"data_points\":[\(points)]}]},\"id\":\"102290129340398\"}"
        return try PricingAnalytics(decoding: Array(body.utf8), currency: .usd)
    }

    private func october() throws -> Ledger {
        var ledger = Ledger()
        let statuses: [(String, String, String, String)] = [
            ("a", "5511987654321", "marketing", "regular"), ("b", "5511987654321", "marketing", "regular"),
            ("c", "5511987654321", "utility", "regular"), ("d", "16505551234", "utility", "regular"),
            ("e", "14165551234", "utility", "regular"),
            ("f", "5511987654321", "referral_conversion", "free_entry_point"),
        ]
        for (index, (id, to, category, type)) in statuses.enumerated() {
            ledger.apply(
                try Delivered.status(
                    "delivered", at: at + index, id: id, to: to,
                    pricing: "\"pricing_model\":\"PMP\",\"type\":\"\(type)\",\"category\":\"\(category)\""))
        }
        return ledger
    }

    private var span: String { "\"start\":1790812800,\"end\":1793491200" }

    @Test("with pricing analytics agrees to the last millionth, whatever the answer is split by")
    func analytics() throws {
        let ledger = try october()
        for points in [
            "{\(span),\"volume\":6,\"cost\":0.1386}",
            """
            {\(span),"pricing_category":"MARKETING","pricing_type":"REGULAR","volume":2,"cost":"0.1250"},
            {\(span),"pricing_category":"UTILITY","pricing_type":"REGULAR","tier":"0:MAX","volume":3,"cost":0.0136},
            {\(span),"pricing_category":"REFERRAL_CONVERSION","pricing_type":"FREE_ENTRY_POINT","volume":1,"cost":0}
            """,
            """
            {\(span),"country":"BR","phone_number":"15550783881","volume":4,"cost":0.1318},
            {\(span),"country":"US","phone_number":"15550783881","volume":1,"cost":0.0034},
            {\(span),"country":"CA","phone_number":"15550783881","volume":1,"cost":0.0034}
            """,
            "{\(span),\"volume\":6}",
        ] {
            #expect(try ledger.reconcile(answer(points), pricing: pricing) == [])
        }
    }

    @Test("with pricing analytics lists what differs, on either side")
    func analyticsDiffer() throws {
        let found = try october().reconcile(
            answer(
                """
                {\(span),"country":"BR","pricing_category":"MARKETING","volume":3,"cost":0.1875},
                {\(span),"country":"BR","pricing_category":"UTILITY","volume":1,"cost":0.0068},
                {\(span),"country":"US","pricing_category":"UTILITY","volume":2,"cost":0.0068},
                {\(span),"country":"FR","pricing_category":"MARKETING","volume":1,"cost":0.0859}
                """), pricing: pricing)
        #expect(
            found.map(\.description) == [
                "volume of BR / marketing: 2 here, 3 on the platform",
                "cost of BR / marketing: 0.1250 USD here, 0.1875 USD on the platform",
                "volume of BR / referral_conversion: 1 here, 0 on the platform",
                "volume of FR / marketing: 0 here, 1 on the platform",
                "cost of FR / marketing: 0.0000 USD here, 0.0859 USD on the platform",
            ])
        let tolerant = try october().reconcile(
            answer("{\(span),\"volume\":6,\"cost\":0.14}"), pricing: pricing,
            tolerance: try Money("0.0014", currency: .usd))
        #expect(tolerant.isEmpty)
    }

    @Test("knows that analytics count free utility templates as service, and that costs may be withheld")
    func freeUtility() throws {
        var ledger = Ledger()
        let september = Int(try instant("2026-09-05T08:00:00Z").timeIntervalSince1970)
        ledger.apply(
            try Delivered.status(
                "delivered", at: september, to: "5511987654321",
                pricing: "\"pricing_model\":\"PMP\",\"type\":\"free_customer_service\",\"category\":\"utility\""))
        let points = """
            {"start":1788220800,"end":1790812800,"pricing_category":"SERVICE","pricing_type":"FREE_CUSTOMER_SERVICE",\
            "volume":1}
            """
        #expect(try ledger.reconcile(answer(points), pricing: pricing).isEmpty)
    }

    @Test("reads answers with broken points, unknown words and large numbers")
    func decoding() throws {
        let found = try answer(
            """
            {\(span),"tier":"0:750000","pricing_category":"AI_BOT","pricing_type":"NEW","volume":"12","cost":1e-3},
            {"start":"x"},7,{\(span),"tier":"5:1","volume":-3,"cost":"n/a","country":""}
            """)
        #expect(found.unreadableCount == 2)
        #expect(found.points.count == 2)
        #expect(found.points[0].category == .generalPurposeAI)
        #expect(found.points[0].type?.rawValue == "new")
        #expect(found.points[0].tier == VolumeTier(from: 0, to: 750_000))
        #expect(found.points[0].volume == 12)
        #expect(found.points[0].cost?.amount == "0.0010")
        #expect(found.points[1].tier == nil)
        #expect(found.points[1].cost == nil)
        #expect(found.points[1].country == nil)
        #expect(throws: JSONError.self) { try PricingAnalytics(decoding: Array("<html>".utf8), currency: .usd) }
        #expect(try PricingAnalytics(decoding: Array("{}".utf8), currency: .usd).points.isEmpty)
        #expect(VolumeTier("25000001:MAX") == VolumeTier(from: 25_000_001, to: nil))
        for text in ["", "1", "a:b", "1:2:3", "-1:5", "MAX:MAX"] { #expect(VolumeTier(text) == nil) }
    }

    @Test("with conversation analytics compares conversations by type and category")
    func conversations() throws {
        let start = Int(try instant("2023-07-03T00:00:00Z").timeIntervalSince1970)
        var ledger = Ledger()
        for (index, (category, conversation)) in [
            ("marketing", "c1"), ("marketing", "c1"), ("service", "c2"), ("referral_conversion", "c3"),
        ].enumerated() {
            ledger.apply(
                try Delivered.status(
                    "delivered", at: start + index, id: "\(index)", to: "5511987654321",
                    pricing: "\"pricing_model\":\"CBP\",\"category\":\"\(category)\"",
                    more: ",\"conversation\":{\"id\":\"\(conversation)\"}"))
        }
        let span = "\"start\":\(start),\"end\":\(start + 86_400)"
        func answer(_ marketing: Int) throws -> ConversationAnalytics {
            let points = """
                {\(span),"conversation_type":"REGULAR","conversation_category":"MARKETING",\
                "conversation_direction":"BUSINESS_INITIATED","conversation":\(marketing),"cost":0.0625},
                {\(span),"conversation_type":"FREE_TIER","conversation_category":"SERVICE","conversation":1,"cost":0},
                {\(span),"conversation_type":"FREE_ENTRY","conversation_category":"REFERRAL_CONVERSION","conversation":1,"cost":0}
                """
            let body = "{\"conversation_analytics\":{\"data\":[{\"data_points\":[\(points)]}]}}"
            return try ConversationAnalytics(decoding: Array(body.utf8), currency: .usd)
        }
        #expect(try ledger.reconcile(answer(1), pricing: pricing).isEmpty)
        let found = try ledger.reconcile(answer(2), pricing: pricing)
        #expect(found.map(\.aspect) == [.volume])
        #expect(found.first?.ours == .count(1))
        #expect(found.first?.platform == .count(2))
    }
}
