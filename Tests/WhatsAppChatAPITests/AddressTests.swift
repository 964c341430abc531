import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("Chat API's address and token")
struct AddressTests {
    @Test(
        "The base address is taken as it is, with or without a slash",
        arguments: [
            ("https://eu115.chat-api.com/instance123456/", "eu115.chat-api.com", "/instance123456/status"),
            ("https://eu115.chat-api.com/instance123456", "eu115.chat-api.com", "/instance123456/status"),
            (" https://EU115.chat-api.com/instance123456//\n", "eu115.chat-api.com", "/instance123456/status"),
            ("eu115.chat-api.com/instance123456", "eu115.chat-api.com", "/instance123456/status"),
            ("https://proxy.example:8443/a/b/VID1/", "proxy.example:8443", "/a/b/VID1/status"),
            ("https://api.chat-api.com", "api.chat-api.com", "/status"),
            ("http://127.0.0.1:8080/VID1", "127.0.0.1:8080", "/VID1/status"),
            ("http://[::1]:8080/VID1", "[::1]:8080", "/VID1/status"),
        ])
    func addresses(base: String, authority: String, path: String) async throws {
        let transport = ScriptedTransport(body: #"{"status":"connected"}"#)
        _ = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport, baseURL: base).checkConnection()
        }
        let request = try #require(await transport.received.first).request
        #expect(request.authority == authority)
        #expect(request.path == path + "?token=" + encodedToken)
    }

    @Test(
        "A base address that cannot carry a token sends nothing",
        arguments: [
            "", "https://", "http://api.chat-api.com/instance1", "ftp://api.chat-api.com", "https://a@b.example/1",
            "https://api.chat-api.com/instance1?token=abc", "https://api.chat-api.com/i#x", "https://a.example/../b",
            "https://a b.example/", "http://127.0.0.1.example/1", "https://a.example/\\b",
        ])
    func badAddresses(base: String) async throws {
        let transport = ScriptedTransport(body: #"{"status":"connected"}"#)
        let error = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport, baseURL: base).checkConnection()
        }
        #expect(error?.code == .invalid)
        #expect(error?.validation?.violations.first?.path == "baseURL")
        #expect(await transport.received.isEmpty)
    }

    @Test("Plain http is for this machine, or where it is allowed") func plainHTTP() async throws {
        let transport = ScriptedTransport(body: #"{"sent":true,"id":"wamid.1"}"#)
        let chat = makeChat(transport, baseURL: "http://gateway.example/VID1") { $0.allowsPlainHTTP = true }
        try await chat.send(.text("Hi"), to: "+15550001111")
        #expect(await transport.received.first?.request.scheme == "http")
    }

    @Test("The token is in the query or in the header field, never in both")
    func authentication() async throws {
        let transport = ScriptedTransport(
            Array(repeating: .answer(status: 200, body: #"{"sent":true,"id":"wamid.1"}"#), count: 4))
        let cases: [(String, ChatAPI.Authentication?, Bool)] = [
            ("https://api.1msg.io/VID1", nil, true), ("https://api.chat-api.com/instance1", nil, false),
            ("https://api.1msg.io/VID1", .query, false), ("https://gateway.example/VID1", .bearer, true),
        ]
        for (base, authentication, _) in cases {
            let chat = makeChat(transport, baseURL: base) { $0.authentication = authentication }
            // A header field of the caller's own does not come beside it.
            try await chat.send(
                .text("Hi"), to: "+15550001111", options: RequestOptions(headers: [.authorization: "Bearer other"]))
        }
        for (received, (_, _, isBearer)) in zip(await transport.received, cases) {
            let path = received.request.path ?? ""
            #expect(received.request.headerFields[.authorization] == (isBearer ? "Bearer \(testToken)" : nil))
            #expect(path.contains("token=") == !isBearer)
        }
    }

    @Test("Nothing that is printed shows the token or the whole address") func descriptions() {
        let chat = makeChat(
            ScriptedTransport([]), webhookSecret: .query("key", "webhook-secret-that-must-not-show"))
        var dumped = ""
        dump(chat, to: &dumped)
        dump(chat.configuration, to: &dumped)
        for text in ["\(chat)", String(reflecting: chat), dumped, "\(chat.configuration)"] {
            #expect(!text.contains("must-not-show"))
            #expect(!text.contains("instance123456"))
        }
        #expect("\(chat)" == "Chat API at eu115.chat-api.com")
    }

    @Test(
        "A call of one's own stays below the base address, and brings no token along",
        arguments: [
            "https://evil.example/x", "//evil.example", "../other/messages", "%2e%2e/other", "a b", "messages?token=x",
            "messages?a=1&TOKEN=x", "messages?%74oken=x", "", "a\\b",
        ])
    func strayPaths(path: String) async throws {
        let transport = ScriptedTransport(body: "{}")
        let error = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport).execute(.get(path))
        }
        #expect(error?.code == .invalid)
        #expect(await transport.received.isEmpty)
    }

    @Test("A call of one's own has the token, and its refusals are understood") func execute() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"date":"11.2026","templates_cost":1.5}"#),
            .answer(status: 200, body: #"{"response":{"error":"no such group"}}"#),
        ])
        let chat = makeChat(transport)
        let answer = try await chat.execute(.get("/statistics?date=11.2026"))
        #expect(answer.status == .ok)
        #expect(
            await transport.received.first?.request.path
                == "/instance123456/statistics?date=11.2026&token=\(encodedToken)")
        let error = await failure { () async throws(WhatsAppError) in
            _ = try await chat.execute(.post("groups", json: HTTPBody("{}")))
        }
        #expect(error?.code == .rejected)
        #expect(error?.platform?.message == "no such group")
    }
}
