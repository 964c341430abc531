import Foundation
import Testing
import WhatsAppBusiness

/// The parameter errors of the platform (132000: number, 132012: kind and name), found before a send.
@Suite("A send against its template")
struct SentTemplateTests {
    static let named = FillingTests.promotion

    static let numbered = TemplateDefinition(
        name: "a", language: "en", category: .utility,
        components: [
            .header("Order {{1}}"), .body("Hi {{1}}, {{2}}."),
            .buttons([
                .url("Track", "https://example.com/{{1}}"), .url("Shop", "https://example.com"), .quickReply("Stop"),
                .phoneNumber("Call", "15550001234"),
            ]),
        ])

    static let carousel = TemplateDefinition(
        name: "a", language: "en", category: .marketing,
        components: [
            .body("Hi."),
            .carousel(
                Array(
                    repeating: .init(components: [
                        .imageHeader(sample: "4::a"), .body("Now {{1}}."), .buttons([.quickReply("Like")]),
                    ]), count: 2)),
        ])

    private static func violations(_ definition: TemplateDefinition, _ components: String) throws -> [String] {
        let json = try JSONValue(parsing: Array(components.utf8))
        return definition.preview(components: json).violations.map { violation in
            var text = "\(violation.path) \(violation.rule.rawValue)"
            if let limit = violation.limit { text += " \(limit)" }
            if let actual = violation.actual { text += " \(actual)" }
            return text
        }
    }

    private static let header = #"{"type":"header","parameters":[{"type":"text","text":"A1"}]}"#
    private static let body =
        #"{"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"x"}]}"#
    private static let url =
        #"{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"t"}]}"#

    @Test(
        "with numbers is told what does not match",
        arguments: [
            ("\(Self.header),\(Self.body),\(Self.url)", []),
            // What the platform takes in other spellings.
            (
                #"{"type":"HEADER","parameters":[{"type":"TEXT","text":"A1"}]},\#(Self.body),{"type":"BUTTON","sub_type":"URL","index":0,"parameters":[{"type":"text","text":"t"}]}"#,
                []
            ),
            (
                #"\#(Self.header),\#(Self.body),\#(Self.url),{"type":"button","sub_type":"quick_reply","index":2,"parameters":[]},{"type":"button","sub_type":"url","index":1},{"type":"button","sub_type":"quick_reply","index":2,"parameters":[{"type":"payload","payload":"p"}]},{"type":"footer"}"#,
                []
            ),
            (
                #"\#(Self.header),\#(Self.url),{"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"date_time","date_time":{"fallback_value":"May 3"}}]}"#,
                []
            ),
            // Number.
            (
                "",
                [
                    "header.{{1}} required", "body.{{1}} required", "body.{{2}} required",
                    "buttons[0].url.{{1}} required",
                ]
            ),
            (
                #"\#(Self.header),\#(Self.url),{"type":"body","parameters":[{"type":"text","text":"Ana"}]}"#,
                ["body.{{2}} required 2 1"]
            ),
            (
                #"\#(Self.header),\#(Self.url),{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"},{"type":"text","text":"c"}]}"#,
                ["body.{{3}} notAllowed 2 3"]
            ),
            (
                #"\#(Self.header),\#(Self.body),\#(Self.url),{"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"t"}]}"#,
                ["buttons[1] notAllowed 0"]
            ),
            (
                #"\#(Self.header),\#(Self.body),\#(Self.url),{"type":"button","sub_type":"url","index":"7","parameters":[{"type":"text","text":"t"}]}"#,
                ["buttons[7] notAllowed 4"]
            ),
            (
                "\(Self.header),\(Self.body),\(Self.url),\(Self.url),\(Self.body)",
                ["buttons[0] unique", "components[4] unique"]
            ),
            ("\(Self.body),\(Self.url)", ["header.{{1}} required"]),
            // Kind.
            (
                #"{"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]},\#(Self.body),\#(Self.url)"#,
                ["header.{{1}} type"]
            ),
            (
                #"\#(Self.header),\#(Self.body),{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"t"}]}"#,
                ["buttons[0].sub_type type"]
            ),
            (
                #"\#(Self.header),\#(Self.url),{"type":"body","parameters":[{"type":"text","text":5},{"type":"image","image":{"id":"1"}}]}"#,
                ["body.{{1}}.text type", "body.{{2}}.type notAllowed"]
            ),
            (
                #"\#(Self.header),\#(Self.url),{"type":"body","parameters":[{"type":"text","text":""},"x"]}"#,
                ["body.{{2}} type", "body.{{1}} required 0"]
            ),
            // Name.
            (
                #"\#(Self.header),\#(Self.url),{"type":"body","parameters":[{"type":"text","text":"a","parameter_name":"x"},{"type":"text","text":"b"}]}"#,
                ["body.{{1}}.parameter_name notAllowed"]
            ),
            // What is no component.
            (
                #"\#(Self.header),\#(Self.body),\#(Self.url),5,{"parameters":[]},{"type":"poll","parameters":[]},{"type":"carousel","cards":[{}]},{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1795000000000}}]}"#,
                [
                    "components[3] type", "components[4].type required", "components[5].type notAllowed",
                    "carousel notAllowed 0 1", "limited_time_offer notAllowed 0",
                ]
            ),
            (
                #"\#(Self.header),\#(Self.body),{"type":"button","sub_type":"url","parameters":[{"type":"text","text":"t"}]}"#,
                ["components[2].index required", "buttons[0].url.{{1}} required"]
            ),
        ] as [(String, [String])])
    func numbers(_ components: String, _ expected: [String]) throws {
        #expect(try Self.violations(Self.numbered, "[\(components)]") == expected)
    }

    @Test(
        "with names is told what does not match",
        arguments: [
            (
                #"{"type":"text","text":"$1","parameter_name":"total"},{"type":"text","text":"May","parameter_name":"day"},{"type":"text","text":"Ann","parameter_name":"first_name"}"#,
                []
            ),
            (
                #"{"type":"text","text":"$1","parameter_name":"total"},{"type":"text","text":"Ann","parameter_name":"first_name"}"#,
                ["body.{{day}} required"]
            ),
            (
                #"{"type":"text","text":"$1","parameter_name":"total"},{"type":"text","text":"May"},{"type":"text","text":"Ann","parameter_name":"name"},{"type":"text","text":"Ann","parameter_name":"total"}"#,
                [
                    "body.parameters[1].parameter_name required", "body.{{name}} notAllowed", "body.{{total}} unique",
                    "body.{{first_name}} required", "body.{{day}} required",
                ]
            ),
        ] as [(String, [String])])
    func names(_ parameters: String, _ expected: [String]) throws {
        let components = """
            [{"type":"header","parameters":[{"type":"image","image":{"link":"https://example.com/a.jpg"}}]},
             {"type":"body","parameters":[\(parameters)]},
             {"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1795000000000}}]},
             {"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"A1"}]},
             {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"n"}]}]
            """
        #expect(try Self.violations(Self.named, components) == expected)
    }

    @Test(
        "with cards is told what does not match",
        arguments: [
            (["0", #""1""#], []), (["0"], ["carousel.cards[1] required 2 1"]),
            (["0", "1", "2"], ["carousel.cards[2] notAllowed 2 3"]),
            (["0", "0"], ["carousel.cards[0] unique", "carousel.cards[1] required 2 1"]),
        ] as [([String], [String])])
    func cards(_ indices: [String], _ expected: [String]) throws {
        let cards = indices.map { index in
            #"{"card_index":\#(index),"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]},{"type":"body","parameters":[{"type":"text","text":"x"}]}]}"#
        }
        let components = #"[{"type":"carousel","cards":[\#(cards.joined(separator: ","))]}]"#
        #expect(try Self.violations(Self.carousel, components) == expected)
    }

    @Test("with cards is told which card lacks what")
    func cardParts() throws {
        let components =
            #"[{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"header","parameters":[{"type":"video","video":{"id":"1"}}]},{"type":"body","parameters":[{"type":"text","text":"x"}]}]},{"card_index":1,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]},{"type":"limited_time_offer","parameters":[{}]}]}]}]"#
        #expect(
            try Self.violations(Self.carousel, components) == [
                "carousel.cards[0].header.image type", "carousel.cards[1].components[1].type notAllowed",
                "carousel.cards[1].body.{{1}} required",
            ])
        #expect(
            try Self.violations(Self.carousel, "[]") == [
                "carousel.cards[0] required 2 0", "carousel.cards[1] required 2 0",
            ])
    }

    @Test(
        "is refused as a whole where it is no list",
        arguments: [("5", ["components type"]), (#"{"type":"body"}"#, ["components type"]), ("null", [])])
    func noList(_ components: String, _ expected: [String]) throws {
        let definition = TemplateDefinition(name: "a", language: "en", category: .utility, components: [.body("Hi.")])
        #expect(try Self.violations(definition, components) == expected)
    }

    @Test("of a kind that nobody knows yet is left to the platform")
    func unknown() throws {
        let text = """
            {"name":"a","language":"en","category":"UTILITY","components":[{"type":"HEADER","format":"HOLOGRAM"},
             {"type":"BODY","text":"Hi."},{"type":"BUTTONS","buttons":[{"type":"TELEPORT","text":"Go"}]}]}
            """
        let definition = try TemplateDefinition(parsing: Array(text.utf8))
        #expect(
            try Self.violations(
                definition,
                #"[{"type":"button","sub_type":"flow","index":0,"parameters":[{"type":"action","action":{}}]}]"#)
                == [])
        #expect(definition.preview().header == .unrecognized("HOLOGRAM"))
        #expect(definition.preview().buttons.map(\.text) == ["Go"])
        // Nothing is known of a template of the library.
        let library = try TemplateDefinition(
            parsing: Array(#"{"name":"a","language":"en","category":"UTILITY","library_template_name":"b"}"#.utf8))
        #expect(try Self.violations(library, "[\(Self.header),\(Self.body),\(Self.url)]") == [])
    }

    @Test("is checked by a call, with its name and language")
    func validate() throws {
        let message = try Self.named.filling(FillingTests.values)
        try Self.named.validate(message)
        let other = TemplateMessage(name: "promo", language: "en", components: message.components.dropLast())
        let error = #expect(throws: ValidationError.self) { try Self.named.validate(other) }
        #expect(error?.violations.map(\.path) == ["name", "language", "buttons[1].url.{{1}}"])
    }

    @Test("may give the two places of a one-time code apart")
    func codes() throws {
        let definition = TemplateDefinition(
            name: "otp", language: "en_US", category: .authentication,
            components: [.authenticationBody(), .buttons([.copyOneTimeCode()])])
        let body = #"{"type":"body","parameters":[{"type":"text","text":"1"}]}"#
        #expect(try Self.violations(definition, "[\(body),\(Self.url)]") == [])
        #expect(try Self.violations(definition, "[\(body)]") == ["buttons[0].url.{{1}} required"])
        #expect(try Self.violations(definition, "[\(Self.url)]") == ["body.{{1}} required"])
    }
}
