import HTTPTypes
import InMemoryLogging
import Logging
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API failures")
struct FailureTests {
    @Test("are understood", arguments: Fixture.all(in: "errors"))
    func understood(fixture: Fixture) async throws {
        let expected = try JSONValue(parsing: fixture.bytes)
        let body =
            try expected["text"]?.string
            ?? String(decoding: #require(expected["body"]).serialized(), as: UTF8.self)
        let status = try #require(expected["status"]?.integer)
        let cloud = makeCloud(ScriptedTransport(status: status, body: body), retryPolicy: .never)
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code.description == expected["code"]?.string)
        #expect(error?.outcome.rawValue == expected["outcome"]?.string)
        #expect(error?.platform?.code.rawValue == expected["platform"]?.integer)
        #expect(error?.platform?.traceID == expected["trace"]?.string)
        #expect(error?.response?.status.code == status)
        #expect(error?.response?.body == Array(body.utf8), "the raw body stays reachable")
        #expect(error?.attempts == 1)
    }

    @Test("belong to families that patterns match")
    func families() {
        func family(_ code: PlatformErrorCode) -> String {
            switch code {
            case .throttling: return "throttling"
            case .authorization: return "authorization"
            case .template: return "template"
            case .server: return "server"
            default: return "other"
            }
        }
        #expect(
            [130429, 131056, 80007, 4].map { family(PlatformErrorCode(rawValue: $0)) }
                == Array(repeating: "throttling", count: 4))
        #expect(
            [190, 10, 200, 299].map { family(PlatformErrorCode(rawValue: $0)) }
                == Array(repeating: "authorization", count: 4))
        #expect(family(132001) == "template")
        #expect(family(131000) == "server")
        #expect(family(424242) == "other")
    }

    @Test(
        "of the transport say what is certain",
        arguments: [
            (TransportError.Delivery.notSent, WhatsAppError.Outcome.notSent), (.unknown, .unknown),
        ])
    func transport(delivery: TransportError.Delivery, outcome: WhatsAppError.Outcome) async {
        let failure = TransportError(code: .timedOut, delivery: delivery, message: "no answer in time")
        let cloud = makeCloud(
            ScriptedTransport([.failure(failure)]), tagsMessages: true, retryPolicy: .never)
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .transport)
        #expect(error?.outcome == outcome)
        #expect(error?.callbackData?.isEmpty == false, "the tag by which a status is recognised")
        #expect(error?.underlying is TransportError)
    }

    @Test("of a foreign kind are an unknown outcome")
    func foreign() async {
        struct Strange: Error {}
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport([.failure(Strange())])).send(
                .text("Hi"), to: "+15550001111")
        }
        #expect(error?.outcome == .unknown)
        #expect(error?.attempts == 1)
    }

    @Test("by cancellation end the call at once and are not repeated")
    func cancelled() async {
        let transport = ScriptedTransport([.hang])
        let cloud = makeCloud(transport)
        let task = Task { try await cloud.checkConnection() }
        while await transport.received.isEmpty { await Task.yield() }
        task.cancel()
        let result = await task.result
        let error = #expect(throws: WhatsAppError.self) { try result.get() }
        #expect(error?.code == .cancelled)
        #expect(await transport.received.count == 1)
    }

    @Test("show no secret and nothing personal, in whatever way they are printed or logged")
    func redaction() async throws {
        let echo =
            #"{"error":{"message":"(#100) bad token EAAG-test-token-that-must-not-show for +5511987654321: Hello Ana","code":100,"error_data":{"details":"Hello Ana"}}}"#
        let handler = InMemoryLogHandler()
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = .trace
        let transport = ScriptedTransport([
            .answer(status: 429, body: echo), .answer(status: 400, body: echo),
            .answer(status: 200, body: acceptedAnswer),
        ])
        let cloud = makeCloud(transport, tagsMessages: true)
        var printed: [String] = []
        func add(_ value: Any) {
            var dumped = ""
            dump(value, to: &dumped)
            printed += ["\(value)", String(reflecting: value), dumped]
        }
        do {
            try await cloud.send(
                .text("Hello Ana"), to: "+5511987654321", options: RequestOptions(logger: logger))
            Issue.record("the send was to fail")
        } catch {
            add(error)
            if let platform = error.platform { add("\(platform)") }
        }
        let sent = try await cloud.send(
            .text("Hello Ana"), to: "+5511987654321", options: RequestOptions(logger: logger))
        add(sent)
        add(Message.text("Hello Ana"))
        add(Recipient("+5511987654321"))
        add(cloud)
        printed += handler.entries.map { "\($0.message) \($0.metadata)" }
        #expect(handler.entries.count >= 3)
        for text in printed {
            for secret in ["EAAG", "app-secret", "1198765", "Hello", "Ana", "15550001111"] {
                #expect(!text.contains(secret), "\(secret) shows")
            }
        }
    }

    @Test("read well")
    func descriptions() async {
        let body =
            #"{"error":{"message":"(#131047) Re-engagement message","code":131047,"fbtrace_id":"TraceZ"}}"#
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport(status: 400, body: body)).send(
                .text("Hi"), to: "+15550001111")
        }
        #expect(
            error?.description
                == "rejected: the customer service window is closed: only a template may be sent; code 131047, trace TraceZ; HTTP 400"
        )
    }
}
