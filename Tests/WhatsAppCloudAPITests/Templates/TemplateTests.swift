import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Cloud API reference §1.3, §4.1, §4.8.
@Suite("Cloud API keeps templates")
struct TemplateTests {
    private static let cart =
        #"{"name":"cart","components":[{"type":"BODY","text":"Your cart waits."}],"language":"en_US","status":"APPROVED","category":"MARKETING","id":"594425479261596"}"#
    private static let definition = TemplateDefinition(
        name: "cart", language: "en_US", category: .marketing, components: [.body("Your cart waits.")])

    // MARK: Lists

    @Test("and lists them, page after page, until no next page is told of")
    func pages() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body:
                    #"{"data":[\#(Self.cart)],"paging":{"cursors":{"before":"B","after":"QV/FI="},"next":"https://graph.facebook.com/v25.0/1/message_templates?after=QV%2FFI%3D"}}"#
            ),
            // A page without elements does not end the list.
            .answer(
                status: 200,
                body: #"{"data":[],"paging":{"next":"https://graph.facebook.com/x?limit=1&after=Z%2B"}}"#),
            .answer(status: 200, body: #"{"data":[\#(Self.cart)],"paging":{"cursors":{"after":"END"}}}"#),
        ])
        let page = try await makeTemplateCloud(transport).templates().collect()
        #expect(page.elements.map(\.name) == ["cart", "cart"] && page.next == nil && page.problems.isEmpty)
        let start = "/v25.0/102290129340398/message_templates?fields=id%2Cname&limit=100"
        #expect(
            await transport.received.map(\.request.path) == [
                start, start + "&after=QV%2FFI%3D", start + "&after=Z%2B",
            ])
    }

    @Test("and asks the platform for those that are wanted")
    func filters() async throws {
        let query = TemplateQuery(
            status: [.approved, TemplateStatus(rawValue: "paused")], category: [.utility], language: ["pt_BR", "en"],
            quality: [.green], name: "order & more", content: "süß", nameOrContent: "", pageSize: 7)
        let exchange = await trial(#"{"data":[]}"#) { cloud throws(WhatsAppError) in
            try await cloud.templates(query, after: nil, options: .standard)
        }
        #expect(
            exchange.line
                == "GET /v25.0/102290129340398/message_templates?fields=id%2Cname&limit=7&status=APPROVED%2CPAUSED&category=UTILITY&language=pt_BR%2Cen&quality_score=GREEN&name=order%20%26%20more&content=s%C3%BC%C3%9F"
        )
        #expect(try exchange.result.get().elements.isEmpty)
    }

    @Test("and asks for every field that is confirmed where none is named")
    func standardFields() async throws {
        let transport = ScriptedTransport(status: 200, body: #"{"data":[]}"#)
        let cloud = makeTemplateCloud(transport, fields: TemplateField.standard)
        _ = try await cloud.templates().page()
        let path = await transport.received.first?.request.path ?? ""
        #expect(
            path.contains(
                "fields=id%2Cname%2Cstatus%2Ccategory%2Clanguage%2Ccomponents%2Cparameter_format%2Cmessage_send_ttl_seconds%2Ccorrect_category%2Cprevious_category%2Crejected_reason%2Clibrary_template_name%2Cquality_score%2Ccta_url_link_tracking_opted_out%2Csub_category%2Cdegrees_of_freedom_spec&"
            ))
    }

    @Test("and tells of one that cannot be read beside its siblings")
    func unreadable() async throws {
        let odd = #"{"id":3,"name":7,"language":null,"category":"X"}"#
        let exchange = await trial(#"{"data":[\#(Self.cart),4,\#(odd),\#(Self.cart)]}"#) {
            cloud throws(WhatsAppError) in
            try await cloud.templates(.all, after: nil, options: .standard)
        }
        let page = try exchange.result.get()
        #expect(page.elements.count == 2)
        #expect(page.problems.map(\.index) == [1, 2])
        #expect(page.problems[0].violations.map(\.rule) == [.type])
        #expect(page.problems[1].violations.map(\.path) == ["name", "language", "status"])
        #expect(page.problems[1].violations.map(\.rule) == [.type, .required, .required])
        #expect(page.problems[1].json == (try json(odd)))
    }

    @Test("and reads one whose components are new to it")
    func unknownComponents() async throws {
        let json =
            #"{"id":1,"name":"a","language":"en","status":"SOMETHING","category":"NEW","components":[{"type":"HOLOGRAM"},7],"quality_score":{"score":"GREEN","date":1700000000},"more":[1]}"#
        let exchange = await trial(#"{"data":[\#(json)]}"#) { cloud throws(WhatsAppError) in
            try await cloud.templates(.all, after: nil, options: .standard)
        }
        let template = try #require(try exchange.result.get().elements.first)
        #expect(template.id == "1" && template.quality == .green && template.qualityDate != nil)
        #expect(template.reviewState == .unknown(TemplateStatus(rawValue: "SOMETHING")))
        #expect(template.json == (try WhatsAppCloudAPITests.json(json)))
    }

    @Test(
        "and does not take what is no list for one",
        arguments: [
            "[]", "{}", #"{"data":{}}"#, "", "<html>",
            // There is more, but not where.
            #"{"data":[],"paging":{"next":"https://graph.facebook.com/v25.0/x?before=1"}}"#,
            #"{"data":[],"paging":{"next":"https://graph.facebook.com/v25.0/x?after=%ZZ"}}"#,
            #"{"data":[],"paging":{"next":"https://graph.facebook.com/v25.0/x?after=%FF"}}"#,
        ])
    func noList(body: String) async throws {
        let exchange = await trial(body) { cloud throws(WhatsAppError) in
            try await cloud.templates(.all, after: nil, options: .standard)
        }
        #expect(exchange.error?.code == .decoding)
    }

    @Test("and says what it lacks where the account was not given")
    func noAccount() async throws {
        let exchange = await trial(account: nil) { cloud throws(WhatsAppError) in
            try await cloud.templates(.all, after: nil, options: .standard)
        }
        #expect(exchange.error?.code == .invalid && exchange.received.isEmpty)
        #expect(exchange.error?.validation?.violations.map(\.path) == ["businessAccountID"])
    }

    @Test("and has the capabilities")
    func capabilities() {
        let capabilities = makeTemplateCloud(ScriptedTransport([])).capabilities
        for capability in [Capability.listTemplates, .createTemplate, .editTemplate, .deleteTemplate] {
            #expect(capabilities.contains(capability))
        }
    }

    // MARK: One

    @Test("and fetches one")
    func get() async throws {
        let exchange = await trial(Self.cart) { cloud throws(WhatsAppError) in
            try await cloud.template("594425479261596")
        }
        #expect(exchange.line == "GET /v25.0/594425479261596?fields=id%2Cname")
        #expect(try exchange.result.get().definition.body?.text == "Your cart waits.")
    }

    @Test("and never puts what is no id into a path", arguments: ["", "a/b", "1?x=", "..", "1 2"])
    func badID(id: String) async throws {
        for call in 0..<3 {
            let exchange = await trial(Self.cart) { cloud throws(WhatsAppError) in
                switch call {
                case 0: _ = try await cloud.template(TemplateID(id))
                case 1: try await cloud.editTemplate(TemplateID(id), TemplateEdit(category: .utility))
                default: try await cloud.deleteTemplate("cart", id: TemplateID(id))
                }
            }
            #expect(exchange.error?.code == .invalid && exchange.received.isEmpty)
        }
    }

    @Test("and says what an answer lacks that is no template")
    func noTemplate() async throws {
        let exchange = await trial(#"{"id":"1","name":"a"}"#) { cloud throws(WhatsAppError) in
            try await cloud.template("1")
        }
        #expect(exchange.error?.code == .decoding)
        #expect(exchange.error?.validation?.violations.map(\.path) == ["language", "status"])
    }

    // MARK: Changes

    @Test("and submits one in the platform's JSON")
    func create() async throws {
        let exchange = await trial(#"{"id":5944,"status":"PENDING","category":"UTILITY"}"#) {
            cloud throws(WhatsAppError) in
            try await cloud.createTemplate(Self.definition)
        }
        #expect(exchange.line == "POST /v25.0/102290129340398/message_templates")
        #expect(
            exchange.body
                == (try json(
                    #"{"name":"cart","language":"en_US","category":"MARKETING","components":[{"type":"BODY","text":"Your cart waits."}]}"#
                )))
        #expect(exchange.received.first?.request.headerFields[.contentType] == "application/json")
        let receipt = try exchange.result.get()
        #expect(receipt.id == "5944" && receipt.category == .utility && receipt.reviewState == .submitted)
    }

    @Test("and checks one before it travels, unless that is turned off")
    func linting() async throws {
        var definition = Self.definition
        definition.name = "Bad Name"
        definition.components = [.body("{{1}}{{3}}")]
        let refused = await trial { [definition] cloud throws(WhatsAppError) in
            try await cloud.createTemplate(definition)
        }
        #expect(refused.error?.code == .invalid && refused.error?.outcome == .notSent && refused.received.isEmpty)
        #expect(refused.error?.validation?.violations.contains { $0.path == "name" } == true)
        let sent = await trial(#"{"id":"1","status":"PENDING"}"#) { [definition] cloud throws(WhatsAppError) in
            try await cloud.createTemplate(definition, options: RequestOptions(validates: false))
        }
        #expect(sent.error == nil && sent.received.count == 1)
    }

    @Test("and gives the platform's reason where it refuses one")
    func refused() async throws {
        let exchange = await trial(
            #"{"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_subcode":2388299,"is_transient":false,"error_user_title":"Leading or trailing","error_user_msg":"Variables cannot stand at the start or the end.","fbtrace_id":"A"}}"#,
            status: 400
        ) { cloud throws(WhatsAppError) in
            try await cloud.createTemplate(Self.definition)
        }
        let error = try #require(exchange.error)
        #expect(error.code == .rejected && error.outcome == .refused && exchange.received.count == 1)
        #expect(error.platform?.subcode == 2_388_299)
        #expect(error.platform?.userMessage == "Variables cannot stand at the start or the end.")
    }

    @Test("and does not submit one again after a fault: it may be there")
    func fault() async throws {
        let exchange = await trial("<html>", status: 502) { cloud throws(WhatsAppError) in
            try await cloud.createTemplate(Self.definition)
        }
        #expect(exchange.error?.outcome == .unknown && exchange.received.count == 1)
    }

    @Test("and submits one again that was refused for the rate")
    func throttled() async throws {
        let transport = ScriptedTransport([
            .answer(status: 400, body: #"{"error":{"message":"(#80007) Rate limit hit","code":80007}}"#),
            .answer(status: 200, body: #"{"id":"1","status":"APPROVED","category":"MARKETING"}"#),
        ])
        let receipt = try await makeTemplateCloud(transport).createTemplate(Self.definition)
        #expect(receipt.reviewState == .approved)
        #expect(await transport.received.count == 2)
    }

    @Test("and takes no answer for a receipt that says nothing")
    func emptyReceipt() async throws {
        let exchange = await trial("{}") { cloud throws(WhatsAppError) in
            try await cloud.createTemplate(Self.definition)
        }
        #expect(exchange.error?.code == .decoding && exchange.error?.outcome == .unknown)
    }

    @Test("and edits one")
    func edit() async throws {
        let exchange = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.editTemplate("7", TemplateEdit(components: [.body("New.")], timeToLive: 600))
        }
        #expect(exchange.line == "POST /v25.0/7")
        #expect(
            exchange.body
                == (try json(#"{"components":[{"type":"BODY","text":"New."}],"message_send_ttl_seconds":600}"#)))
        #expect(try exchange.result.get().id == "7")
    }

    @Test("and edits nothing where nothing is changed", arguments: [TemplateEdit(), TemplateEdit(components: [])])
    func emptyEdit(edit: TemplateEdit) async throws {
        let exchange = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.editTemplate("7", edit)
        }
        #expect(exchange.error?.code == .invalid && exchange.received.isEmpty)
    }

    @Test("and says where the platform has not done it", arguments: [#"{"success":false}"#, #"{"success":"false"}"#])
    func unsuccessful(body: String) async throws {
        let edit = await trial(body) { cloud throws(WhatsAppError) in
            try await cloud.editTemplate("7", TemplateEdit(category: .utility))
        }
        let deletion = await trial(body) { cloud throws(WhatsAppError) in
            try await cloud.deleteTemplate("cart")
        }
        #expect(edit.error?.code == .rejected && deletion.error?.code == .rejected)
    }

    @Test("and rules out edits that the platform would refuse, before anything travels")
    func obstacles() async throws {
        let template = Template(id: "7", definition: Self.definition, status: .approved)
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        let edit = TemplateEdit(components: [.body("New.")], category: .utility)
        let refused = await trial { cloud throws(WhatsAppError) in
            try await cloud.editTemplate(template, edit, earlierEdits: [now.addingTimeInterval(-60)], at: now)
        }
        #expect(refused.received.isEmpty)
        #expect(refused.error?.validation?.violations.map(\.rule) == [.notAllowed, .maxCount])
        let unchecked = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.editTemplate(template, edit, at: now, options: RequestOptions(validates: false))
        }
        #expect(unchecked.received.count == 1)
        let nameless = Template(id: nil, definition: Self.definition, status: .approved)
        let lost = await trial { cloud throws(WhatsAppError) in
            try await cloud.editTemplate(nameless, TemplateEdit(components: [.body("New.")]), at: now)
        }
        #expect(lost.error?.validation?.violations.map(\.path) == ["id"])
    }

    @Test("and deletes a name, or one language of it")
    func delete() async throws {
        let all = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.deleteTemplate("a b&c")
        }
        #expect(all.line == "DELETE /v25.0/102290129340398/message_templates?name=a%20b%26c")
        let one = await trial(#"{"success":true}"#) { cloud throws(WhatsAppError) in
            try await cloud.deleteTemplate("cart", id: "407")
        }
        #expect(one.line == "DELETE /v25.0/102290129340398/message_templates?name=cart&hsm_id=407")
        #expect(one.error == nil)
        let none = await trial { cloud throws(WhatsAppError) in try await cloud.deleteTemplate("") }
        #expect(none.error?.code == .invalid && none.received.isEmpty)
    }

    @Test("and counts them")
    func summary() async throws {
        let exchange = await trial(
            #"{"data":[{"id":"1"}],"summary":{"total_count":14,"message_template_count":"12","message_template_limit":250,"are_translations_complete":false}}"#
        ) { cloud throws(WhatsAppError) in try await cloud.templateSummary() }
        let summary = try exchange.result.get()
        #expect(summary == TemplateSummary(matchingCount: 14, count: 12, limit: 250, hasAllTranslations: false))
        #expect(summary.remaining == 238)
        #expect(
            exchange.line.hasSuffix(
                "summary=total_count%2Cmessage_template_count%2Cmessage_template_limit%2Care_translations_complete"))
    }
}
