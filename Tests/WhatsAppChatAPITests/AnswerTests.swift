import HTTPTypes
import InMemoryLogging
import Logging
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("Chat API's answers")
struct AnswerTests {
    @Test(
        "become the right error, with the answer attached and without the token", arguments: Fixture.all(in: "errors"))
    func errors(fixture: Fixture) async throws {
        let expected = try JSONValue(parsing: fixture.bytes)
        let value = try #require(expected["body"])
        let body = value.string ?? String(decoding: value.serialized(), as: UTF8.self)
        let status = try #require(expected["status"]?.integer)
        let transport = ScriptedTransport(status: status, body: body)
        let chat = makeChat(transport) { $0.retryPolicy = .never }
        let thrown = await failure { () async throws(WhatsAppError) in
            try await chat.send(.text("Hi"), to: "+15550001111")
        }
        let error = try #require(thrown)
        #expect(error.code.description == expected["code"]?.string)
        #expect(error.outcome.rawValue == expected["outcome"]?.string)
        #expect(error.platform?.code.rawValue == expected["platform"]?.integer)
        #expect(error.response?.status.code == status)
        let attached = String(decoding: error.response?.body ?? [], as: UTF8.self)
        #expect(attached.isEmpty == body.isEmpty)
        for text in ["\(error)", String(reflecting: error), attached, "\(error.platform?.message ?? "")"] {
            #expect(!text.contains(testToken))
        }
        if fixture.name != "wrong-token" { #expect(attached == body) }
        #expect(await transport.received.count == 1)
    }

    @Test("of a closed window can be told by the platform's own number") func window() async {
        let transport = ScriptedTransport(body: #"{"sent":false,"message":"Dialog window is closed"}"#)
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.platform?.code == .reEngagement)
        #expect(error?.platform?.message == "Dialog window is closed")
        #expect(error?.message.contains("window") == true)
    }

    @Test(
        "have the token taken out in each of its spellings",
        arguments: [
            #"{"error":"Wrong token \"tok/en+that=must-not-show\" for channel"}"#,
            #"{"error":"Wrong token \"tok\/en+that=must-not-show\" for channel"}"#,
            #"{"error":"Wrong token \"tok%2Fen%2Bthat%3Dmust-not-show\""}"#,
            #"{"error":"Wrong token \"TOK/EN+THAT=MUST-NOT-SHOW\" for channel \"1\""}"#,
            #"Wrong token "TOK/EN+THAT=MUST-NOT-SHOW" for channel"#, #"Wrong token "TOK/EN+THAT=MUST-NOT-SHOW"#,
            "<p>no tok/en+that=must-not-show here</p>",
        ])
    func redaction(body: String) async throws {
        let header = HTTPField.Name("x-debug")
        let transport = ScriptedTransport([
            .answer(
                status: 401, headers: [try #require(header): "GET /messages?token=\(encodedToken)"], body: body)
        ])
        let thrown = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport).checkConnection()
        }
        let response = try #require(thrown?.response)
        let all =
            String(decoding: response.body, as: UTF8.self) + "\(response.headers)" + "\(thrown?.platform as Any)"
            + (thrown?.platform?.message ?? "")
        #expect(!all.lowercased().contains("must-not-show"))
        #expect(all.contains("[redacted]"))
        #expect(thrown?.code == .unauthorized)
        #expect(thrown?.platform?.tokenProblem == .invalid)
    }

    @Test("keep a good answer whole, whatever the token is") func shortToken() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let sent = try await makeChat(transport, token: .fixed("sent")).send(.text("Hi"), to: "+15550001111")
        #expect(sent.id == "wamid.OUT1")
    }

    @Test("that refuse the token are answered with a fresh one, once") func freshToken() async throws {
        let transport = ScriptedTransport([
            .answer(status: 401, body: #"{"error":"Wrong token \"old-token\" for channel \"1\""}"#),
            .answer(status: 200, body: acceptedAnswer),
        ])
        let source = CredentialSource { refused in refused == nil ? "old-token" : "new-token" }
        try await makeChat(transport, token: source).send(.text("Hi"), to: "+15550001111")
        #expect(
            await transport.received.map(\.request.path) == [
                "/instance123456/sendMessage?token=old-token", "/instance123456/sendMessage?token=new-token",
            ])
    }

    @Test("about the rate let a send be repeated; a fault does not") func repeating() async throws {
        let transport = ScriptedTransport([
            .answer(status: 429, body: "{}"), .answer(status: 200, body: acceptedAnswer),
            .answer(status: 500, body: #"{"error":"down"}"#),
        ])
        let chat = makeChat(transport)
        try await chat.send(.text("Hi"), to: "+15550001111")
        let error = await failure { () async throws(WhatsAppError) in
            try await chat.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.outcome == .unknown)
        #expect(await transport.received.count == 3)
    }

    @Test("never bring the address of a failed transport along") func transportErrors() async throws {
        struct Leak: Error {
            var url: String
        }
        let leak = Leak(url: "https://api.example/?token=\(testToken)")
        let transport = ScriptedTransport([
            .failure(TransportError(code: .timedOut, delivery: .unknown, message: "time is up", underlying: leak)),
            .failure(leak),
        ])
        let chat = makeChat(transport) { $0.retryPolicy = .never }
        for _ in 0..<2 {
            let error = await failure { () async throws(WhatsAppError) in
                try await chat.send(.text("Hi"), to: "+15550001111")
            }
            #expect(error?.outcome == .unknown)
            var dumped = ""
            dump(error, to: &dumped)
            #expect(!dumped.contains(testToken))
            let inner = (error?.underlying as? TransportError)?.underlying
            #expect(inner == nil && !(error?.underlying is Leak))
        }
    }

    @Test("and the calls themselves are logged without the token") func logs() async throws {
        let handler = InMemoryLogHandler()
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = .trace
        let transport = ScriptedTransport([
            .answer(status: 429, body: "{}"),
            .answer(status: 401, body: #"{"error":"Wrong token \"\#(testToken)\" for channel \"1\""}"#),
        ])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeChat(transport).send(
                .text("Hi"), to: "+15550001111", options: RequestOptions(logger: logger))
        }
        #expect(error?.code == .unauthorized)
        #expect(!handler.entries.isEmpty)
        for entry in handler.entries {
            let text = "\(entry.message) \(entry.metadata)"
            #expect(!text.contains("must-not-show") && !text.contains("15550001111"))
        }
    }

    @Test("cancelled tasks are no answer") func cancellation() async throws {
        let chat = makeChat(ScriptedTransport([.hang]))
        let task = Task { await failure { () async throws(WhatsAppError) in _ = try await chat.checkConnection() } }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }
}
