import HTTPTypes
import InMemoryLogging
import Logging
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("360dialog's failures")
struct FailureTests {
    @Test("are understood in every documented form", arguments: Fixture.all(in: "errors"))
    func understood(fixture: Fixture) async throws {
        let expected = try JSONValue(parsing: fixture.bytes)
        let body =
            try expected["text"]?.string
            ?? String(decoding: #require(expected["body"]).serialized(), as: UTF8.self)
        let status = try #require(expected["status"]?.integer)
        let dialog = makeDialog(ScriptedTransport(status: status, body: body), retryPolicy: .never)
        let error = try #require(
            await failure { () async throws(WhatsAppError) in try await dialog.send(.text("Hi"), to: "+15550001111") })
        #expect(error.code.description == expected["code"]?.string)
        #expect(error.outcome.rawValue == expected["outcome"]?.string)
        #expect(error.platform?.code.rawValue == expected["platform"]?.integer)
        if let resolved = expected["resolved"]?.integer { #expect(error.platform?.resolvedCode.rawValue == resolved) }
        #expect(error.capability?.rawValue == expected["capability"]?.string)
        #expect(error.retryAfter == expected["wait"]?.integer.map { .seconds($0) })
        #expect(error.response?.status.code == status)
        #expect(error.response?.body == Array(body.utf8), "the raw body stays reachable")
        if let sentence = expected["sentence"]?.string { #expect(error.message == sentence) }
        let refusal = try #require(Dialog360Refusal(error))
        #expect(refusal.form.description == expected["form"]?.string)
        #expect(refusal.statusInside == expected["inside"]?.integer)
    }

    @Test("keep the sentence of 360dialog, without showing it")
    func sentences() async throws {
        let body =
            #"{"meta":{"success":false,"developer_message":"bad key ABC for 5511987654321","details":["one","two"]}}"#
        let error = try #require(
            await failure { () async throws(WhatsAppError) in
                try await makeDialog(ScriptedTransport(status: 400, body: body)).send(.text("Hi"), to: "+15550001111")
            })
        let refusal = try #require(Dialog360Refusal(error))
        #expect(refusal.text == "bad key ABC for 5511987654321" && refusal.details == ["one", "two"])
        #expect(!"\(error) \(refusal) \(Mirror(reflecting: refusal).children.map { "\($0)" })".contains("5511"))
        #expect(Dialog360Refusal(WhatsAppError(code: .transport, outcome: .unknown, message: "")) == nil)
    }

    @Test(
        "of a rate are waited for as long as their text says",
        arguments: [
            ("limit of 1 request every 5 seconds exceeded", Duration.seconds(5)),
            ("limit of 1 request every second exceeded", .seconds(1)),
            ("limit of 1 request every 2 minutes exceeded", .seconds(120)),
        ])
    func waits(text: String, wait: Duration) async throws {
        let clock = RecordingClock()
        let transport = ScriptedTransport([
            .answer(status: 400, body: #"{"error":"\#(text)"}"#), .answer(status: 200, body: acceptedAnswer),
        ])
        let policy = RetryPolicy(maximumRetryAfter: .seconds(300))
        try await makeDialog(transport, retryPolicy: policy, clock: clock).send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits == [wait])
    }

    @Test(
        "of a rate without a length of time wait as all do", arguments: ["every 9999999999 seconds", "every day", ""])
    func oddWaits(end: String) async throws {
        let clock = RecordingClock()
        let transport = ScriptedTransport([
            .answer(status: 400, body: #"{"error":"rate limit exceeded \#(end)"}"#),
            .answer(status: 200, body: acceptedAnswer),
        ])
        try await makeDialog(transport, clock: clock).send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits.count == 1 && clock.waits.allSatisfy { $0 <= .milliseconds(500) })
    }

    @Test("after which nothing is certain are not repeated", arguments: [500, 502, 555])
    func unknownOutcome(status: Int) async throws {
        let transport = ScriptedTransport([
            .answer(status: status, body: ""), .answer(status: 200, body: acceptedAnswer),
        ])
        let dialog = makeDialog(transport, tagsMessages: true)
        let error = try #require(
            await failure { () async throws(WhatsAppError) in try await dialog.send(.text("Hi"), to: "+15550001111") })
        #expect(error.outcome == .unknown && error.callbackData?.isEmpty == false)
        #expect(await transport.received.count == 1)
    }

    @Test("of a key ask its source for another once")
    func freshKey() async throws {
        let transport = ScriptedTransport([
            .answer(status: 401, body: #"{"meta":{"success":false,"http_code":404}}"#),
            .answer(status: 200, body: acceptedAnswer),
        ])
        let source = CredentialSource { refused in refused == nil ? "first" : "second" }
        try await makeDialog(transport, key: source).send(.text("Hi"), to: "+15550001111")
        #expect(await transport.received.map(\.key) == ["first", "second"])
        let stubborn = ScriptedTransport([.answer(status: 401, body: ""), .answer(status: 401, body: "")])
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(stubborn).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .unauthorized)
        #expect(await stubborn.received.count == 1)
    }

    @Test("by cancellation end the call at once")
    func cancelled() async {
        let transport = ScriptedTransport([.hang])
        let dialog = makeDialog(transport)
        let task = Task { try await dialog.send(.text("Hi"), to: "+15550001111") }
        while await transport.received.isEmpty { await Task.yield() }
        task.cancel()
        let result = await task.result
        let error = #expect(throws: WhatsAppError.self) { try result.get() }
        #expect(error?.code == .cancelled)
    }

    @Test("show no secret and nothing personal")
    func redaction() async throws {
        let echo = #"{"error":"bad key \#(testKey) for 5511987654321: Hello Ana"}"#
        let handler = InMemoryLogHandler()
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = .trace
        let dialog = makeDialog(
            ScriptedTransport([.answer(status: 429, body: echo), .answer(status: 401, body: echo)]),
            webhookSecret: "webhook-word-that-must-not-show")
        var printed: [String] = []
        func add(_ value: Any) {
            var dumped = ""
            dump(value, to: &dumped)
            printed += ["\(value)", String(reflecting: value), dumped]
        }
        add(
            await failure { () async throws(WhatsAppError) in
                try await dialog.send(
                    .text("Hello Ana"), to: "+5511987654321", options: RequestOptions(logger: logger))
            } as Any)
        add(dialog)
        add(makePartner(ScriptedTransport([])))
        add(Dialog360Partner.APIKey(key: "key-that-must-not-show"))
        add(
            Dialog360.WebhookDestination(
                name: "a", url: "https://h.example/secret-path", headers: [.authorization: "s3"]))
        printed += handler.entries.map { "\($0.message) \($0.metadata)" }
        #expect(handler.entries.count >= 2)
        for text in printed {
            for secret in ["D360-test", "must-not-show", "1198765", "Hello", "Ana", "partner-key", "secret-path", "s3"]
            {
                #expect(!text.contains(secret), "\(secret) shows")
            }
        }
    }
}
