import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("Templates of 360dialog")
struct TemplateTests {
    private static let blocked = ScriptedTransport.Step.answer(status: 403, body: "endpoint is blocked")
    private static let row =
        #"{"id":"AbWT","external_id":"168","name":"order_update","language":"de","category":"UTILITY","status":"approved","rejected_reason":"NONE","quality_score":{"score":"UNKNOWN","reasons":null},"namespace":"ns","components":[{"type":"BODY","text":"Hi {{1}}","example":{"body_text":[["Ada"]]}}],"created_at":"2026-10-07T08:50:05Z"}"#

    private static func configured(_ rows: String..., total: Int, offset: Int = 0) -> ScriptedTransport.Step {
        .answer(
            status: 200,
            body:
                #"{"count":\#(rows.count),"total":\#(total),"limit":\#(rows.count),"offset":\#(offset),"sort":["id"],"filters":{},"waba_templates":[\#(rows.joined(separator: ","))]}"#
        )
    }

    private static let platform = ScriptedTransport.Step.answer(
        status: 200,
        body:
            #"{"data":[{"id":"168","name":"order_update","language":"de","category":"UTILITY","status":"APPROVED","components":[]}],"paging":{"cursors":{"after":"x"}}}"#
    )

    private let definition = TemplateDefinition(
        name: "order_update", language: "de", category: .utility,
        components: [.body("Hi {{1}}", samples: .positional(["Ada"]))])

    @Test("are asked for by the platform's interface first, and by it alone where it is there")
    func platform() async throws {
        let transport = ScriptedTransport([Self.platform, Self.blocked])
        let dialog = makeDialog(transport)
        let page = try await dialog.templates().page()
        #expect(page.elements.map(\.platformID) == ["168"] && page.elements.first?.reviewState == .approved)
        // A later refusal is one, and no reason to ask elsewhere.
        let error = await failure { () async throws(WhatsAppError) in try await dialog.templates().page() }
        #expect(error?.code == .unsupported && error?.capability == .listTemplates)
        let paths = await transport.received.map { $0.request.path?.prefix { $0 != "?" } }
        #expect(paths == ["/message_templates", "/message_templates"])
    }

    @Test(
        "are asked for by the older interface where the account has only that, which is kept",
        arguments: [403, 404, 405])
    func older(status: Int) async throws {
        let missing = ScriptedTransport.Step.answer(status: status, body: "endpoint is blocked")
        let transport = ScriptedTransport([
            missing, Self.configured(Self.row, total: 2), Self.configured(Self.row, total: 2, offset: 1),
            Self.configured(Self.row, total: 1),
        ])
        let dialog = makeDialog(transport)
        var templates: [Template] = []
        for try await template in dialog.templates(TemplateQuery(pageSize: 1)) { templates.append(template) }
        let template = try #require(templates.first)
        #expect(templates.count == 2)
        #expect(template.id == "AbWT" && template.externalID == "168" && template.platformID == "168")
        #expect(template.reviewState == .approved && template.namespace == "ns")
        // A copy knows it too.
        let copy = dialog.with { $0.tagsMessages = true }
        #expect(try await copy.templates(TemplateQuery(status: [.rejected])).page().elements.isEmpty)
        #expect(
            await transport.received.dropFirst().map(\.line) == [
                "GET /v1/configs/templates?limit=1&offset=0&sort=id",
                "GET /v1/configs/templates?limit=1&offset=1&sort=id",
                "GET /v1/configs/templates?limit=100&offset=0&sort=id",
            ])
    }

    @Test("say which interface is missing only where both are")
    func neither() async throws {
        let transport = ScriptedTransport([Self.blocked, .answer(status: 404, body: "")])
        let error = await failure { () async throws(WhatsAppError) in try await makeDialog(transport).templates().page()
        }
        #expect(error?.code == .unsupported && error?.capability == .listTemplates)
    }

    @Test("are refused by the platform without asking elsewhere")
    func refused() async throws {
        let body = #"{"error":{"message":"(#100) Invalid parameter","code":100,"error_subcode":33}}"#
        let transport = ScriptedTransport([.answer(status: 404, body: body), Self.blocked])
        let dialog = makeDialog(transport)
        let error = await failure { () async throws(WhatsAppError) in try await dialog.template("168") }
        #expect(error?.platform?.subcode == 33)
        let later = await failure { () async throws(WhatsAppError) in try await dialog.templates().page() }
        #expect(later?.code == .unsupported)
        #expect(await transport.received.count == 2)
    }

    @Test("are created on both, with the platform's id as the answer")
    func create() async throws {
        let transport = ScriptedTransport([
            Self.blocked,
            .answer(
                status: 201,
                body:
                    #"{"id":"AbWT","external_id":"169","name":"order_update","language":"de","category":"UTILITY","status":"submitted","rejected_reason":null,"components":[]}"#
            ),
        ])
        let receipt = try await makeDialog(transport).createTemplate(definition)
        #expect(receipt.id == "169" && receipt.status?.rawValue == "submitted" && receipt.reviewState == .submitted)
        let received = await transport.received
        #expect(received.map(\.line) == ["POST /message_templates", "POST /v1/configs/templates"])
        #expect(received[0].json == received[1].json && received[1].json?["name"]?.string == "order_update")
        let newer = ScriptedTransport(status: 200, body: #"{"id":"170","status":"PENDING","category":"UTILITY"}"#)
        #expect(try await makeDialog(newer).createTemplate(definition).id == "170")
    }

    @Test("are not created twice where the first answer was lost")
    func lost() async throws {
        let transport = ScriptedTransport([.answer(status: 502, body: ""), Self.blocked])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(transport).createTemplate(definition)
        }
        #expect(error?.outcome == .unknown)
        #expect(await transport.received.count == 1)
    }

    @Test("are deleted by name on the older interface, and an id is refused before anything is deleted")
    func delete() async throws {
        let transport = ScriptedTransport([Self.blocked, Self.configured(total: 0), .answer(status: 200, body: "")])
        let dialog = makeDialog(transport)
        _ = try await dialog.templates().page()
        let error = await failure { () async throws(WhatsAppError) in
            try await dialog.deleteTemplate("order_update", id: "168")
        }
        #expect(error?.code == .unsupported && error?.capability == .deleteTemplateLanguage)
        #expect(error?.message.contains("all languages") == true)
        let edit = await failure { () async throws(WhatsAppError) in
            try await dialog.editTemplate("168", TemplateEdit(category: .utility))
        }
        #expect(edit?.code == .unsupported && edit?.capability == .editTemplate)
        #expect(await transport.received.count == 2)
        try await dialog.deleteTemplate("order/update")
        #expect(await transport.received.last?.line == "DELETE /v1/configs/templates/order%2Fupdate")
        // Also where it is not known yet which interface there is.
        let unknown = ScriptedTransport([Self.blocked])
        let early = await failure { () async throws(WhatsAppError) in
            try await makeDialog(unknown).deleteTemplate("order_update", id: "168")
        }
        #expect(early?.code == .unsupported)
        #expect(await unknown.received.map(\.line) == ["DELETE /message_templates?name=order_update&hsm_id=168"])
    }

    @Test("are found by either id on the older interface, and lists end")
    func find() async throws {
        let transport = ScriptedTransport([
            Self.blocked, Self.configured(Self.row, total: 1), Self.configured(Self.row, total: 1),
            Self.configured(Self.row, total: 1),
        ])
        let dialog = makeDialog(transport)
        #expect(try await dialog.template("168").name == "order_update")
        #expect(try await dialog.template("AbWT").name == "order_update")
        let error = await failure { () async throws(WhatsAppError) in try await dialog.template("1") }
        #expect(error?.code == .rejected)
    }

    @Test("that cannot be read are problems of their page")
    func problems() async throws {
        let transport = ScriptedTransport([Self.blocked, Self.configured(Self.row, "17", "null", total: 3)])
        let page = try await makeDialog(transport).templates().page()
        #expect(page.elements.count == 1 && page.problems.map(\.index) == [1, 2])
    }
}
