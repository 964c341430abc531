import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("360dialog sends")
struct SendingTests {
    @Test("with the key in its own field, without version and without ids")
    func request() async throws {
        let transport = ScriptedTransport(status: 200, body: acceptedAnswer)
        let dialog = makeDialog(transport)
        let sent = try await dialog.send(.text("Hi", replyingTo: "wamid.IN1"), to: "+15550001111")
        #expect(sent.id == "wamid.OUT1" && sent.whatsAppID == "15550001111")
        let received = try #require(await transport.received.first)
        #expect(received.line == "POST /messages")
        #expect(received.request.scheme == "https" && received.request.authority == "waba-v2.360dialog.io")
        #expect(received.key == testKey)
        #expect(received.request.headerFields[.authorization] == nil)
        #expect(
            received.json
                == JSONValue(
                    text:
                        #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001111","type":"text","text":{"body":"Hi"},"context":{"message_id":"wamid.IN1"}}"#
                ))
    }

    @Test(
        "to the address that came with the key",
        arguments: [
            ("https://waba-eu.360dialog.io", "waba-eu.360dialog.io", "/messages"),
            ("https://waba-v2.360dialog.io/", "waba-v2.360dialog.io", "/messages"),
            ("https://relay.example/d360", "relay.example", "/d360/messages"),
            ("http://127.0.0.1:8080", "127.0.0.1:8080", "/messages"),
        ])
    func address(base: String, authority: String, path: String) async throws {
        let transport = ScriptedTransport(status: 201, body: acceptedAnswer)
        try await makeDialog(transport, baseURL: base).send(.text("Hi"), to: "+15550001111")
        let received = try #require(await transport.received.first)
        #expect(received.request.authority == authority && received.request.path == path)
    }

    @Test("over https only")
    func plainHTTP() async {
        let transport = ScriptedTransport([])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(transport, baseURL: "http://waba-v2.360dialog.io").send(
                .text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .invalid && error?.validation?.violations.first?.path == "baseURL")
        #expect(await transport.received.isEmpty)
    }

    @Test("to user ids, with tags, and checks before")
    func details() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body: #"{"contacts":[{"user_id":"US.1"}],"messages":[{"id":"w","message_status":"paused"}]}"#)
        ])
        let dialog = makeDialog(transport, tagsMessages: true)
        let sent = try await dialog.send(.text("Hi"), to: .user("US.1"))
        #expect(sent.userID == "US.1" && sent.state == .paused)
        let json = try #require(await transport.received.first?.json)
        #expect(json["recipient"]?.string == "US.1" && json["to"] == nil)
        #expect(json["biz_opaque_callback_data"]?.string == sent.callbackData)
        let error = await failure { () async throws(WhatsAppError) in
            try await dialog.send(.text(""), to: "+15550001111")
        }
        #expect(error?.code == .invalid)
        #expect(await transport.received.count == 1)
    }

    @Test("marketing templates by the endpoint for them")
    func marketing() async throws {
        let transport = ScriptedTransport(status: 200, body: acceptedAnswer)
        try await makeDialog(transport).sendMarketing(
            TemplateMessage(name: "sale", language: "en"), to: "+15550001111",
            marketing: MarketingOptions(sharesActivity: false))
        let received = try #require(await transport.received.first)
        #expect(received.line == "POST /marketing_messages")
        #expect(
            received.json?["message_activity_sharing"]?.bool == false && received.json?["to"]?.string == "15550001111")
    }

    @Test("read marks, whatever a success looks like", arguments: [#"{"success":true}"#, "", "null", "{}"])
    func readMarks(answer: String) async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: answer), .answer(status: 200, body: answer),
        ])
        let dialog = makeDialog(transport)
        try await dialog.markAsRead("wamid.IN1", showingTypingIndicator: true)
        try await dialog.markAsRead("wamid.IN1")
        let received = await transport.received
        #expect(received.map(\.line) == ["POST /messages", "POST /messages"])
        #expect(received[0].json?["typing_indicator"]?["type"]?.string == "text")
        #expect(received[1].json?["typing_indicator"] == nil && received[1].json?["status"]?.string == "read")
    }

    @Test("what the library does not model, below its address only")
    func rawCalls() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: "{}"), .answer(status: 403, body: "endpoint is blocked"),
        ])
        let dialog = makeDialog(transport)
        _ = try await dialog.execute(.get("calling/settings?fields=status"))
        let blocked = await failure { () async throws(WhatsAppError) in try await dialog.execute(.get("groups")) }
        #expect(blocked?.code == .unsupported && blocked?.capability == .execute)
        for path in ["https://elsewhere.example/x", "//elsewhere.example/x", "../x", "a/../../x"] {
            let error = await failure { () async throws(WhatsAppError) in try await dialog.execute(.get(path)) }
            #expect(error?.code == .invalid)
        }
        #expect(await transport.received.map(\.line) == ["GET /calling/settings?fields=status", "GET /groups"])
    }

    @Test("without the key where a server redirects")
    func redirects() async {
        let elsewhere: HTTPFields = [.location: "https://elsewhere.example/messages"]
        let transport = ScriptedTransport([
            .answer(status: 307, headers: elsewhere, body: ""), .answer(status: 200, body: acceptedAnswer),
        ])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .decoding)
        #expect(await transport.received.count == 1)
    }
}
