import Testing
import WhatsAppBusiness

@Suite("Limits")
struct LimitTests {
    /// A text whose length is limited: the body that holds it, where it stands, and how long it may be.
    struct Length: Sendable, CustomStringConvertible {
        var fixture: String
        var path: String
        var maximum: Int
        var character: String = "x"

        var description: String { "\(fixture): \(path) ≤ \(maximum)" }
    }

    static let lengths: [Length] = [
        Length(fixture: "text", path: "text.body", maximum: 4096),
        Length(fixture: "text", path: "text.body", maximum: 4096, character: "👍"),
        Length(fixture: "text", path: "biz_opaque_callback_data", maximum: 512),
        Length(fixture: "image", path: "image.caption", maximum: 1024),
        Length(fixture: "video", path: "video.caption", maximum: 1024),
        Length(fixture: "document", path: "document.caption", maximum: 1024),
        Length(fixture: "buttons", path: "interactive.body.text", maximum: 1024),
        Length(fixture: "buttons", path: "interactive.footer.text", maximum: 60),
        Length(fixture: "buttons", path: "interactive.action.buttons[0].reply.title", maximum: 20),
        Length(fixture: "buttons", path: "interactive.action.buttons[1].reply.title", maximum: 20, character: "ß"),
        Length(fixture: "buttons", path: "interactive.action.buttons[0].reply.id", maximum: 256),
        Length(fixture: "list", path: "interactive.body.text", maximum: 4096),
        Length(fixture: "list", path: "interactive.header.text", maximum: 60),
        Length(fixture: "list", path: "interactive.footer.text", maximum: 60),
        Length(fixture: "list", path: "interactive.action.button", maximum: 20),
        Length(fixture: "list", path: "interactive.action.sections[0].title", maximum: 24),
        Length(fixture: "list", path: "interactive.action.sections[1].rows[0].id", maximum: 200),
        Length(fixture: "list", path: "interactive.action.sections[0].rows[0].title", maximum: 24),
        Length(fixture: "list", path: "interactive.action.sections[0].rows[0].description", maximum: 72),
        Length(fixture: "link", path: "interactive.body.text", maximum: 1024),
        Length(fixture: "link", path: "interactive.action.parameters.display_text", maximum: 20),
        Length(fixture: "flow", path: "interactive.action.parameters.flow_cta", maximum: 30),
        Length(fixture: "flow", path: "interactive.header.text", maximum: 60),
        Length(fixture: "voice-call", path: "interactive.action.parameters.display_text", maximum: 20),
        Length(fixture: "voice-call", path: "interactive.action.parameters.payload", maximum: 512),
        Length(fixture: "product", path: "interactive.body.text", maximum: 1024),
        Length(fixture: "product-list", path: "interactive.header.text", maximum: 60),
        Length(fixture: "product-list", path: "interactive.action.sections[0].title", maximum: 24),
        Length(fixture: "carousel", path: "interactive.body.text", maximum: 1024),
        Length(fixture: "carousel", path: "interactive.action.cards[0].body.text", maximum: 160),
        Length(
            fixture: "carousel", path: "interactive.action.cards[1].action.parameters.display_text", maximum: 20),
        Length(
            fixture: "carousel-replies", path: "interactive.action.cards[0].action.buttons[0].quick_reply.title",
            maximum: 20),
        Length(
            fixture: "carousel-replies", path: "interactive.action.cards[0].action.buttons[0].quick_reply.id",
            maximum: 256),
        Length(fixture: "address-request", path: "interactive.action.parameters.values.in_pin_code", maximum: 6),
        Length(fixture: "order-details", path: "interactive.action.parameters.reference_id", maximum: 35),
        Length(fixture: "order-details-brazil", path: "interactive.action.parameters.reference_id", maximum: 60),
        Length(fixture: "order-details", path: "interactive.action.parameters.order.items[0].name", maximum: 60),
        Length(
            fixture: "order-details", path: "interactive.action.parameters.order.expiration.description", maximum: 120),
        Length(fixture: "order-details", path: "interactive.action.parameters.order.tax.description", maximum: 60),
        Length(fixture: "order-details", path: "interactive.action.parameters.order.shipping.description", maximum: 60),
        Length(fixture: "order-details", path: "interactive.action.parameters.order.discount.description", maximum: 60),
        Length(
            fixture: "order-details",
            path: "interactive.action.parameters.payment_settings[0].payment_gateway.configuration_name", maximum: 60),
        Length(
            fixture: "order-details",
            path: "interactive.action.parameters.payment_settings[0].payment_gateway.razorpay.receipt", maximum: 40),
        Length(
            fixture: "order-details",
            path: "interactive.action.parameters.payment_settings[0].payment_gateway.razorpay.notes.k", maximum: 256),
        Length(
            fixture: "order-details",
            path: "interactive.action.parameters.payment_settings[0].payment_gateway.payu.udf4", maximum: 255),
        Length(
            fixture: "order-details",
            path: "interactive.action.parameters.payment_settings[0].payment_gateway.zaakpay.extra2", maximum: 180),
        Length(
            fixture: "order-details",
            path: "interactive.action.parameters.payment_settings[0].payment_gateway.billdesk.additional_info7",
            maximum: 120),
        Length(fixture: "order-status", path: "interactive.action.parameters.order.description", maximum: 120),
        Length(fixture: "order-status", path: "interactive.action.parameters.reference_id", maximum: 60),
        Length(fixture: "template-plain", path: "template.name", maximum: 512),
        Length(fixture: "template-values", path: "template.components[0].parameters[0].text", maximum: 60),
        Length(fixture: "template-full", path: "template.components[1].parameters[0].text", maximum: 1024),
        Length(fixture: "template-full", path: "template.components[3].parameters[0].coupon_code", maximum: 15),
        Length(fixture: "template-full", path: "template.components[4].parameters[0].text", maximum: 2000),
        Length(fixture: "template-buttons", path: "template.components[2].parameters[1].payload", maximum: 512),
        Length(
            fixture: "template-buttons",
            path: "template.components[4].parameters[0].action.sections[0].title", maximum: 24),
    ]

    @Test("of length hold at the limit, one below and one above", arguments: lengths)
    func length(limit: Length) throws {
        let body = try MessageFixture.body(limit.fixture)
        for (count, isValid) in [(limit.maximum - 1, true), (limit.maximum, true), (limit.maximum + 1, false)] {
            let text = String(repeating: limit.character, count: count)
            let request = SendRequest(json: body.setting(limit.path, .string(text)))
            guard !isValid else {
                #expect(violations(request) == [])
                continue
            }
            let error = #expect(throws: ValidationError.self) { try request.validate() }
            let violation = try #require(error?.violations.first)
            #expect(error?.violations.count == 1)
            #expect(violation.path == limit.path)
            #expect(violation.rule == .maxLength)
            #expect(violation.limit == limit.maximum)
            #expect(violation.actual == count)
        }
    }

    @Test("count scalars: an emoji once, a family and a combining mark for each of their parts")
    func units() {
        func length(of text: String) -> Int? {
            let message = Message.buttons("x", [.reply(id: "a", title: text)])
            do throws(ValidationError) {
                try message.validate()
                return nil
            } catch {
                return error.violations.first?.actual
            }
        }
        #expect(length(of: String(repeating: "👍", count: 20)) == nil)
        #expect(length(of: String(repeating: "👍", count: 21)) == 21)
        #expect(length(of: String(repeating: "e\u{301}", count: 10)) == nil)
        #expect(length(of: String(repeating: "e\u{301}", count: 11)) == 22)
        #expect(length(of: String(repeating: "é", count: 20)) == nil)
        #expect(length(of: "👨‍👩‍👧‍👦👨‍👩‍👧‍👦" + "123456") == nil)
        #expect(length(of: "👨‍👩‍👧‍👦👨‍👩‍👧‍👦" + "1234567") == 21)
        #expect(length(of: String(repeating: "🇧🇷", count: 11)) == 22)
    }

    /// A number of elements that is limited.
    struct Count: Sendable, CustomStringConvertible {
        var fixture: String
        var path: String
        var range: ClosedRange<Int>
        /// The member of each element that must differ.
        var unique: [String] = []
        var reportedPath: String?

        var description: String { "\(fixture): \(path) \(range)" }
    }

    static let counts: [Count] = [
        Count(
            fixture: "buttons", path: "interactive.action.buttons", range: 1...3,
            unique: ["reply.id", "reply.title"]),
        Count(
            fixture: "list", path: "interactive.action.sections", range: 1...10, unique: ["rows[0].id"]),
        Count(
            fixture: "product-list", path: "interactive.action.sections", range: 1...10),
        Count(
            fixture: "product-list", path: "interactive.action.sections[0].product_items", range: 1...30,
            reportedPath: "interactive.action.sections"),
        Count(fixture: "contacts", path: "contacts", range: 1...257),
        Count(
            fixture: "carousel", path: "interactive.action.cards", range: 2...10, unique: ["card_index"]),
        Count(
            fixture: "carousel-products", path: "interactive.action.cards", range: 2...10, unique: ["card_index"]),
        Count(
            fixture: "carousel-replies", path: "interactive.action.cards", range: 2...10, unique: ["card_index"]),
        Count(fixture: "template-carousel", path: "template.components[0].cards", range: 2...10),
    ]

    @Test("of number hold at the limits, one below and one above", arguments: counts)
    func count(limit: Count) throws {
        let body = try MessageFixture.body(limit.fixture)
        var element = body
        for key in limit.path.replacing("[", with: ".[").split(separator: ".") {
            let index = Int(key.dropFirst().dropLast())
            element = try #require(key.hasPrefix("[") ? index.flatMap { element[$0] } : element[String(key)])
        }
        let first = try #require(element[0])
        for count in [
            limit.range.lowerBound - 1, limit.range.lowerBound, limit.range.upperBound, limit.range.upperBound + 1,
        ] {
            let elements = (0..<count).map { index in
                limit.unique.reduce(first) { element, path in
                    element.setting(path, path == "card_index" ? .number(JSONNumber(index)) : .string("\(index)"))
                }
            }
            let request = SendRequest(json: body.setting(limit.path, .array(elements)))
            guard !limit.range.contains(count) else {
                #expect(violations(request) == [])
                continue
            }
            let error = #expect(throws: ValidationError.self) { try request.validate() }
            let isAbove = count > limit.range.upperBound
            #expect(
                error?.violations.contains {
                    $0.path == (isAbove ? limit.reportedPath : nil) ?? limit.path
                        && $0.rule == (isAbove ? .maxCount : .minCount)
                } == true)
        }
    }

    @Test("of rows count those of all sections")
    func rows() {
        func message(_ counts: [Int]) -> Message {
            let sections = counts.enumerated().map { section, count in
                ListSection(
                    title: "\(section)",
                    rows: OneOrMore((0..<count).map { .row(id: "\(section)-\($0)", title: "x") }) ?? [
                        .row(id: "", title: "")
                    ])
            }
            return .list(
                "x", button: "x", sections: OneOrMore(sections) ?? [ListSection(rows: [.row(id: "", title: "")])])
        }
        #expect(violations(message([9])) == [])
        #expect(violations(message([10])) == [])
        #expect(violations(message([4, 6])) == [])
        #expect(violations(message([11])) == ["interactive.action.sections maxCount"])
        #expect(violations(message([5, 6])) == ["interactive.action.sections maxCount"])
    }

    @Test("of buttons on a card hold at the limits, one below and one above", arguments: 0...4)
    func cardButtons(count: Int) throws {
        let body = try MessageFixture.body("carousel-replies")
        let button = try #require(body["interactive"]?["action"]?["cards"]?[0]?["action"]?["buttons"]?[0])
        let buttons = JSONValue.array((0..<count).map { button.setting("quick_reply.id", .string("\($0)")) })
        // All cards have the same number of buttons.
        let paths = (0...1).map { "interactive.action.cards[\($0)].action.buttons" }
        let found = violations(SendRequest(json: paths.reduce(body) { $0.setting($1, buttons) }))
        switch count {
        case 0: #expect(found == paths.map { "\($0) minCount" })
        case 1...3: #expect(found == [])
        default: #expect(found == paths.map { "\($0) maxCount" })
        }
    }

    /// A number that is limited.
    @Test(
        "of numbers hold at the limits, one below and one above",
        arguments: [
            ("voice-call", "interactive.action.parameters.ttl_minutes", 1, 43_200),
            ("pin", "pin.expiration_days", 1, 30), ("template-buttons", "template.components[0].index", 0, 9),
            ("template-buttons", "template.components[2].parameters[0].ttl_minutes", 1, 43_200),
            ("location", "location.latitude", -90, 90), ("location", "location.longitude", -180, 180),
        ])
    func number(fixture: String, path: String, minimum: Int, maximum: Int) throws {
        let body = try MessageFixture.body(fixture)
        for number in [minimum, minimum + 1, maximum - 1, maximum] {
            let request = SendRequest(json: body.setting(path, .number(JSONNumber(number))))
            #expect(violations(request) == [])
        }
        for (number, rule) in [(minimum - 1, "minimum"), (maximum + 1, "maximum")] {
            let request = SendRequest(json: body.setting(path, .number(JSONNumber(number))))
            #expect(violations(request) == ["\(path) \(rule)"])
        }
    }

    @Test("of a template's body depend on what else is filled")
    func templateBody() {
        func body(_ counts: [Int], _ more: [TemplateComponent] = []) -> [String] {
            let texts = counts.map { TemplateParameter.text(String(repeating: "x", count: $0)) }
            return violations(
                .template(TemplateMessage(name: "t", language: "en", components: [.body(texts)] + more)))
        }
        let header = [TemplateComponent.header(.text("x"))]
        #expect(body([512, 511], header) == [])
        #expect(body([512, 512], header) == [])
        #expect(body([512, 513], header) == ["template.components[0].parameters maxLength"])
        #expect(body([1025], header) == ["template.components[0].parameters[0].text maxLength"])
        #expect(body([32_767]) == [])
        #expect(body([32_768]) == [])
        #expect(body([32_769]) == ["template.components[0].parameters[0].text maxLength"])
    }

    @Test("of coupons are lower in a limited-time offer", arguments: [(19, true), (20, true), (21, false)])
    func coupons(count: Int, isValid: Bool) {
        let button = TemplateComponent.button(.copyCode(String(repeating: "9", count: count)), at: 0)
        let template = TemplateMessage(name: "t", language: "en", components: [button])
        #expect(violations(.template(template)).isEmpty == isValid)
    }

    @Test("of notes hold at the limit, one below and one above")
    func notes() {
        func order(_ count: Int) -> [String] {
            var order = MessageValues.indianOrder
            let notes = JSONObject((0..<count).map { JSONObject.Member(key: "k\($0)", value: "v") })
            order.paymentSettings = [.gateway("razorpay", configuration: "main", extras: ["notes": .object(notes)])]
            return violations(Message(content: .orderDetails(OrderDetailsMessage(body: "x", order: order))))
        }
        #expect(order(14) == [])
        #expect(order(15) == [])
        #expect(
            order(16) == [
                "interactive.action.parameters.payment_settings[0].payment_gateway.razorpay.notes maxCount"
            ])
    }

    @Test(
        "of line breaks in a card hold at the limit, one below and one above",
        arguments: [(1, true), (2, true), (3, false)])
    func lineBreaks(count: Int, isValid: Bool) throws {
        let text = "a" + String(repeating: "\n", count: count) + "b"
        let body = try MessageFixture.body("carousel")
            .setting("interactive.action.cards[0].body.text", .string(text))
        #expect(violations(SendRequest(json: body)).isEmpty == isValid)
    }
}
