import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Middleware around a transport")
struct MiddlewareTests {
    @Test("sees requests in order and responses in the opposite order")
    func order() async throws {
        let log = Visits()
        let script = ScriptedTransport(body: acceptedAnswer)
        let transport = script.with(
            Visitor("first", log), Visitor("second", log), Visitor("third", log))
        try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        #expect(
            await log.names == [
                "first", "second", "third", "third answered", "second answered", "first answered",
            ])
        let request = try #require(await script.received.first)
        #expect(
            request.request.headerFields[.userAgent] == "swift-whatsapp-business, first, second, third")
        #expect(request.request.headerFields[.authorization] == "Bearer \(testToken)")
    }

    @Test("changes nothing where there is none")
    func none() async throws {
        let script = ScriptedTransport(body: acceptedAnswer)
        try await makeCloud(script.with()).send(.text("Hi"), to: "+15550001111")
        #expect(await script.received.count == 1)
    }

    @Test("sees each repetition")
    func repetitions() async throws {
        let log = Visits()
        let script = ScriptedTransport([
            .failure(TransportError(code: .connectionFailed, delivery: .notSent, message: "refused")),
            .answer(status: 429, body: ""), .answer(status: 200, body: acceptedAnswer),
        ])
        try await makeCloud(script.with(Visitor("it", log))).send(.text("Hi"), to: "+15550001111")
        #expect(await log.names == ["it", "it", "it answered", "it", "it answered"])
    }

    @Test("can answer by itself")
    func cache() async throws {
        let script = ScriptedTransport(body: "never asked")
        let answer = try await makeCloud(script.with(Answering())).execute(
            RawCall(method: .get, path: "x"))
        #expect(answer.headers[.age] == "7")
        #expect(await script.received.isEmpty)
    }

    @Test("can refuse, and its error says whether the request may have left")
    func refusal() async {
        let script = ScriptedTransport(
            Array(repeating: .answer(status: 200, body: acceptedAnswer), count: 5))
        let certain = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(script.with(Refusing(isCertain: true))).send(
                .text("Hi"), to: "+15550001111")
        }
        #expect(certain?.outcome == .notSent)
        let unclear = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(script.with(Refusing(isCertain: false))).send(
                .text("Hi"), to: "+15550001111")
        }
        #expect(unclear?.outcome == .unknown)
        #expect(unclear?.attempts == 1)
        #expect(await script.received.isEmpty)
    }

    @Test("hands on bodies, options and cancellation")
    func handing() async throws {
        let script = ScriptedTransport([.hang])
        let transport = script.with(Visitor("it", Visits()))
        let options = RequestOptions(timeout: .seconds(77))
        let task = Task {
            try await makeCloud(transport).send(.text("Hi"), to: "+15550001111", options: options)
        }
        while await script.received.isEmpty { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: WhatsAppError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        let request = try #require(await script.received.first)
        #expect(request.options.timeout == .seconds(77))
        #expect(String(decoding: request.body, as: UTF8.self).contains(#""Hi""#))
    }
}

private actor Visits {
    var names: [String] = []

    func add(_ name: String) {
        names.append(name)
    }
}

private struct Visitor: TransportMiddleware {
    var name: String
    var log: Visits

    init(_ name: String, _ log: Visits) {
        self.name = name
        self.log = log
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions, next: any HTTPTransport
    ) async throws -> (HTTPResponse, HTTPBody) {
        await log.add(name)
        var request = request
        let earlier = request.headerFields[.userAgent].map { $0 + ", " } ?? ""
        request.headerFields[.userAgent] = earlier + name
        let answer = try await next.send(request, body: body, options: options)
        await log.add("\(name) answered")
        return answer
    }
}

private struct Answering: TransportMiddleware {
    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions, next: any HTTPTransport
    ) async throws -> (HTTPResponse, HTTPBody) {
        (
            HTTPResponse(status: .ok, headerFields: [.age: "7"]),
            HTTPBody(#"{"id":"1","status":"CONNECTED"}"#)
        )
    }
}

private struct Refusing: TransportMiddleware {
    struct Unclear: Error {}
    var isCertain: Bool

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions, next: any HTTPTransport
    ) async throws -> (HTTPResponse, HTTPBody) {
        guard isCertain else { throw Unclear() }
        throw TransportError(code: .other, delivery: .notSent, message: "nothing leaves at night")
    }
}
