import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("A ledger")
struct LedgerTests {
    /// 2026-10-05 08:00 UTC.
    private let at = 1_791_187_200
    private let october: BillingMonth
    private let pricing = Pricing(currency: .usd)

    init() throws {
        october = try #require(BillingMonth("2026-10"))
    }

    private func pmp(_ category: String, _ type: String = "regular") -> String {
        "\"billable\":\(type == "regular"),\"pricing_model\":\"PMP\",\"type\":\"\(type)\",\"category\":\"\(category)\""
    }

    private func ledger(_ events: [WebhookEvent]) -> Ledger {
        var ledger = Ledger()
        for event in events { ledger.apply(event) }
        return ledger
    }

    @Test("counts a message once, by the first of delivered and read, however often both come")
    func once() throws {
        let sent = try Delivered.status("sent", at: at, to: "5511987654321", pricing: pmp("marketing"))
        let delivered = try Delivered.status("delivered", at: at + 2, to: "5511987654321", pricing: pmp("marketing"))
        let read = try Delivered.status("read", at: at + 60, to: "5511987654321", pricing: pmp("marketing"))
        let message = try Delivered.message()
        for events in [
            [sent, delivered, read], [read, delivered, sent], [read], [delivered, delivered, read, sent, sent],
        ] {
            var ledger = ledger(events)
            let isStatus = ledger.apply(message)
            #expect(!isStatus)
            let statement = try ledger.statement(for: october, pricing: pricing)
            #expect(statement.total.amount == "0.0625")
            #expect(statement.charges.count == 1)
            #expect(statement.charges.first?.basis == .reported)
            #expect(statement.lines.map(\.charged) == [1])
            #expect(statement.isComplete)
        }
    }

    @Test("charges nothing that was not delivered")
    func undelivered() throws {
        let failed = try Delivered.status("failed", at: at + 2, more: ",\"errors\":[{\"code\":131049}]")
        let sent = try Delivered.status("sent", at: at, to: "5511987654321", pricing: pmp("marketing"))
        let statement = try ledger([sent, failed]).statement(for: october, pricing: pricing)
        #expect(statement.charges.isEmpty)
        #expect(statement.total.isZero)
        #expect(statement.lines.isEmpty)
    }

    @Test(
        "gives every type and category its price, and never 0 for what it does not know",
        arguments: [
            ("marketing", "regular", "0.0625"), ("utility", "regular", "0.0068"),
            ("authentication", "regular", "0.0068"),
            ("authentication-international", "regular", "0.0068"), ("marketing_lite", "regular", "0.0625"),
            ("general_purpose_ai", "regular", "0.0625"), ("group_marketing", "regular", "0.0625"),
            ("group_utility", "regular", "0.0068"), ("group_service", "regular", "0.0068"),
            ("referral_conversion", "free_entry_point", "free"), ("utility", "free_customer_service", "free"),
            ("group_service", "free_group_customer_service", "free"), ("marketing", "free_new_kind", "free"),
            ("service", "free_service_tier", "free"), ("marketing", "new_kind", "unknown"),
            ("new", "regular", "unknown"),
            ("service", "new_kind", "unknown"),
        ])
    func prices(category: String, type: String, expected: String) throws {
        let pricingObject =
            type == "new_kind"
            ? "\"pricing_model\":\"PMP\",\"type\":\"\(type)\",\"category\":\"\(category)\"" : pmp(category, type)
        let event = try Delivered.status("delivered", at: at, to: "5511987654321", pricing: pricingObject)
        let statement = try ledger([event]).statement(for: october, pricing: pricing)
        let charge = try #require(statement.charges.first)
        #expect((charge.amount(in: .usd)?.amount ?? "unknown") == (expected == "free" ? "0.0000" : expected))
        #expect(charge.isFree == (expected == "free"))
        #expect(statement.unpricedCount == (expected == "unknown" ? 1 : 0))
        #expect(statement.isComplete == (expected != "unknown"))
    }

    @Test("has no price for a message of which neither a status nor a quote tells one, and takes the quote's else")
    func withoutReport() throws {
        let bare = try Delivered.status("delivered", at: at, to: "5511987654321")
        var ledger = ledger([bare])
        #expect(try ledger.statement(for: october, pricing: pricing).charges.first?.price == .unknown(.notReported))
        let date = Date(timeIntervalSince1970: Double(at))
        let quote = pricing.quote(.template(.utility), to: "+5511987654321", in: Conversation(), at: date)
        ledger.record(quote, of: "wamid.OUT1", to: "+5511987654321", at: date)
        let statement = try ledger.statement(for: october, pricing: pricing)
        #expect(statement.total.amount == "0.0068")
        #expect(statement.charges.first?.basis == .quoted)
        let refused = pricing.quote(.freeForm, to: "+5511987654321", in: Conversation(), at: date)
        ledger.record(refused, of: "wamid.OUT2", to: "+5511987654321", at: date)
        #expect(ledger.messageCount == 1)
    }

    @Test("takes the amount that the Marketing Messages API reports, and else the maximum price as a ceiling")
    func maximumPrice() throws {
        let date = Date(timeIntervalSince1970: Double(at))
        let most = try Money("0.05", currency: .usd)
        let quote = pricing.quote(.marketingMessage(maxPrice: most), to: "+5511987654321", in: Conversation(), at: date)
        var ledger = Ledger()
        ledger.record(quote, of: "wamid.OUT1", to: "+5511987654321", at: date)
        ledger.apply(try Delivered.status("delivered", at: at, to: "5511987654321", pricing: pmp("marketing_lite")))
        let open = try ledger.statement(for: october, pricing: pricing)
        #expect(open.ceiling == most)
        #expect(open.total.isZero)
        #expect(!open.isComplete)
        let cost = pmp("marketing_lite") + ",\"cost\":{\"amount\":0.0312,\"currency\":\"USD\"}"
        ledger.apply(try Delivered.status("read", at: at + 5, to: "5511987654321", pricing: cost))
        #expect(try ledger.statement(for: october, pricing: pricing).total.amount == "0.0312")
        #expect(try ledger.statement(for: october, pricing: Pricing(currency: .eur)).unpricedCount == 1)
    }

    @Test("frees the first 1,000 service messages of each number, in the order of deliveries")
    func freeService() throws {
        var ledger = Ledger()
        for index in (0..<1_004).reversed() {
            ledger.apply(
                try Delivered.status(
                    "delivered", at: at + index, id: "wamid.A\(index)", to: "5511987654321", pricing: pmp("service")))
        }
        ledger.apply(
            try Delivered.status(
                "delivered", at: at, id: "wamid.B", to: "5511987654321", pricing: pmp("service"), number: "2"))
        let statement = try ledger.statement(for: october, pricing: pricing)
        #expect(statement.total.amount == "0.0272")
        #expect(
            statement.charges.filter { !$0.isFree }.map(\.messageID.rawValue).sorted()
                == (1_000..<1_004).map { "wamid.A\($0)" })
        #expect(statement.serviceMessages == ["106540352242922": 1_004, "2": 1])
        #expect(statement.usage(of: "2").freeServiceMessagesLeft == 999)
        let used = Ledger.UsedElsewhere(serviceMessages: ["2": 1_000])
        #expect(try ledger.statement(for: october, pricing: pricing, usedElsewhere: used).total.amount == "0.0340")
        let trusting = Pricing(currency: .usd, serviceFreeTier: .init(trustsReportedType: true))
        let reported = try ledger.statement(for: october, pricing: trusting)
        #expect(reported.lines.first?.charged == 1_005)
    }

    @Test(
        "of the conversation years charges the message that opened the conversation, and shares 1,000 among the numbers"
    )
    func conversations() throws {
        let july = try #require(BillingMonth("2023-07"))
        let start = Int(try instant("2023-07-03T00:00:00Z").timeIntervalSince1970)
        func status(_ id: String, _ hours: Int, _ category: String, _ conversation: String, number: String = "1") throws
            -> WebhookEvent
        {
            try Delivered.status(
                "delivered", at: start + hours * 3_600, id: id, to: "5511987654321",
                pricing: "\"billable\":true,\"pricing_model\":\"CBP\",\"category\":\"\(category)\"",
                more: ",\"conversation\":{\"id\":\"\(conversation)\",\"origin\":{\"type\":\"\(category)\"}}",
                number: number)
        }
        let events = [
            try status("a", 0, "utility", "c1"), try status("b", 5, "utility", "c1"),
            try status("c", 6, "marketing", "c2"),
            try status("d", 7, "referral_conversion", "c3"), try status("e", 30, "service", "c4", number: "1"),
            try status("f", 31, "service", "c5", number: "2"), try status("g", 32, "service", "c5", number: "2"),
        ]
        let used = Ledger.UsedElsewhere(conversations: 999)
        for order in [events, events.reversed()] {
            let statement = try ledger(order).statement(for: july, pricing: pricing, usedElsewhere: used)
            let prices = statement.charges.map(\.price.description)
            #expect(prices == ["0.0350 USD", "free", "0.0625 USD", "free", "free", "0.0300 USD", "free"])
            #expect(statement.charges[4].price == .free(.freeTier))
            #expect(statement.conversations == 1_001)
            #expect(statement.charges.allSatisfy { $0.unit == .conversation })
        }
        // In November 2024 service is free without limit.
        let later = Int(try instant("2024-11-02T00:00:00Z").timeIntervalSince1970) - start
        let free = try ledger([try status("h", later / 3_600, "service", "c9")]).statement(
            for: try #require(BillingMonth("2024-11")), pricing: pricing)
        #expect(free.charges.first?.price == .free(.serviceFree))
        // Without the conversation's id nobody knows what opened it.
        let unnamed = try Delivered.status(
            "delivered", at: start, to: "5511987654321", pricing: "\"pricing_model\":\"CBP\",\"category\":\"utility\"")
        #expect(
            try ledger([unnamed]).statement(for: july, pricing: pricing).charges.first?.price
                == .unknown(.noConversation))
    }

    @Test("knows the conversation that began in the month before")
    func acrossMonths() throws {
        let last = Int(try instant("2024-05-31T20:00:00Z").timeIntervalSince1970)
        func status(_ id: String, _ seconds: Int) throws -> WebhookEvent {
            try Delivered.status(
                "delivered", at: seconds, id: id, to: "5511987654321",
                pricing: "\"billable\":true,\"pricing_model\":\"CBP\",\"category\":\"utility\"",
                more: ",\"conversation\":{\"id\":\"c1\"}")
        }
        let both = ledger([try status("b", last + 20 * 3_600), try status("a", last)])
        let june = try both.statement(for: try #require(BillingMonth("2024-06")), pricing: pricing)
        #expect(june.charges.map(\.price) == [.free(.openConversation)])
        #expect(
            try both.statement(for: try #require(BillingMonth("2024-05")), pricing: pricing).total.amount == "0.0350")
        #expect(both.months(in: .utc).map(\.description) == ["2024-05", "2024-06"])
        var later = both
        later.forget(before: try #require(BillingMonth("2024-06")), in: .utc)
        #expect(later.messageCount == 1)
    }

    @Test("carries a utility conversation of June 2025 over to its end")
    func switchOver() throws {
        let last = Int(try instant("2025-06-30T12:00:00Z").timeIntervalSince1970)
        let old = "\"billable\":true,\"pricing_model\":\"CBP\",\"category\":\"utility\""
        let conversation = ",\"conversation\":{\"id\":\"c1\"}"
        let known = ledger([
            try Delivered.status("delivered", at: last, id: "a", to: "5511987654321", pricing: old, more: conversation),
            try Delivered.status(
                "delivered", at: last + 23 * 3_600, id: "b", to: "5511987654321", pricing: old, more: conversation),
            try Delivered.status(
                "delivered", at: last + 25 * 3_600, id: "c", to: "5511987654321", pricing: pmp("utility")),
        ])
        let july = try known.statement(for: try #require(BillingMonth("2025-07")), pricing: pricing)
        #expect(july.charges.map(\.price.description) == ["free", "0.0068 USD"])
        #expect(july.charges.first?.model == .conversationBasedNovember2024)
    }

    @Test("moves through volume tiers, where international and other authentication share a count")
    func tiers() throws {
        var ledger = Ledger()
        for index in 0..<4 {
            ledger.apply(
                try Delivered.status(
                    "delivered", at: at + index, id: "wamid.\(index)", to: "254712345678", pricing: pmp("utility")))
        }
        let counter = Ledger.TierCounter(market: .restOfAfrica, category: .utility)
        let used = Ledger.UsedElsewhere(tierVolumes: [counter: 99_998])
        let statement = try ledger.statement(for: october, pricing: pricing, usedElsewhere: used)
        #expect(statement.charges.map(\.price.description) == ["0.0040 USD", "0.0040 USD", "0.0038 USD", "0.0038 USD"])
        #expect(statement.total.amount == "0.0156")
        #expect(statement.lines.first?.price == nil)
        #expect(statement.tierVolumes == [counter: 100_002])
        #expect(statement.tier(of: counter, pricing: pricing)?.description == "100001:1000000")
        #expect(statement.usage(of: nil, market: .restOfAfrica, category: .utility).tierVolume == 100_002)
        let mixed = self.ledger([
            try Delivered.status("delivered", at: at, id: "a", to: "919876543210", pricing: pmp("authentication")),
            try Delivered.status(
                "delivered", at: at, id: "b", to: "919876543210", pricing: pmp("authentication_international")),
        ])
        let both = try mixed.statement(for: october, pricing: pricing)
        #expect(both.tierVolumes == [.init(market: .india, category: .authentication): 2])
        let announced = AccountEvent.VolumeTier(
            category: .init(rawValue: "UTILITY"), tier: "0:100000", month: "2026-10", region: "REST OF AFRICA")
        let told = try #require(Ledger.reconcile(announced, with: statement, pricing: pricing))
        #expect(told.ours == .word("100001:1000000"))
        #expect(
            told.description
                == "tier of Rest of Africa / utility in 2026-10: 100001:1000000 here, 0:100000 on the platform")
        var same = announced
        same.tier = "100001:1000000"
        #expect(Ledger.reconcile(same, with: statement, pricing: pricing) == nil)
    }

    @Test("bears any count of what was used elsewhere", arguments: [Int.min, -1, Int.max])
    func strangeCounts(count: Int) throws {
        let ledger = ledger([
            try Delivered.status("delivered", at: at, id: "a", to: "254712345678", pricing: pmp("utility")),
            try Delivered.status("delivered", at: at, id: "b", to: "254712345678", pricing: pmp("service")),
        ])
        let used = Ledger.UsedElsewhere(
            serviceMessages: ["106540352242922": count], conversations: count,
            tierVolumes: [.init(market: .restOfAfrica, category: .utility): count])
        let statement = try ledger.statement(for: october, pricing: pricing, usedElsewhere: used)
        #expect(statement.total.amount == (count == .max ? "0.0070" : "0.0040"))
    }

    @Test("bills every member of a group by the member's own market")
    func groups() throws {
        func status(_ member: String) throws -> WebhookEvent {
            try Delivered.status(
                "delivered", at: at, id: "wamid.G1", to: "Y2FwaV9ncm91cDox", pricing: pmp("group_marketing"),
                more: ",\"recipient_type\":\"group\",\"recipient_participant_id\":\"\(member)\"")
        }
        let members = [try status("5511987654321"), try status("31612345678"), try status("31612345678")]
        let statement = try ledger(members).statement(for: october, pricing: pricing)
        #expect(statement.lines.map { $0.market?.rawValue } == ["Brazil", "Netherlands"])
        #expect(statement.total.amount == "0.2222")
        #expect(statement.charges.allSatisfy { $0.messageID == "wamid.G1" })
    }

    @Test("turns the month at the account's midnight", arguments: ["UTC", "America/Sao_Paulo", "Asia/Kolkata"])
    func midnights(zoneName: String) throws {
        let zone = try businessTimeZone(
            zoneName, from: instant("2020-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"))
        let utc = try instant("2026-11-01T00:00:00Z")
        let midnight = Int(utc.timeIntervalSince1970) - zone.offset(at: utc)
        let known = ledger([
            try Delivered.status("delivered", at: midnight - 1, id: "a", to: "5511987654321", pricing: pmp("utility")),
            try Delivered.status("delivered", at: midnight, id: "b", to: "5511987654321", pricing: pmp("utility")),
        ])
        let local = Pricing(currency: .usd, timeZone: zone)
        #expect(try known.statement(for: october, pricing: local).charges.map(\.messageID) == ["a"])
        let november = try #require(BillingMonth("2026-11"))
        #expect(try known.statement(for: november, pricing: local).charges.map(\.messageID) == ["b"])
    }

    /// Random statuses with distinct times: two numbers, all categories, conversations and types.
    static func randomEvents(_ count: Int, _ generator: inout SeededGenerator) throws -> [WebhookEvent] {
        let recipients = ["5511987654321", "919876543210", "254712345678", "31612345678", "16505551234", "999"]
        let categories = ["marketing", "utility", "authentication", "service", "referral_conversion", "marketing_lite"]
        let types = ["regular", "free_customer_service", "free_entry_point", "free_new", "new"]
        let states = ["sent", "delivered", "read", "failed", "played"]
        return try (0..<count).map { index in
            let isOld = Bool.random(using: &generator)
            let category = categories.randomElement(using: &generator) ?? ""
            let type = types.randomElement(using: &generator) ?? ""
            return try Delivered.status(
                states.randomElement(using: &generator) ?? "",
                at: (isOld ? 1_688_342_400 : 1_791_187_200) + index * 4_000,
                id: "wamid.\(Int.random(in: 0..<count / 2, using: &generator))",
                to: recipients.randomElement(using: &generator) ?? "",
                pricing: isOld
                    ? "\"billable\":true,\"pricing_model\":\"CBP\",\"category\":\"\(category)\""
                    : "\"pricing_model\":\"PMP\",\"type\":\"\(type)\",\"category\":\"\(category)\"",
                more: isOld
                    ? ",\"conversation\":{\"id\":\"c\(Int.random(in: 0..<20, using: &generator))\"}" : "",
                number: Bool.random(using: &generator) ? "1" : "2")
        }
    }

    @Test("is the same in any order, with duplicates, and merged from any parts in any order", arguments: 1...25)
    func merging(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0x1656_67B1)
        let events = try Self.randomEvents(120, &generator)
        let straight = ledger(events)
        #expect(ledger((events + events.prefix(40)).shuffled(using: &generator)) == straight)
        var parts = [Ledger](repeating: Ledger(), count: 4)
        for event in events + events.suffix(30) { parts[Int.random(in: 0..<4, using: &generator)].apply(event) }
        parts.shuffle(using: &generator)
        var merged = Ledger()
        for part in parts { merged.merge(part) }
        merged.merge(parts[0])
        #expect(merged == straight)
        let nested = parts[3].merging(parts[1].merging(parts[0])).merging(parts[2])
        #expect(nested == straight)
        #expect(try JSONDecoder().decode(Ledger.self, from: JSONEncoder().encode(straight)) == straight)
    }

    @Test("has no negative charge, and totals that are the sum of the charges to the last millionth", arguments: 1...25)
    func sums(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &* 0x27D4_EB2F)
        let ledger = ledger(try Self.randomEvents(200, &generator))
        for month in ledger.months(in: .utc) {
            let statement = try ledger.statement(for: month, pricing: pricing)
            let amounts = statement.charges.compactMap { $0.amount(in: .usd)?.millionths }
            #expect(amounts.allSatisfy { $0 >= 0 })
            #expect(statement.total.millionths == amounts.reduce(0, +))
            #expect(statement.total.millionths == statement.lines.reduce(0) { $0 + $1.amount.millionths })
            #expect(statement.lines.reduce(0) { $0 + $1.delivered } == statement.charges.count)
            #expect(statement.lines.reduce(0) { $0 + $1.unpriced } == statement.unpricedCount)
        }
    }

    @Test("shows nobody")
    func masking() throws {
        let ledger = ledger([try Delivered.status("delivered", at: at, to: "5511987654321", pricing: pmp("utility"))])
        #expect("\(ledger)" == "ledger of 1 messages")
        var text = ""
        dump(ledger, to: &text)
        #expect(!text.contains("55119"))
        #expect(!String(decoding: try JSONEncoder().encode(ledger), as: UTF8.self).contains("987654321"))
    }
}
