import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("360dialog's sandbox")
struct SandboxTests {
    @Test(
        "takes messages in its own dialect",
        arguments: [
            (
                Message.text("See https://a.example", previewURL: true),
                #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001111","type":"text","text":{"body":"See https://a.example"},"preview_url":true}"#
            ),
            (
                .image(.link("https://a.example/i.jpg"), caption: "Front"),
                #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001111","type":"image","image":{"link":"https://a.example/i.jpg","caption":"Front"}}"#
            ),
            (
                SandboxTemplate.firstWelcome(name: "Ada"),
                #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001111","type":"template","template":{"name":"first_welcome_messsage","language":{"code":"en","policy":"deterministic"},"components":[{"type":"body","parameters":[{"type":"text","text":"Ada"}]}]}}"#
            ),
            (
                SandboxTemplate.interactive(payloads: "yes", "no"),
                #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001111","type":"template","template":{"name":"interactive_template_sandbox","language":{"code":"en","policy":"deterministic"},"components":[{"type":"button","sub_type":"quick_reply","index":0,"parameters":[{"type":"payload","payload":"yes"}]},{"type":"button","sub_type":"quick_reply","index":1,"parameters":[{"type":"payload","payload":"no"}]}]}}"#
            ),
            (
                SandboxTemplate.disclaimer,
                #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001111","type":"template","template":{"name":"disclaimer","language":{"code":"en","policy":"deterministic"}}}"#
            ),
        ])
    func dialect(message: Message, body: String) async throws {
        let transport = ScriptedTransport(status: 201, body: acceptedBySandbox)
        let sandbox = makeDialog(transport, flavor: .sandbox, tagsMessages: true)
        let sent = try await sandbox.send(message, to: "+15550001111")
        #expect(sent.id == "gBEG1" && sent.whatsAppID == nil && sent.callbackData == nil)
        let received = try #require(await transport.received.first)
        #expect(received.line == "POST /v1/messages")
        #expect(received.request.authority == "waba-sandbox.360dialog.io" && received.key == testKey)
        #expect(received.json == JSONValue(text: body))
    }

    @Test("marks messages as read as the on-premises client did")
    func readMarks() async throws {
        let transport = ScriptedTransport(status: 200, body: "")
        try await makeDialog(transport, flavor: .sandbox).markAsRead("gBEG/1 é")
        let received = try #require(await transport.received.first)
        #expect(received.line == "PUT /v1/messages/gBEG%2F1%20%C3%A9")
        #expect(received.json == ["status": "read"])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(ScriptedTransport([]), flavor: .sandbox).markAsRead("")
        }
        #expect(error?.code == .invalid)
    }

    @Test("refuses what it cannot before the call")
    func refusals() async {
        let transport = ScriptedTransport([])
        let sandbox = makeDialog(transport, flavor: .sandbox)
        var tagged = Message.text("Hi")
        tagged.callbackData = "order-1"
        var bound = Message.text("Hi")
        bound.identityKeyHash = "hash"
        let header = TemplateMessage(
            name: "disclaimer", language: "en", components: [.header(.image(.id("1602")))])
        let refused: [(Message, Recipient, Capability)] = [
            (.text("Hi"), .user("US.1"), .sendToUserID), (.text("Hi"), .group("g1"), .sendToGroup),
            (tagged, "+15550001111", .callbackData), (bound, "+15550001111", .sendIdentityCheck),
            (.image(.id("900")), "+15550001111", .sendMediaID), (.template(header), "+15550001111", .sendMediaID),
        ]
        for (message, recipient, capability) in refused {
            let error = await failure { () async throws(WhatsAppError) in try await sandbox.send(message, to: recipient)
            }
            #expect(error?.code == .unsupported && error?.capability == capability)
        }
        #expect(await transport.received.isEmpty)
    }
}
