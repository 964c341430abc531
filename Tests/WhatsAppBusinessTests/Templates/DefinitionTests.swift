import Foundation
import Testing
import WhatsAppBusiness

@Suite("A template's definition")
struct DefinitionTests {
    static let order = TemplateDefinition(
        name: "order_update", language: "en_US", category: .utility, parameterFormat: .named,
        components: [
            .header("Order {{order_no}}", samples: .named(["order_no": "A1"])),
            .body("Hi {{first_name}}, it ships today.", samples: .named(["first_name": "Ann"])),
            .footer("Thanks"),
            .buttons([.url("Track", "https://example.com/t/{{1}}", sample: "A1"), .quickReply("Stop")]),
        ], timeToLive: 3600)

    // Cloud API reference §4.2.
    static let orderJSON = """
        {"name":"order_update","language":"en_US","category":"UTILITY","parameter_format":"NAMED",
         "message_send_ttl_seconds":3600,
         "components":[
          {"type":"HEADER","format":"TEXT","text":"Order {{order_no}}","example":{"header_text_named_params":[{"param_name":"order_no","example":"A1"}]}},
          {"type":"BODY","text":"Hi {{first_name}}, it ships today.","example":{"body_text_named_params":[{"param_name":"first_name","example":"Ann"}]}},
          {"type":"FOOTER","text":"Thanks"},
          {"type":"BUTTONS","buttons":[{"type":"URL","text":"Track","url":"https://example.com/t/{{1}}","example":["A1"]},{"type":"QUICK_REPLY","text":"Stop"}]}]}
        """

    @Test("has the platform's JSON, both ways")
    func order() throws {
        let json = try JSONValue(parsing: Array(Self.orderJSON.utf8))
        #expect(Self.order.json == json)
        #expect(TemplateDefinition(json: json) == Self.order)
        let coded = try JSONEncoder().encode(Self.order)
        #expect(try JSONDecoder().decode(TemplateDefinition.self, from: coded) == Self.order)
        #expect(Self.order.buttons.map(\.text) == ["Track", "Stop"] && Self.order.usesNamedParameters)
    }

    @Test(
        "goes out again as it came",
        arguments: [
            #"{"name":"a","language":"en","category":"utility","parameter_format":"named","components":[{"type":"body","text":"Hi"}]}"#,
            #"{"name":"a","language":"en","category":"MARKETING","new":{"x":1},"components":[{"type":"BODY","text":"Hi","colour":"red"},{"type":"POLL","options":["a"]}]}"#,
            #"{"name":5,"language":null,"components":[7,{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::a","4::b"]}}]}"#,
            #"{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":"5"},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"one_tap","supported_apps":[{"package_name":"com.example.app","signature_hash":"K8a/AINcGX7","extra":1}]}]}]}"#,
            #"{"name":"a","language":"en","category":"MARKETING","components":"[{\"type\":\"BODY\",\"text\":\"Hi\"}]","degrees_of_freedom_spec":[{"key":"IMAGE_TOUCHUPS","value":{"enroll_status":"OPT_IN"}}]}"#,
            #"{"name":"a","language":"en","category":"MARKETING","components":[{"type":"CAROUSEL","cards":[3,{"components":[{"type":"BUTTONS","buttons":["x",{"type":"COPY_CODE","example":["A"]},{"type":"FLOW","text":"Go","flow_id":123}]}]}]}]}"#,
            #"{"name":"a","language":"en","category":"UTILITY","library_template_name":"x","library_template_button_inputs":"[{\"type\":\"URL\",\"url\":{\"base_url\":\"https://example.com/{{1}}\"}}]","library_template_body_inputs":{"add_contact_number":true,"odd":[]}}"#,
        ])
    func spelling(_ text: String) throws {
        let json = try JSONValue(parsing: Array(text.utf8))
        #expect(TemplateDefinition(json: json).json == json)
    }

    @Test("keeps what it does not know beside what was changed")
    func changes() throws {
        let text =
            #"{"name":"a","language":"en","category":"utility","new":1,"components":[{"type":"body","text":"Hi","colour":"red"}]}"#
        var definition = try TemplateDefinition(parsing: Array(text.utf8))
        definition.name = "b"
        definition.components[0] = try {
            guard case .body(var body) = definition.components[0] else { throw JSONError.notABody }
            body.text = "Ho"
            return .body(body)
        }()
        let expected =
            #"{"name":"b","language":"en","category":"utility","new":1,"components":[{"type":"body","text":"Ho","colour":"red"}]}"#
        #expect(try definition.json == JSONValue(parsing: Array(expected.utf8)))
    }

    private enum JSONError: Error { case notABody }

    @Test(
        "finds placeholders",
        arguments: [
            ("", []), ("{{1}}", ["1"]), ("Hi {{1}}, {{ name }} and {{1}}", ["1", "name", "1"]),
            ("{{}} {{ }} {1} {{1}", []),
            ("{{{1}}}", ["1"]), ("{{a {{b}} c}}", ["b"]), ("}}{{1}}{{", ["1"]), ("{{01}}", ["1"]), ("👍🏽{{é}}👍🏽", ["é"]),
        ] as [(String, [String])])
    func placeholders(_ text: String, _ names: [String]) {
        #expect(TemplatePlaceholder.all(in: text).map(\.name) == names)
        let joined = TemplatePlaceholder.pieces(of: text).map { piece in
            switch piece {
            case .text(let text): String(text)
            case .placeholder(let placeholder): String(text[placeholder.range])
            }
        }.joined()
        #expect(joined == text)
        #expect(TemplatePlaceholder.replacing(in: "a {{1}}", with: { _ in "{{1}}" }) == "a {{1}}")
    }
}

@Suite("A template of an account")
struct TemplateTests {
    @Test(
        "stands somewhere in the review, whatever the provider's word",
        arguments: [
            ("APPROVED", nil, .approved), ("approved", "NONE", .approved), ("submitted", nil, .submitted),
            ("PENDING", nil, .submitted), ("IN_APPEAL", nil, .submitted), ("REJECTED", "SCAM", .rejected(.scam)),
            ("rejected", "NONE", .rejected(nil)), ("PAUSED", nil, .unusable(.paused)),
            ("disabled", nil, .unusable(.disabled)), ("ARCHIVED", nil, .unusable(.archived)),
            ("SHINING", nil, .unknown(.init(rawValue: "SHINING"))),
        ] as [(String, String?, TemplateReviewState)])
    func review(_ status: String, _ reason: String?, _ state: TemplateReviewState) {
        #expect(TemplateReviewState(.init(rawValue: status), reason: reason.map { .init(rawValue: $0) }) == state)
    }

    @Test("is read as each provider spells it, and written again")
    func reading() throws {
        // 360dialog reference §2.4.2.
        let text = """
            {"id":"x9WT","external_id":"594","waba_account_id":"aWA","name":"welcome","language":"de",
             "category":"MARKETING","status":"approved","rejected_reason":"NONE",
             "quality_score":{"score":"UNKNOWN","reasons":null},
             "components":[{"type":"BODY","text":"Hi {{1}}, hello","example":{"body_text":[["Ada"]]}}],
             "created_at":"2024-10-07T08:50:05Z","modified_at":"2024-10-07T08:50:31Z"}
            """
        let json = try JSONValue(parsing: Array(text.utf8))
        let template = Template(json: json)
        #expect(template.json == json)
        #expect(template.id == "x9WT" && template.platformID == "594" && template.quality == .unknown)
        #expect(template.reviewState == .approved && template.name == "welcome" && template.category == .marketing)
        #expect(template.created == Date(timeIntervalSince1970: 1_728_291_005))
        #expect(template.definition.unknownMembers.count == 0 && template.unknownMembers["waba_account_id"] == "aWA")
        let coded = try JSONEncoder().encode(template)
        #expect(try JSONDecoder().decode(Template.self, from: coded).json == json)
    }

    @Test("is found by a query")
    func query() {
        let template = Template(id: "1", definition: DefinitionTests.order, status: .init(rawValue: "approved"))
        #expect(TemplateQuery.all.matches(template))
        #expect(TemplateQuery(status: [.approved], category: [.utility], language: ["en_US"]).matches(template))
        #expect(TemplateQuery(name: "UPDATE", content: "ships", nameOrContent: "track").matches(template))
        #expect(!TemplateQuery(status: [.rejected]).matches(template))
        #expect(!TemplateQuery(content: "order_update").matches(template))
        #expect(!TemplateQuery(language: ["en"]).matches(template))
    }

    @Test("can be edited where its status and the edits before allow it")
    func edits() {
        let now = Date(timeIntervalSince1970: 1_764_000_000)
        let edit = TemplateEdit(components: [.body("Hello")])
        var template = Template(id: "1", definition: DefinitionTests.order, status: .approved)
        func obstacles(_ edit: TemplateEdit, _ ages: [Double]) -> [String] {
            edit.obstacles(for: template, earlierEdits: ages.map { now.addingTimeInterval(-$0) }, at: now)
                .map { "\($0.path) \($0.rule.rawValue)" }
        }
        #expect(obstacles(edit, []) == [])
        #expect(obstacles(edit, [86_399]) == [" maxCount"] && obstacles(edit, [86_400]) == [])
        let nine = (1...9).map { Double($0) * 86_400 }
        #expect(obstacles(edit, nine) == [] && obstacles(edit, nine + [30 * 86_400 - 1]) == [" maxCount"])
        #expect(obstacles(edit, nine + [30 * 86_400]) == [])
        #expect(obstacles(TemplateEdit(category: .marketing), []) == ["category notAllowed"])
        #expect(obstacles(TemplateEdit(), []) == [" required"])
        template.status = .pending
        #expect(obstacles(edit, []) == ["status notAllowed"])
        template.status = .rejected
        #expect(obstacles(TemplateEdit(category: .marketing), [1, 2, 3]) == [])
    }
}
