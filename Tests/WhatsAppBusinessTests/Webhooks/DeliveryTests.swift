import Foundation
import Testing
import WhatsAppBusiness

@Suite("Deliveries")
struct DeliveryTests {
    @Test("of several entries, changes and elements become all their events")
    func batch() throws {
        let delivery = try Fixture.delivery("batch")
        #expect(delivery.problems.isEmpty)
        #expect(delivery.messages.map(\.id) == ["wamid.A60", "wamid.A61", "wamid.A62"])
        #expect(delivery.statuses.map(\.id) == ["wamid.OUT7", "wamid.OUT8"])
        #expect(delivery.accounts.map(\.origin.field) == ["account_review_update"])
        #expect(delivery.messages.last?.businessAccountID == "102290129340399")
        #expect(delivery.accounts.first?.origin.entryTime == Date(timeIntervalSince1970: 1_760_000_502))
        #expect(delivery.events.count == 6)
    }

    @Test("bring every array of a value")
    func mixed() throws {
        let delivery = try Fixture.delivery("mixed")
        #expect(delivery.messages.count == 1)
        #expect(delivery.statuses.count == 1)
        #expect(delivery.errors.map(\.error.code) == [131035])
        #expect(delivery.events.count == 3)
        #expect(delivery.problems.isEmpty)
    }

    @Test(
        "of other kinds arrive with their JSON, by element or as a whole",
        arguments: [
            ("unknown-field", "holograms", [nil]), ("tracking-events", "tracking_events", [nil]),
        ] as [(String, String, [String?])])
    func unrecognized(name: String, field: String, elements: [String?]) throws {
        let delivery = try Fixture.delivery(name)
        #expect(delivery.problems.isEmpty)
        #expect(delivery.events.count == elements.count)
        #expect(delivery.unrecognized.map(\.element) == elements)
        #expect(delivery.unrecognized.allSatisfy { $0.field == field && $0.businessAccountID == "102290129340398" })
        #expect(delivery.events.allSatisfy { !$0.isRecognized })
        let change = try #require(try JSONValue(parsing: Fixture.body(name))["entry"]?[0]?["changes"]?[0]?["value"])
        for (index, event) in delivery.unrecognized.enumerated() {
            guard let key = event.element, let array = change[key]?.array else {
                #expect(try event.raw.value == (event.element.flatMap { change[$0] } ?? change))
                continue
            }
            let before = elements[..<index].filter { $0 == key }.count
            #expect(try event.raw.value == array[before])
        }
    }

    @Test("note the time of the entry, spelled as number or text")
    func entryTime() throws {
        #expect(
            try Fixture.delivery("account-update").events.first?.timestamp == Date(timeIntervalSince1970: 1_760_000_300)
        )
        #expect(
            try Fixture.delivery("template-status").events.first?.timestamp
                == Date(timeIntervalSince1970: 1_760_000_301))
        #expect(try Fixture.delivery("template-status").templates.first?.templateID == "594425479261596012345")
    }

    @Test("ignore members that are new")
    func unknownMembers() throws {
        let delivery = try Fixture.delivery("unknown-members")
        #expect(delivery.messages.map(\.text) == ["hi"])
        #expect(delivery.events.count == 1)
        #expect(delivery.problems.isEmpty)
    }

    @Test("without an envelope are decoded as one change, from both entry points")
    func bareChange() throws {
        let body = Fixture.body("bare-change")
        #expect(try Delivery(decoding: body).messages.map(\.text) == ["test button"])
        let delivery = try Delivery(decodingChange: body, businessAccountID: "1")
        #expect(delivery.messages.first?.businessAccountID == "1")
        let error = #expect(throws: WebhookError.self) { try Delivery(decodingChange: Fixture.body("text")) }
        #expect(error?.code == .notAChange)
        let value = Array(#"{"value":{"messages":[{"id":"m","timestamp":1,"type":"text","text":{"body":"x"}}]}}"#.utf8)
        #expect(try Delivery(decodingChange: value).messages.count == 1)
    }

    @Test(
        "of nothing are no problem",
        arguments: [
            #"{"object":"whatsapp_business_account","entry":[]}"#, #"{"entry":[{"id":"1","changes":[]}]}"#,
            #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[],"statuses":[]}}]}]}"#,
            #"{"object":null,"entry":[{"changes":[{"field":"messages","value":{"messages":[],"errors":null}}]}]}"#,
        ])
    func empty(body: String) throws {
        #expect(try Delivery(decoding: Array(body.utf8)) == Delivery())
    }

    @Test(
        "report what is broken with its place, and lose no sibling",
        arguments: [
            // The body as a whole.
            ("[]", ["wrongType: "], 0), ("\"text\"", ["wrongType: "], 0), ("null", ["wrongType: "], 0),
            ("{}", ["missing: entry"], 0), (#"{"entry":null}"#, ["missing: entry"], 0),
            (#"{"object":"page","entry":[]}"#, ["unexpectedObject: object"], 0),
            (#"{"object":7,"entry":[]}"#, ["unexpectedObject: object"], 0),
            (#"{"entry":{}}"#, ["wrongType: entry"], 0), (#"{"entry":"x"}"#, ["wrongType: entry"], 0),
            // Entries.
            (
                #"{"entry":[7,ENTRY,null,"x",ENTRY]}"#,
                ["wrongType: entry[0]", "wrongType: entry[2]", "wrongType: entry[3]"], 2
            ),
            (#"{"entry":[ENTRY,{"id":"1"}]}"#, ["missing: entry[1].changes"], 1),
            (#"{"entry":[{"changes":null},ENTRY]}"#, ["missing: entry[0].changes"], 1),
            (#"{"entry":[{"changes":{}},ENTRY]}"#, ["wrongType: entry[0].changes"], 1),
            // Changes.
            (
                #"{"entry":[{"changes":[7,CHANGE,[]]}]}"#,
                ["wrongType: entry[0].changes[0]", "wrongType: entry[0].changes[2]"], 1
            ),
            (#"{"entry":[{"changes":[{},CHANGE]}]}"#, ["missing: entry[0].changes[0].value"], 1),
            (
                #"{"entry":[{"changes":[CHANGE,{"field":"messages","value":null}]}]}"#,
                ["missing: entry[0].changes[1].value"], 1
            ),
            (
                #"{"entry":[{"changes":[CHANGE,{"field":"messages","value":[]}]}]}"#,
                ["wrongType: entry[0].changes[1].value"], 1
            ),
            // Arrays of elements.
            (
                #"{"entry":[{"changes":[{"field":"messages","value":{"messages":{},"statuses":[STATUS]}}]}]}"#,
                ["wrongType: entry[0].changes[0].value.messages"], 1
            ),
            (
                #"{"entry":[{"changes":[{"field":"messages","value":{"statuses":"x","messages":[MESSAGE]}},CHANGE]}]}"#,
                ["wrongType: entry[0].changes[0].value.statuses"], 2
            ),
        ])
    func problems(body: String, problems: [String], events: Int) throws {
        let message = #"{"id":"m","timestamp":"1760000000","type":"text","text":{"body":"hi"}}"#
        let change = #"{"field":"messages","value":{"messages":[\#(message)]}}"#
        let text = body.replacing("ENTRY", with: #"{"id":"1","changes":[CHANGE]}"#).replacing("CHANGE", with: change)
            .replacing("MESSAGE", with: message)
            .replacing("STATUS", with: #"{"id":"s","status":"sent","timestamp":"1760000000"}"#)
        let delivery = try Delivery(decoding: Array(text.utf8))
        #expect(delivery.problems.map { "\($0.code): \($0.path)" } == problems)
        #expect(delivery.events.count == events)
        #expect(delivery.events.allSatisfy { $0.isRecognized })
        for problem in delivery.problems { #expect(!problem.bytes.isEmpty && problem.raw != nil) }
    }

    @Test(
        "report broken messages and keep their siblings",
        arguments: [
            ("7", "wrongType", ""), ("null", "wrongType", ""), ("[]", "wrongType", ""), ("\"m\"", "wrongType", ""),
            ("{}", "missing", ".id"), (#"{"timestamp":"1","type":"text","text":{"body":"x"}}"#, "missing", ".id"),
            (#"{"id":"","timestamp":"1"}"#, "missing", ".id"), (#"{"id":null,"timestamp":"1"}"#, "missing", ".id"),
            (#"{"id":{},"timestamp":"1"}"#, "wrongType", ".id"), (#"{"id":true,"timestamp":"1"}"#, "wrongType", ".id"),
            (#"{"id":"m"}"#, "missing", ".timestamp"), (#"{"id":"m","timestamp":""}"#, "missing", ".timestamp"),
            (#"{"id":"m","timestamp":"soon"}"#, "wrongType", ".timestamp"),
            (#"{"id":"m","timestamp":[]}"#, "wrongType", ".timestamp"),
            (#"{"id":"m","timestamp":1e300}"#, "wrongType", ".timestamp"),
            (#"{"id":"m","timestamp":-1}"#, "wrongType", ".timestamp"),
            (#"{"id":"m","timestamp":"99999999999999999999999"}"#, "wrongType", ".timestamp"),
            (#"{"id":"m","timestamp":"1","type":"text","text":"hi"}"#, "wrongType", ".text"),
            (#"{"id":"m","timestamp":"1","type":"text","text":{}}"#, "missing", ".text.body"),
            (#"{"id":"m","timestamp":"1","type":"text","text":{"body":null}}"#, "missing", ".text.body"),
            (#"{"id":"m","timestamp":"1","type":"text","text":{"body":7}}"#, "wrongType", ".text.body"),
        ])
    func brokenMessages(broken: String, code: String, path: String) throws {
        let good = (0..<3).map { #"{"id":"g\#($0)","timestamp":"1760000000","type":"text","text":{"body":"hi"}}"# }
        for place in 0...3 {
            var messages = good
            messages.insert(broken, at: place)
            let delivery = try Delivery(decodingChange: .change(messages: messages), businessAccountID: "1")
            #expect(delivery.messages.map(\.id) == ["g0", "g1", "g2"])
            let problem = try #require(delivery.problems.first)
            #expect(delivery.problems.count == 1)
            #expect(problem.code.description == code)
            #expect(problem.path == "value.messages[\(place)]" + path)
            #expect(problem.raw?.text == broken)
            #expect(problem.field == "messages")
            #expect(problem.businessAccountID == "1")
        }
    }

    @Test(
        "report broken statuses and keep their siblings",
        arguments: [
            ("7", "wrongType", ""), (#"{"status":"sent","timestamp":"1"}"#, "missing", ".id"),
            (#"{"id":"s","timestamp":"1"}"#, "missing", ".status"),
            (#"{"id":"s","status":null,"timestamp":"1"}"#, "missing", ".status"),
            (#"{"id":"s","status":5,"timestamp":"1"}"#, "wrongType", ".status"),
            (#"{"id":"s","status":"","timestamp":"1"}"#, "missing", ".status"),
            (#"{"id":"s","status":"sent"}"#, "missing", ".timestamp"),
            (#"{"id":"s","status":"sent","timestamp":{}}"#, "wrongType", ".timestamp"),
        ])
    func brokenStatuses(broken: String, code: String, path: String) throws {
        let good = #"{"id":"g","status":"sent","timestamp":"1760000000"}"#
        let delivery = try Delivery(decodingChange: .change(statuses: [good, broken, good]))
        #expect(delivery.statuses.count == 2)
        #expect(delivery.problems.map(\.code.description) == [code])
        #expect(delivery.problems.map(\.path) == ["value.statuses[1]" + path])
        #expect(delivery.problems.first?.raw?.text == broken)
    }

    @Test("lose nothing where members repeat or are unknown")
    func repeated() throws {
        let message = { (id: String) in #"{"id":"\#(id)","timestamp":"1","type":"text","text":{"body":"x"}}"# }
        let twice = #"{"field":"messages","value":{"messages":[\#(message("a"))],"messages":[\#(message("b"))]}}"#
        #expect(try Delivery(decodingChange: Array(twice.utf8)).messages.map(\.id) == ["a", "b"])
        let future = [UInt8].change(messages: [message("a")], more: #","poll_votes":[{"id":"v"},{"id":"w"}]"#)
        let delivery = try Delivery(decodingChange: future)
        #expect(delivery.messages.count == 1)
        #expect(delivery.unrecognized.map(\.element) == ["poll_votes", "poll_votes"])
        // A flat value is not taken apart, whatever arrays it has.
        let flat = Array(
            #"{"field":"flows","value":{"event":"CLIENT_ERROR_RATE","errors":[{"error_type":"TIMEOUT"}]}}"#.utf8)
        let health = try Delivery(decodingChange: flat).events
        #expect(health.count == 1 && health.first?.raw.text.contains("CLIENT_ERROR_RATE") == true)
        // What should be an array and is none: part of the whole value, or an event beside the others.
        let odd = [UInt8].change(more: #","errors":{"code":1}"#)
        #expect(try Delivery(decodingChange: odd).unrecognized.map(\.element) == [nil])
        let oddBeside = [UInt8].change(messages: [message("a")], more: #","errors":{"code":1}"#)
        #expect(try Delivery(decodingChange: oddBeside).unrecognized.map(\.element) == ["errors"])
        // Only contacts, or nothing but the common block: still an event.
        #expect(try Delivery(decodingChange: .change(more: #","contacts":[{"wa_id":"1"}]"#)).unrecognized.count == 1)
        #expect(try Delivery(decodingChange: .change()).unrecognized.count == 1)
        // The field beside the changes, or inside of the value.
        let beside = #"{"entry":[{"field":"account_update","changes":[{"value":{"event":"PARTNER_APP_INSTALLED"}}]}]}"#
        #expect(try Delivery(decoding: Array(beside.utf8)).accounts.map(\.origin.field) == ["account_update"])
        let inside = #"{"entry":[{"changes":[{"value":{"field":"account_update","event":"X"}}]}]}"#
        #expect(try Delivery(decoding: Array(inside.utf8)).accounts.map(\.origin.field) == ["account_update"])
    }

    @Test("match messages to contacts by user id, then by number, then by place")
    func contacts() throws {
        func names(_ contacts: String, _ messages: [String]) throws -> [String?] {
            let messages = messages.map { #"{"id":"m","timestamp":"1","type":"text","text":{"body":"x"},\#($0)}"# }
            let change = [UInt8].change(messages: messages, more: #","contacts":[\#(contacts)]"#)
            return try Delivery(decodingChange: change).messages.map(\.contact?.name)
        }
        let a = #"{"profile":{"name":"A"},"wa_id":"1","user_id":"US.a"}"#
        let b = #"{"profile":{"name":"B"},"wa_id":"2","user_id":"US.b"}"#
        let c = #"{"profile":{"name":"C"},"wa_id":"3"}"#
        #expect(try names("\(a),\(b)", [#""from":"1","from_user_id":"US.b""#]) == ["B"])
        #expect(try names("\(a),\(b)", [#""from":"2""#, #""from":"1""#]) == ["B", "A"])
        #expect(try names("\(a),\(c)", [#""from":"9""#, #""from":"8""#, #""from":"7""#]) == ["A", "C", nil])
        // A contact that names another user is not this one's.
        #expect(try names("\(a)", [#""from":"9","from_user_id":"US.z""#]) == [nil])
        #expect(try names("7,\(c)", [#""from":"8""#, #""from":"3""#]) == [nil, "C"])
        // Many contacts are looked up, not searched.
        let many = (0..<40).map { #"{"profile":{"name":"N\#($0)"},"wa_id":"\#($0)","user_id":"US.\#($0)"}"# }
        #expect(
            try names(
                many.joined(separator: ","), [#""from":"x","from_user_id":"US.39""#, #""from":"38""#, #""from":"x""#])
                == ["N39", "N38", "N2"])
    }

    @Test("over the limits are refused, or reported with the whole body")
    func limits() throws {
        let body = Fixture.body("batch")
        let tooLarge = #expect(throws: WebhookError.self) {
            try Delivery(decoding: body, limits: .init(maximumBytes: body.count - 1))
        }
        #expect(tooLarge?.code == .tooLarge)
        #expect(throws: Never.self) { try Delivery(decoding: body, limits: .init(maximumBytes: body.count)) }
        let tooDeep = #expect(throws: WebhookError.self) {
            try Delivery(decoding: body, limits: .init(maximumDepth: 5))
        }
        #expect(tooDeep?.code == .tooDeep)
        for most in 0..<6 {
            let delivery = try Delivery(decoding: body, limits: .init(maximumEvents: most))
            #expect(delivery.events.count == most)
            #expect(delivery.problems.map(\.code) == [.tooManyEvents])
            #expect(delivery.problems.first?.raw?.text.utf8.count == body.count - 1)  // the line end is not JSON
        }
        #expect(try Delivery(decoding: body, limits: .init(maximumEvents: 6)).problems.isEmpty)
        let change = [UInt8].change(messages: Array(repeating: "7", count: 100))
        #expect(try Delivery(decodingChange: change, limits: .init(maximumEvents: 10)).problems.count == 11)
    }

    @Test("of a thousand updates are decoded in one go")
    func thousand() throws {
        let statuses = (0..<1_000).map { #"{"id":"s\#($0)","status":"sent","timestamp":"1760000000"}"# }
        let delivery = try Delivery(decodingChange: .change(statuses: statuses))
        #expect(delivery.statuses.count == 1_000)
        #expect(Set(delivery.statuses.map(\.id)).count == 1_000)
    }
}
