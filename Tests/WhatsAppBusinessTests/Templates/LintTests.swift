import Testing
import WhatsAppBusiness

@Suite("A template is checked")
struct LintTests {
    @Test("and nothing is found that the platform takes", arguments: TemplateFixture.all("accepted"))
    func accepted(_ fixture: TemplateFixture) throws {
        let report = fixture.definition.lint()
        #expect(report.violations.lines == [])
        #expect(throws: Never.self) { try fixture.definition.validate() }
        #expect(fixture.definition.json == fixture.json)
    }

    @Test("and everything is found that the platform refuses", arguments: TemplateFixture.all("refused"))
    func refused(_ fixture: TemplateFixture) throws {
        let report = fixture.definition.lint()
        #expect(report.violations.lines == fixture.expected("violations"))
        #expect(fixture.definition.json == fixture.json["template"])
        let error = #expect(throws: ValidationError.self) { try fixture.definition.validate() }
        #expect(error?.violations.count == report.violations.count)
        #expect(report.violations.allSatisfy { !$0.source.page.isEmpty && !$0.explanation.isEmpty })
    }

    @Test("and what is unconfirmed gives a warning only", arguments: TemplateFixture.all("warned"))
    func warned(_ fixture: TemplateFixture) {
        let report = fixture.definition.lint()
        #expect(report.violations.lines == [])
        #expect(report.warnings.lines == fixture.expected("warnings"))
        #expect(fixture.definition.json == fixture.json["template"])
    }

    @Test("with fixtures for each")
    func fixtures() {
        #expect(TemplateFixture.all("accepted").count >= 30)
        #expect(TemplateFixture.all("refused").count >= 90)
        #expect(TemplateFixture.all("warned").count >= 19)
    }

    // MARK: Limits

    /// A template with a text of a length in one place.
    struct Place: Sendable, CustomStringConvertible {
        var description: String
        var limit: Int
        var make: @Sendable (String) -> TemplateDefinition

        init(_ path: String, _ limit: Int, _ make: @escaping @Sendable (String) -> TemplateDefinition) {
            self.description = path
            self.limit = limit
            self.make = make
        }
    }

    static func definition(
        _ components: [TemplateDefinition.Component], _ category: TemplateCategory = .marketing
    ) -> TemplateDefinition {
        TemplateDefinition(name: "a", language: "en", category: category, components: components)
    }

    static func buttons(_ buttons: TemplateDefinition.Button...) -> TemplateDefinition {
        definition([.body("Hello"), .buttons(buttons)])
    }

    static let places = [
        Place("name", 512) {
            TemplateDefinition(name: $0, language: "en", category: .utility, components: [.body("Hi")])
        },
        Place("components[0].text", 60) { definition([.header($0), .body("Hello")]) },
        Place("components[0].text", 1024) { definition([.body($0)]) },
        Place("components[1].text", 60) { definition([.body("Hello"), .footer($0)]) },
        Place("components[1].text", 160) {
            definition([.productHeader, .body($0), .buttons([.singleProduct()])])
        },
        Place("components[1].text", 600) {
            definition([
                .imageHeader(sample: "4::a"), .body($0), .limitedTimeOffer("Soon"),
                .buttons([.copyCode(sample: "A"), .url("Go", "https://example.com")]),
            ])
        },
        Place("components[1].limited_time_offer.text", 16) {
            definition([.body("Hello"), .limitedTimeOffer($0)])
        },
        Place("components[1].cards[1].components[1].text", 160) { text in
            definition([
                .body("Hello"),
                .carousel(
                    ["Hi", text].map {
                        .init(components: [.imageHeader(sample: "4::a"), .body($0), .buttons([.quickReply("Go")])])
                    }),
            ])
        },
        Place("components[1].buttons[0].text", 25) { buttons(.quickReply($0)) },
        Place("components[1].buttons[0].text", 25) { buttons(.url($0, "https://example.com")) },
        Place("components[1].buttons[0].url", 2000) { buttons(.url("Go", $0)) },
        Place("components[1].buttons[0].text", 25) { buttons(.phoneNumber($0, "+15550001111")) },
        Place("components[1].buttons[0].phone_number", 20) { buttons(.phoneNumber("Call", $0)) },
        Place("components[1].buttons[0].example", 20) { buttons(.copyCode(sample: $0)) },
        Place("components[1].buttons[0].text", 25) { buttons(.flow($0, id: "1")) },
        Place("components[1].buttons[0].text", 25) {
            definition([.authenticationBody(), .buttons([.copyOneTimeCode($0)])], .authentication)
        },
        Place("components[1].buttons[0].autofill_text", 25) {
            definition(
                [
                    .authenticationBody(),
                    .buttons([
                        .oneTap(
                            autofillText: $0, apps: [.init(packageName: "a.b", signatureHash: "K8a/AINcGX7")])
                    ]),
                ], .authentication)
        },
    ]

    @Test("at the limits of texts", arguments: places, ["x", "é"])
    func lengths(_ place: Place, _ character: String) throws {
        // A name has no accents.
        let character = place.description == "name" ? "x" : character
        for length in [place.limit - 1, place.limit] {
            let report = place.make(String(repeating: character, count: length)).lint()
            #expect(report.violations.lines == [])
        }
        let violations = place.make(String(repeating: character, count: place.limit + 1)).lint().violations
        let violation = try #require(violations.first)
        #expect(violations.lines == ["\(place) maxLength"])
        #expect(violation.limit == place.limit && violation.actual == place.limit + 1)
    }

    @Test(
        "at the limits of times",
        arguments: [
            (.authentication, 30, 900), (.utility, 30, 43_200), (.marketing, 43_200, 2_592_000),
        ] as [(TemplateCategory, Int, Int)])
    func times(_ category: TemplateCategory, _ minimum: Int, _ maximum: Int) {
        func rules(_ seconds: Int) -> [String] {
            var definition = Self.definition(
                category == .authentication
                    ? [.authenticationBody(), .buttons([.copyOneTimeCode()])] : [.body("Hello")], category)
            definition.timeToLive = .seconds(seconds)
            return definition.lint().violations.lines
        }
        #expect(rules(minimum) == [] && rules(maximum) == [] && rules(-1) == [])
        #expect(rules(minimum - 1) == ["message_send_ttl_seconds minimum"])
        #expect(rules(maximum + 1) == ["message_send_ttl_seconds maximum"])
    }

    @Test("at the limits of a code's minutes", arguments: [(0, "minimum"), (1, nil), (90, nil), (91, "maximum")])
    func minutes(_ minutes: Int, _ rule: String?) {
        let report = Self.definition(
            [
                .authenticationBody(), .footer(codeExpirationMinutes: minutes), .buttons([.copyOneTimeCode()]),
            ], .authentication
        ).lint()
        #expect(report.violations.lines == (rule.map { ["components[1].code_expiration_minutes \($0)"] } ?? []))
    }

    // MARK: Sets of rules

    @Test("by the rules of older clients, of which today's warn")
    func classic() {
        let texts = ["a", "b", "c", "d"].map { TemplateDefinition.Button.quickReply($0) }
        let cases: [([TemplateDefinition.Button], String)] = [
            (texts, "components[1].buttons maxCount"),
            ([.quickReply(String(repeating: "x", count: 21))], "components[1].buttons[0].text maxLength"),
            (
                [.url("A", "https://example.com"), .url("B", "https://example.com")],
                "components[1].buttons maxCount"
            ),
        ]
        for (buttons, finding) in cases {
            let definition = Self.definition([.body("Hello"), .buttons(buttons)])
            #expect(definition.lint().isValid)
            #expect(definition.lint().warnings.contains { "\($0.path) \($0.rule.rawValue)" == finding })
            #expect(definition.lint(.classic).violations.lines == [finding])
            #expect(throws: ValidationError.self) { try definition.validate(.classic) }
        }
        let fits = Self.definition([
            .body("Hello"),
            .buttons(Array(texts.prefix(3)) + [.url("A", "https://example.com"), .phoneNumber("B", "+15550001111")]),
        ])
        #expect(fits.lint(.classic).isValid)
        #expect(!fits.lint().warnings.contains { $0.source == .classicButtons })
    }

    @Test("and a finding is forgotten with what it was about")
    func mending() throws {
        var definition = try TemplateDefinition(
            parsing: Array(
                #"{"name":5,"language":"en","category":"UTILITY","components":[{"type":"BODY","text":7}]}"#.utf8))
        #expect(definition.lint().violations.lines == ["components[0].text type", "name type"])
        definition.name = "a"
        definition.components = [.body("Hello")]
        #expect(definition.lint() == TemplateLintReport())
    }

    @Test("and tells the source of each rule, and no content")
    func description() throws {
        let definition = Self.definition([.header("*Secret*"), .body("Hello")])
        let finding = try #require(definition.lint().violations.first)
        #expect(
            finding.description == "components[0].text: characters: a header has no formatting "
                + "[Cloud API reference §4.3 (Template components), November 2025]")
    }

    @Test(
        "for formatting, but not for marks inside of words",
        arguments: [
            ("*bold*", true), ("a _b c_ d", true), ("~x~!", true), ("```x```", true), ("2 * 3 * 4", false),
            ("snake_case_name", false), ("a_b", false), ("**", false), ("Order {{1}}", false), ("5 ~ 6", false),
        ])
    func formatting(_ text: String, _ isFormatted: Bool) {
        let report = Self.definition([.header(text, samples: .positional(["A"])), .body("Hello")]).lint()
        #expect(report.violations.lines == (isFormatted ? ["components[0].text characters"] : []))
    }
}
