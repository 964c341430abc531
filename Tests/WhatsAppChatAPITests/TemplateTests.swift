import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("Chat API's templates")
struct TemplateTests {
    private static func page(_ rows: [String], total: Int? = nil) -> ScriptedTransport.Step {
        let more = total.map { #","total":\#($0)"# } ?? ""
        return .answer(status: 200, body: #"{"templates":[\#(rows.joined(separator: ","))]\#(more)}"#)
    }

    private static func row(_ name: String, _ more: String = "") -> String {
        #"{"name":"\#(name)","language":"en_US","category":"MARKETING","status":"approved"\#(more)}"#
    }

    @Test("are read whatever form their rows have") func forms() async throws {
        let transport = ScriptedTransport([
            Self.page([
                Self.row("a", #","namespace":"n_1","components":[{"type":"BODY","text":"Hi {{1}}"}],"id":"77""#),
                Self.row("b", #","components":"[{\"type\":\"BODY\",\"text\":\"Hello\"}]","rejected_reason":"NONE""#),
                #"{"language":"en_US"}"#,
                Self.row("c", #","message_template_namespace":"n_1","components":"broken""#),
            ])
        ])
        let page = try await makeChat(transport).templates(.all, after: nil, options: .standard)
        #expect(page.elements.map(\.name) == ["a", "b", "c"])
        #expect(page.elements.map(\.namespace) == ["n_1", "n_1", "n_1"])
        #expect(page.elements.map(\.definition.texts) == [["Hi {{1}}"], ["Hello"], []])
        #expect(page.elements.first?.id == "77")
        #expect(page.elements.allSatisfy { $0.reviewState == .approved })
        #expect(page.problems.map(\.index) == [2])
        #expect(page.next == nil)
    }

    @Test(
        "have the platform's states, in whatever case",
        arguments: [
            ("approved", TemplateReviewState.approved), ("APPROVED", .approved), ("pending", .submitted),
            ("rejected", .rejected(nil)), ("paused", .unusable(.paused)),
            ("dancing", .unknown(TemplateStatus(rawValue: "dancing"))),
        ])
    func states(word: String, state: TemplateReviewState) async throws {
        let transport = ScriptedTransport([Self.page([#"{"name":"a","language":"en","status":"\#(word)"}"#])])
        let page = try await makeChat(transport).templates(.all, after: nil, options: .standard)
        #expect(page.elements.map(\.reviewState) == [state])
    }

    @Test("are listed page after page") func pages() async throws {
        let transport = ScriptedTransport([
            Self.page([Self.row("a"), Self.row("b")], total: 5), Self.page([Self.row("c"), Self.row("d")], total: 5),
            Self.page([Self.row("e")], total: 5),
        ])
        var names: [String] = []
        for try await template in makeChat(transport).templates(TemplateQuery(pageSize: 2)) {
            names.append(template.name)
        }
        #expect(names == ["a", "b", "c", "d", "e"])
        #expect(
            await transport.received.map(\.request.path).map { $0?.prefix { $0 != "&" } } == [
                "/instance123456/templates?limit=2", "/instance123456/templates?limit=2",
                "/instance123456/templates?limit=2",
            ])
        #expect(await transport.received.last?.request.path?.contains("offset=4") == true)
    }

    @Test("of a host that knows no pages are listed once", arguments: [2, 3]) func unpaged(count: Int) async throws {
        let rows = ["a", "b", "c"].prefix(count).map { Self.row($0) }
        let transport = ScriptedTransport([Self.page(rows), Self.page(rows), Self.page(rows)])
        var names: [String] = []
        for try await template in makeChat(transport).templates(TemplateQuery(pageSize: 2)) {
            names.append(template.name)
        }
        #expect(names == ["a", "b", "c"].prefix(count).map { $0 })
        #expect(await transport.received.count == (count == 2 ? 2 : 1))
    }

    @Test("are sorted out by the query") func query() async throws {
        let transport = ScriptedTransport([Self.page([Self.row("spring_a"), Self.row("winter_b")])])
        let page = try await makeChat(transport).templates(
            TemplateQuery(status: [.approved], name: "WINTER"), after: nil, options: .standard)
        #expect(page.elements.map(\.name) == ["winter_b"])
    }

    @Test("are found by their id in the list") func byID() async throws {
        let transport = ScriptedTransport([
            Self.page([Self.row("a", #","id":"1""#), Self.row("b", #","id":2"#)]),
            Self.page([Self.row("a", #","id":"1""#)]),
        ])
        let chat = makeChat(transport)
        #expect(try await chat.template("2").name == "b")
        let error = await failure { () async throws(WhatsAppError) in _ = try await chat.template("3") }
        #expect(error?.code == .rejected)
    }

    @Test("are created with what the service's call takes") func create() async throws {
        let transport = ScriptedTransport(
            body: #"{"id":99,"status":"pending","category":"UTILITY","namespace":"n_1","name":"update"}"#)
        let receipt = try await makeChat(transport).createTemplate(
            TemplateDefinition(
                name: "update", language: "en_US", category: .utility, parameterFormat: .positional,
                components: [.body("Hi {{1}}.", samples: .positional(["Ann"]))]))
        #expect(receipt.id == "99")
        #expect(receipt.reviewState == .submitted)
        let received = try #require(await transport.received.first)
        #expect(received.request.path == "/instance123456/addTemplate?token=\(encodedToken)")
        let body = try JSONValue(parsing: received.body)
        #expect(body.object?.keys.sorted() == ["category", "components", "language", "name"])
        #expect(body["language"]?.string == "en_US")
        #expect(body["components"]?[0]?["example"] == ["body_text": [["Ann"]]])
    }

    @Test("with options that have no place are not created") func options() async {
        let transport = ScriptedTransport([])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).createTemplate(
                TemplateDefinition(
                    name: "update", language: "en_US", category: .utility, parameterFormat: .named,
                    components: [.body("Hi {{first}}.", samples: .named(["first": "Ann"]))]))
        }
        #expect(error?.capability == .createTemplateOptions)
        #expect(await transport.received.isEmpty)
    }

    @Test("are deleted by name, in all languages or not at all") func delete() async throws {
        let transport = ScriptedTransport(body: #"{"result":"success"}"#)
        let chat = makeChat(transport)
        try await chat.deleteTemplate("update")
        #expect(
            String(decoding: try #require(await transport.received.first).body, as: UTF8.self) == #"{"name":"update"}"#)
        let error = await failure { () async throws(WhatsAppError) in
            try await chat.deleteTemplate("update", id: "99")
        }
        #expect(error?.capability == .deleteTemplateLanguage)
        #expect(await transport.received.count == 1)
    }
}
