import Foundation
import Testing
import WhatsAppBusiness

@Suite("Filling a template")
struct FillingTests {
    // Cloud API reference §2.17, the full example.
    static let promotion = TemplateDefinition(
        name: "promo_v2", language: "en_US", category: .marketing, parameterFormat: .named,
        components: [
            .imageHeader(sample: "4::a"), .body("Hi {{first_name}}, {{ total }} until {{day}}."),
            .limitedTimeOffer("Ends soon!", hasExpiration: true),
            .buttons([.copyCode(sample: "SAMPLE"), .url("Shop", "https://example.com/{{1}}", sample: "a")]),
        ])

    static let values: TemplateValues = [
        "first_name": "Ann", "total": .currency("$9.99", code: "USD", thousandths: 9_990),
        "day": .dateTime("May 3"), "header": .image(.id("1602")),
        "limited_time_offer": .offerEnd(milliseconds: 1_795_000_000_000), "buttons[0]": "SPRING25",
        "buttons[1]": "n3mt",
    ]

    @Test("gives the platform's JSON")
    func json() throws {
        let message = try Self.promotion.filling(Self.values)
        let expected = """
            {"name":"promo_v2","language":{"code":"en_US"},"components":[
             {"type":"header","parameters":[{"type":"image","image":{"id":"1602"}}]},
             {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Ann"},
              {"type":"currency","parameter_name":"total","currency":{"fallback_value":"$9.99","code":"USD","amount_1000":9990}},
              {"type":"date_time","parameter_name":"day","date_time":{"fallback_value":"May 3"}}]},
             {"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1795000000000}}]},
             {"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"SPRING25"}]},
             {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"n3mt"}]}]}
            """
        let coded = try JSONValue(parsing: Array(JSONEncoder().encode(message)))
        #expect(try coded == JSONValue(parsing: Array(expected.utf8)))
    }

    @Test("tells what must be given and what may be")
    func slots() {
        let slots = Self.promotion.slots
        #expect(
            slots.map(\.path) == [
                "header.image", "body.{{first_name}}", "body.{{total}}", "body.{{day}}",
                "limited_time_offer.expiration", "buttons[0].coupon_code", "buttons[1].url.{{1}}",
            ])
        #expect(slots.allSatisfy { $0.isRequired })
        #expect(slots[0].sample == "4::a" && slots[5].sample == "SAMPLE")
        let others = TemplateDefinition(
            name: "a", language: "en", category: .utility,
            components: [
                .body("Hi"), .limitedTimeOffer("x"),
                .buttons([.quickReply("a"), .phoneNumber("b", "1"), .catalog(), .flow("c", id: "1"), .voiceCall("d")]),
            ], subCategory: .orderStatus)
        #expect(
            others.slots.map { "\($0.path) \($0.isRequired)" } == [
                "limited_time_offer.expiration false", "buttons[0].payload false", "buttons[2].thumbnail false",
                "buttons[3].flow false", "buttons[4].voice_call false", "order_status true",
            ])
    }

    @Test("lists everything that is missing, surplus and of the wrong kind at once")
    func everything() {
        var values = Self.values
        values["first_name"] = nil
        values["nickname"] = "A"
        values["header"] = .video(.id("1"))
        values["day"] = .image(.id("1"))
        values["buttons[0]"] = .button(.url("x"))
        values["buttons[1]"] = nil
        values.cards = [[:]]
        let error = #expect(throws: TemplateFillingError.self) { try Self.promotion.filling(values) }
        #expect(error?.missing == ["body.{{first_name}}", "buttons[1].url.{{1}}"])
        #expect(error?.surplus == ["nickname", "carousel.cards[0]"])
        #expect(error?.illTyped == ["header.image", "body.{{day}}", "buttons[0].coupon_code"])
        #expect(error?.validation.violations == error?.violations && error?.refusal == nil)
        #expect(
            error?.description.hasPrefix("template promo_v2 (en_US): header.image: type: a picture belongs here; ")
                == true)
    }

    @Test("takes numbers for the body first, then for the header, then for the only address")
    func numbers() throws {
        func definition(_ header: String, _ body: String, _ url: String) -> TemplateDefinition {
            TemplateDefinition(
                name: "a", language: "en", category: .utility,
                components: [.header(header), .body(body), .buttons([.url("x", "https://example.com/\(url)")])])
        }
        let both = definition("H {{1}}.", "B {{1}}.", "{{1}}")
        let error = #expect(throws: TemplateFillingError.self) { try both.filling(["1": "x"]) }
        #expect(error?.missing == ["header.{{1}}", "buttons[0].url.{{1}}"])
        _ = try both.filling(["1": "b", "header.1": "h", "buttons[0].url": "u"])
        let preview = both.preview(["1": "b", "header": "h", "buttons[0]": "u"])
        #expect(preview.isValid && preview.header == .text("H h.") && preview.body?.text == "B b.")
        #expect(definition("H {{1}}.", "B", "x").preview(["1": "h"]).header == .text("H h."))
        #expect(definition("H", "B", "{{1}}").preview(["1": "u"]).buttons[0].url == "https://example.com/u")
    }

    @Test("puts numbers into the order of the platform, and a name everywhere it stands")
    func order() throws {
        let numbered = TemplateDefinition(
            name: "a", language: "en", category: .utility, components: [.body("To {{2}} from {{1}}, {{2}}.")])
        let message = try numbered.filling(TemplateValues(body: ["one", "two"]))
        #expect(message.components == [.body([.text("one"), .text("two")])])
        #expect(numbered.preview(of: message).body?.text == "To two from one, two.")
        let named = TemplateDefinition(
            name: "a", language: "en", category: .utility,
            components: [.header("{{x}} here"), .body("Hi {{x}}, {{y}}, {{x}}.")])
        let values = TemplateValues(texts: ["x": "X", "y": "Y"])
        #expect(
            try named.filling(values).components == [
                .header(.text("X", name: "x")), .body([.text("X", name: "x"), .text("Y", name: "y")]),
            ])
        #expect(named.preview(values).body?.text == "Hi X, Y, X.")
    }

    @Test("takes a one-time code once", arguments: ["code", "1", "body.{{1}}", "buttons[0]", "buttons[0].url"])
    func code(_ key: String) throws {
        let created = TemplateDefinition(
            name: "otp", language: "en_US", category: .authentication,
            components: [
                .authenticationBody(addsSecurityRecommendation: true), .footer(codeExpirationMinutes: 5),
                .buttons([.copyOneTimeCode()]),
            ])
        let shown = TemplateDefinition(
            name: "otp", language: "en_US", category: .authentication,
            components: [
                .body("*{{1}}* is your verification code."),
                .buttons([.url("Copy code", "https://www.whatsapp.com/otp/code/?code=otp{{1}}")]),
            ])
        for definition in [created, shown] {
            #expect(try definition.filling([key: "482913"]).components == TemplateComponent.oneTimeCode("482913"))
            #expect(throws: Never.self) { try definition.filling([key: .text(String(repeating: "1", count: 15))]) }
            let error = #expect(throws: TemplateFillingError.self) {
                try definition.filling([key: .text(String(repeating: "1", count: 16))])
            }
            #expect(error?.violations.first?.rule == .maxLength && error?.violations.first?.limit == 15)
        }
        let error = #expect(throws: TemplateFillingError.self) {
            try created.filling(["body.1": "1", "code": "2"])
        }
        #expect(error?.violations.map(\.rule).contains(.unique) == true)
    }

    @Test("fills cards by their own values or by paths")
    func cards() throws {
        let card = TemplateDefinition.Card(components: [
            .imageHeader(sample: "4::a"), .body("Now {{1}}."),
            .buttons([.quickReply("Like"), .url("Open", "https://example.com/{{1}}")]),
        ])
        let definition = TemplateDefinition(
            name: "a", language: "en", category: .marketing, components: [.body("Hi {{1}}!"), .carousel([card, card])])
        var values: TemplateValues = ["1": "Ana"]
        values.cards = [
            ["header": .image(.id("1")), "1": "one", "buttons[0]": "like-0", "buttons[1]": "a"],
            ["header": .image(.id("2")), "1": "two", "buttons[1].url": "b"],
        ]
        let message = try definition.filling(values)
        #expect(
            message.components == [
                .body([.text("Ana")]),
                .carousel([
                    TemplateCard(
                        index: 0,
                        components: [
                            .header(.image(.id("1"))), .body([.text("one")]), .button(.quickReply("like-0"), at: 0),
                            .button(.url("a"), at: 1),
                        ]),
                    TemplateCard(
                        index: 1,
                        components: [
                            .header(.image(.id("2"))), .body([.text("two")]), .button(.url("b"), at: 1),
                        ]),
                ]),
            ])
        let flat: TemplateValues = [
            "1": "Ana", "cards[0].header": .image(.id("1")), "carousel.cards[0].body.{{1}}": "one",
            "cards[0].buttons[0]": "like-0", "cards[0].buttons[1]": "a", "cards[1].header.image": .image(.id("2")),
            "cards[1].body.1": "two", "cards[1].buttons[1]": "b",
        ]
        #expect(try definition.filling(flat) == message)
        values.cards[1]["header"] = nil
        values.cards[0]["2"] = "x"
        let error = #expect(throws: TemplateFillingError.self) { try definition.filling(values) }
        #expect(error?.missing == ["carousel.cards[1].header.image"])
        #expect(error?.surplus == ["carousel.cards[0].2"])
    }

    @Test(
        "checks lengths after the values are in",
        arguments: [
            ("header.1", "header", 60, 60 - 6), ("buttons[0]", "buttons[0].url", 2000, 2000 - 20),
            ("1", "body", 1024, 1024 - 4),
        ])
    func lengths(_ key: String, _ path: String, _ limit: Int, _ room: Int) throws {
        let definition = TemplateDefinition(
            name: "a", language: "en", category: .utility,
            components: [
                .header("Order {{1}}"), .body("Hi {{1}}."), .buttons([.url("x", "https://example.com/{{1}}")]),
            ])
        var values: TemplateValues = ["1": "b", "header.1": "h", "buttons[0]": "u"]
        values[key] = .text(String(repeating: "x", count: room))
        _ = try definition.filling(values)
        values[key] = .text(String(repeating: "x", count: room + 1))
        let error = #expect(throws: TemplateFillingError.self) { try definition.filling(values) }
        #expect(
            error?.violations.map { "\($0.path) \($0.rule.rawValue) \($0.limit ?? 0) \($0.actual ?? 0)" }
                == ["\(path) maxLength \(limit) \(limit + 1)"])
    }

    @Test("allows a long body where nothing else is filled")
    func longBody() throws {
        let definition = TemplateDefinition(
            name: "a", language: "en", category: .utility, components: [.body("Hi {{1}}.")])
        _ = try definition.filling(["1": .text(String(repeating: "x", count: 32_768 - 4))])
        let error = #expect(throws: TemplateFillingError.self) {
            try definition.filling(["1": .text(String(repeating: "x", count: 32_768 - 3))])
        }
        #expect(error?.violations.first?.limit == 32_768)
    }

    @Test("checks each value as the message would")
    func values() {
        var values = Self.values
        values["first_name"] = " "
        values["total"] = .currency("$1", code: "usd", thousandths: 1)
        values["header"] = .image(.link("ftp://example.com"))
        values["limited_time_offer"] = .offerEnd(milliseconds: 1_795_000_000)
        values["buttons[0]"] = "NOT A CODE"
        let error = #expect(throws: TemplateFillingError.self) { try Self.promotion.filling(values) }
        #expect(
            error?.violations.map { "\($0.path) \($0.rule.rawValue)" } == [
                "header.image.link pattern", "body.{{first_name}} required", "body.{{total}}.code pattern",
                "limited_time_offer.expiration minimum", "buttons[0].coupon_code characters",
            ])
    }

    @Test("warns of what the platform may refuse, and accepts it")
    func warnings() throws {
        for text in ["a\nb", "a\tb", "a     b"] {
            var values = Self.values
            values["first_name"] = .text(text)
            #expect(Self.promotion.warnings(about: values).map(\.path) == ["body.{{first_name}}"])
            _ = try Self.promotion.filling(values)
        }
        #expect(Self.promotion.warnings(about: Self.values).isEmpty)
        var values = Self.values
        values["first_name"] = "a    b"
        values["buttons[1]"] = "a b"
        #expect(Self.promotion.warnings(about: values).map(\.path) == ["buttons[1].url.{{1}}"])
    }

    @Test("knows names without being told")
    func unsaidFormat() throws {
        var definition = Self.promotion
        definition.parameterFormat = nil
        #expect(try definition.filling(Self.values) == Self.promotion.filling(Self.values))
        definition.parameterFormat = .init(rawValue: "named")
        #expect(try definition.filling(Self.values) == Self.promotion.filling(Self.values))
    }

    @Test("shows no values")
    func descriptions() {
        let error = TemplateFillingError(name: "a", language: "en")
        #expect(!"\(Self.values) \(Self.values.entries)".contains("Ann") && "\(error)" == "template a (en): ")
    }
}

@Suite("Filling a template of an account")
struct TemplateStatusTests {
    static let definition = TemplateDefinition(
        name: "hello", language: "en", category: .utility, components: [.body("Hi {{1}}.")])
    static let now = Date(timeIntervalSince1970: 1_795_000_000)

    @Test(
        "is refused with the status where it is not approved, unless the caller knows better",
        arguments: [
            ("PENDING", "the template is still in review"), ("IN_APPEAL", "the template is still in review"),
            ("REJECTED", "the template was rejected (SCAM)"), ("PAUSED", "the template cannot be sent now (PAUSED)"),
            ("disabled", "the template cannot be sent now (DISABLED)"),
            ("ARCHIVED", "the template cannot be sent now (ARCHIVED)"),
            ("SHINING", "the template's status is not known (SHINING)"), ("", "the template's status is not known"),
        ])
    func refused(_ status: String, _ text: String) throws {
        let template = Template(
            id: "1", definition: Self.definition, status: .init(rawValue: status),
            rejectionReason: status == "REJECTED" ? .scam : nil)
        let error = #expect(throws: TemplateFillingError.self) {
            try template.filling(["1": "Ana"], synchronized: Self.now.addingTimeInterval(-7200), at: Self.now)
        }
        #expect(error?.refusal?.state == template.reviewState && error?.refusal?.ageOfCopy == 7200)
        #expect(error?.refusal?.description == text + ", as of 2 hours ago")
        #expect(error?.violations == [] && error?.validation.violations.map(\.path) == ["status"])
        #expect(try template.filling(["1": "Ana"], ignoringStatus: true).components == [.body([.text("Ana")])])
    }

    @Test("lists what is wrong with the values beside the status")
    func both() {
        let template = Template(id: "1", definition: Self.definition, status: .paused)
        let error = #expect(throws: TemplateFillingError.self) { try template.filling() }
        #expect(error?.refusal?.ageOfCopy == nil && error?.missing == ["body.{{1}}"])
        #expect(error?.validation.violations.map(\.path) == ["status", "body.{{1}}"])
        #expect(TemplateFillingError.Refusal(state: nil).description == "the catalogue has no such template")
    }

    @Test("fills one that is approved", arguments: ["APPROVED", "approved", "FLAGGED"])
    func approved(_ status: String) throws {
        let template = Template(id: "1", definition: Self.definition, status: .init(rawValue: status))
        _ = try template.filling(["1": "Ana"])
    }

    @Test(
        "tells the age of the copy",
        arguments: [
            (0.0, "0 seconds"), (119, "119 seconds"), (120, "2 minutes"), (7199, "119 minutes"), (7200, "2 hours"),
            (172_799, "47 hours"), (172_800, "2 days"), (-5, "0 seconds"), (.infinity, "an unknown time"),
        ])
    func age(_ seconds: Double, _ text: String) {
        let refusal = TemplateFillingError.Refusal(state: .submitted, ageOfCopy: seconds)
        #expect(refusal.description == "the template is still in review, as of \(text) ago")
    }
}
