import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

/// Deliveries as the platform sends them; all data is invented (webhooks reference §2.1, §2.8, §3, §4).
enum Delivered {
    static func events(_ field: String, _ members: String, number: String = "106540352242922") throws -> [WebhookEvent]
    {
        let body = """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"\(field)",
             "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",
             "phone_number_id":"\(number)"},\(members)}}]}]}
            """
        return try Delivery(decoding: Array(body.utf8)).events
    }

    static func message(
        _ more: String = "\"type\":\"text\",\"text\":{\"body\":\"Hi\"}", at seconds: Int = 1_791_187_200,
        from: String = "\"from\":\"16505551234\"", number: String = "106540352242922"
    ) throws -> WebhookEvent {
        let found = try events(
            "messages", "\"messages\":[{\(from),\"id\":\"wamid.IN1\",\"timestamp\":\"\(seconds)\",\(more)}]",
            number: number)
        return try #require(found.first)
    }

    static func status(
        _ state: String, at seconds: Int = 1_791_187_200, id: String = "wamid.OUT1", to: String = "16505551234",
        pricing: String? = nil, more: String = "", number: String = "106540352242922"
    ) throws -> WebhookEvent {
        let price = pricing.map { ",\"pricing\":{\($0)}" } ?? ""
        let element = """
            {"id":"\(id)","status":"\(state)","timestamp":"\(seconds)","recipient_id":"\(to)"\(price)\(more)}
            """
        return try #require(try events("messages", "\"statuses\":[\(element)]", number: number).first)
    }

    static func call(_ members: String) throws -> WebhookEvent? {
        try events("calls", members).first
    }
}

@Suite("Events of the platform")
struct BridgeTests {
    private let at = Date(timeIntervalSince1970: 1_791_187_200)

    @Test("tell a customer's message, and whether it came from an ad or a post")
    func messages() throws {
        let plain = try #require(ConversationEvent(try Delivered.message()))
        #expect(plain == .customerMessage(at: at, id: "wamid.IN1"))
        let referral = "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"referral\":{\"source_type\":\"%\"}"
        for (source, entry) in [("ad", EntryPoint.ad), ("post", .post)] {
            let text = referral.replacingOccurrences(of: "%", with: source)
            #expect(ConversationEvent(try Delivered.message(text))?.entryPoint == entry)
        }
        let other = referral.replacingOccurrences(of: "%", with: "story")
        #expect(ConversationEvent(try Delivered.message(other))?.entryPoint == nil)
        let inGroup = referral.replacingOccurrences(of: "%", with: "ad") + ",\"group_id\":\"Y2FwaV9ncm91cDox\""
        #expect(ConversationEvent(try Delivered.message(inGroup))?.entryPoint == nil)
    }

    @Test(
        "of whatever kind open the window if the customer wrote them",
        arguments: [
            ("\"type\":\"text\",\"text\":{\"body\":\"Hi\"}", true), ("\"type\":\"request_welcome\"", true),
            ("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.OUT1\",\"emoji\":\"x\"}", true),
            ("\"type\":\"new_kind\",\"new_kind\":{}", true),
            ("\"type\":\"unsupported\",\"errors\":[{\"code\":131051}]", true),
            ("\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"body\":\"x\"}", false),
        ])
    func kinds(json: String, opens: Bool) throws {
        #expect(ConversationEvent(try Delivered.message(json))?.opensWindow ?? false == opens)
    }

    @Test("of calls open the window from the call, answered or not, and from the customer's accepting")
    func calls() throws {
        let call =
            "\"calls\":[{\"id\":\"wacid.A\",\"from\":\"16505551234\",\"to\":\"15550783881\",\"event\":\"%\","
            + "\"direction\":\"USER_INITIATED\",\"timestamp\":\"1791187200\"}]"
        func event(_ kind: String) throws -> ConversationEvent? {
            try Delivered.call(call.replacingOccurrences(of: "%", with: kind)).flatMap { ConversationEvent($0) }
        }
        #expect(try event("connect") == .customerCall(at: at))
        #expect(try event("terminate") == nil)
        let key = try Delivered.call(call.replacingOccurrences(of: "%", with: "connect")).flatMap {
            ConversationKey($0)
        }
        #expect(key == ConversationKey(businessNumber: "106540352242922", customer: "+16505551234"))
        let status =
            "\"statuses\":[{\"id\":\"wacid.B\",\"type\":\"call\",\"status\":\"%\",\"timestamp\":\"1791187200\","
            + "\"recipient_id\":\"16505551234\"}]"
        func answer(_ state: String) throws -> WebhookEvent? {
            try Delivered.call(status.replacingOccurrences(of: "%", with: state))
        }
        #expect(try answer("ACCEPTED").flatMap { ConversationEvent($0) } == .businessCallAccepted(at: at))
        #expect(try answer("ACCEPTED").flatMap { ConversationKey($0) } == key)
        #expect(try answer("RINGING").flatMap { ConversationEvent($0) } == nil)
        #expect(try answer("REJECTED").flatMap { ConversationEvent($0) } == nil)
    }

    @Test("of statuses carry price and conversation, and payments none")
    func statuses() throws {
        let event = try Delivered.status(
            "delivered", pricing: "\"billable\":true,\"pricing_model\":\"CBP\",\"category\":\"utility\"",
            more:
                ",\"conversation\":{\"id\":\"c1\",\"expiration_timestamp\":\"1791273600\",\"origin\":{\"type\":\"utility\"}}"
        )
        let expected = ReportedPricing(
            category: .utility, model: "CBP", isBillable: true, expiresAt: at.addingTimeInterval(86_400))
        #expect(
            ConversationEvent(event) == .businessMessage(.delivered, at: at, pricing: expected, id: "wamid.OUT1"))
        let origin = try Delivered.status("sent", more: ",\"conversation\":{\"origin\":{\"type\":\"marketing\"}}")
        #expect(ConversationEvent(origin)?.pricing?.category == .marketing)
        #expect(ConversationEvent(try Delivered.status("read"))?.pricing == nil)
        let payment = try Delivered.status("captured", more: ",\"type\":\"payment\"")
        #expect(ConversationEvent(payment) == nil)
    }

    @Test(
        "of the Marketing Messages API carry the cost, however it is spelled",
        arguments: [
            ("\"0.0421\"", "0.0421"), ("0.0421", "0.0421"), ("4.21e-2", "0.0421"), ("0.04215678", "0.042157"),
            ("1", "1.0000"), ("\"x\"", nil), ("12345678901234567890", nil),
        ] as [(String, String?)])
    func cost(spelling: String, expected: String?) throws {
        let event = try Delivered.status(
            "delivered",
            pricing: """
                "pricing_model":"PMP","type":"regular","category":"marketing_lite",\
                "cost":{"amount":\(spelling),"currency":"USD"}
                """)
        #expect(ConversationEvent(event)?.pricing?.cost?.amount == expected)
    }

    @Test("that nobody wrote through the platform mean nothing: echoes of the app, templates, accounts")
    func others() throws {
        let echo =
            "\"message_echoes\":[{\"from\":\"15550783881\",\"to\":\"16505551234\",\"id\":\"wamid.E1\","
            + "\"timestamp\":\"1791187200\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}]"
        for event in try Delivered.events("smb_message_echoes", echo) {
            #expect(ConversationEvent(event) == nil)
            var store = ConversationStore()
            let matters = store.apply(event)
            #expect(!matters)
            #expect(store.count == 0)
        }
        let change = try Delivered.events("account_alerts", "\"event\":\"ACCOUNT_VIOLATION\"")
        for event in change { #expect(ConversationEvent(event) == nil) }
    }

    @Test("of a conversation that another app controls count as those of one's own")
    func standby() throws {
        let message =
            "{\"from\":\"16505551234\",\"id\":\"wamid.S1\",\"timestamp\":\"1791187200\",\"type\":\"text\","
            + "\"text\":{\"body\":\"Hi\"}}"
        let key = ConversationKey(businessNumber: "106540352242922", customer: "+16505551234")
        for event in try Delivered.events("standby", "\"standby\":{\"messages\":[\(message)]}") {
            #expect(ConversationEvent(event) == .customerMessage(at: at, id: "wamid.S1"))
            #expect(ConversationKey(event) == key)
        }
        let echo =
            "{\"from\":\"15550783881\",\"to\":\"16505551234\",\"id\":\"wamid.E1\",\"timestamp\":\"1791187200\","
            + "\"type\":\"%\",\"%\":{\"body\":\"Hi\"}}"
        func echoes(_ type: String) throws -> [ConversationEvent?] {
            let element = echo.replacingOccurrences(of: "%", with: type)
            return try Delivered.events("message_echoes", "\"message_echoes\":[\(element)]").map {
                ConversationEvent($0)
            }
        }
        #expect(try echoes("text") == [.businessMessage(.sent, at: at, id: "wamid.E1")])
        let status =
            "{\"id\":\"wamid.O1\",\"status\":\"delivered\",\"timestamp\":\"1791187200\","
            + "\"recipient_id\":\"5511987654321\",\"pricing\":{\"type\":\"regular\",\"category\":\"utility\"}}"
        var ledger = Ledger()
        for event in try Delivered.events("standby", "\"standby\":{\"statuses\":[\(status)]}") { ledger.apply(event) }
        #expect(ledger.messageCount == 1)
    }

    @Test("of a message that was just sent answer a click, unless it is held back")
    func sent() {
        let sent = ConversationEvent(SentMessage(id: "wamid.OUT1"), at: at)
        #expect(sent == .businessMessage(.sent, at: at, id: "wamid.OUT1"))
        var conversation = Conversation()
        conversation.apply(.customerMessage(at: at, entryPoint: .ad))
        conversation.apply(ConversationEvent(SentMessage(id: "a", state: .heldForQualityAssessment), at: at))
        #expect(conversation.freeEntryPoint(at: at).standing == .pending)
        conversation.apply(sent)
        #expect(conversation.freeEntryPoint(at: at).standing == .presumed)
    }

    @Test("from a post open a free entry point only where the policy says so, and a status decides")
    func posts() throws {
        let report = ReportedPricing(category: .referralConversion, type: .freeEntryPoint)
        for qualifies in [false, true] {
            var conversation = Conversation(policy: .init(postsQualify: qualifies))
            conversation.apply(.customerMessage(at: at, entryPoint: .post))
            #expect(conversation.freeEntryPoint(at: at).standing == (qualifies ? .pending : .none))
            conversation.apply(.businessMessage(.delivered, at: at + .hours(1)))
            #expect(conversation.freeEntryPoint(at: at + .hours(2)).isOpen == qualifies)
            conversation.apply(.businessMessage(.delivered, at: at + .hours(3), pricing: report))
            #expect(conversation.freeEntryPoint(at: at + .hours(4)).standing == .confirmed)
            let copy = try JSONDecoder().decode(Conversation.self, from: JSONEncoder().encode(conversation))
            #expect(copy == conversation)
        }
        var plain = Conversation()
        plain.apply(try #require(ConversationEvent(try Delivered.message())))
        plain.apply(.businessMessage(.delivered, at: at + .hours(1)))
        #expect(plain.freeEntryPoint(at: at + .hours(2)).standing == .none)
    }

    @Test("name the pair, and show nobody")
    func keys() throws {
        let number = ConversationKey(businessNumber: "1", customer: "+5511987654321")
        #expect(number == ConversationKey(businessNumber: "1", customer: "+551187654321"))
        #expect(number != ConversationKey(businessNumber: "2", customer: "+5511987654321"))
        #expect(number != ConversationKey(businessNumber: "1", customer: .user("BR.1349")))
        #expect(!"\(number) \(number.counterpart)".contains("8765"))
        let hidden = try Delivered.message(from: "\"from_user_id\":\"US.13491208655302741918\"")
        #expect(ConversationKey(hidden)?.counterpart == .user("US.13491208655302741918"))
        #expect(try JSONDecoder().decode(ConversationKey.self, from: JSONEncoder().encode(number)) == number)
    }
}
