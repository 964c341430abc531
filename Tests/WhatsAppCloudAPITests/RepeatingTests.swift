import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API repeats a call")
struct RepeatingTests {
    private static let noJitter = RetryPolicy(jitter: 0)
    private static let notSent = TransportError(
        code: .connectionFailed, delivery: .notSent, message: "refused")
    private static let unknown = TransportError(
        code: .connectionLost, delivery: .unknown, message: "reset")
    private static let throttled = #"{"error":{"message":"(#130429) Rate limit hit","code":130429}}"#
    private static let expired = #"{"error":{"message":"expired","code":190,"error_subcode":463}}"#
    private static let fault =
        #"{"error":{"message":"(#131000) Something went wrong","code":131000}}"#

    @Test("when a send certainly never left, or was refused for its rate")
    func sends() async throws {
        let clock = RecordingClock()
        let transport = ScriptedTransport([
            .failure(Self.notSent), .answer(status: 400, body: Self.throttled),
            .answer(status: 200, body: acceptedAnswer),
        ])
        let sent = try await makeCloud(transport, clock: clock, retryPolicy: Self.noJitter)
            .send(.text("Hi"), to: "+15550001111")
        #expect(sent.id == "wamid.OUT1")
        #expect(clock.waits == [.milliseconds(500), .seconds(1)])
        let bodies = Set(await transport.received.map(\.body))
        #expect(bodies.count == 1, "each attempt has the same body and tag")
    }

    @Test(
        "never when a send may have arrived",
        arguments: [
            ScriptedTransport.Step.failure(Self.unknown), .answer(status: 500, body: Self.fault),
            .answer(status: 503, body: "<html>"), .answer(status: 408, body: ""),
            .answer(status: 200, body: "<html>"),
        ])
    func uncertainSends(step: ScriptedTransport.Step) async {
        let transport = ScriptedTransport([step, .answer(status: 200, body: acceptedAnswer)])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.outcome == .unknown)
        #expect(await transport.received.count == 1)
    }

    @Test(
        "whenever a read failed in passing",
        arguments: [
            ScriptedTransport.Step.failure(Self.unknown), .failure(Self.notSent),
            .answer(status: 500, body: Self.fault),
            .answer(status: 502, body: "<html>"), .answer(status: 429, body: ""),
            .answer(status: 408, body: ""),
        ])
    func reads(step: ScriptedTransport.Step) async throws {
        let transport = ScriptedTransport([
            step, .answer(status: 200, body: #"{"id":"1","status":"CONNECTED"}"#),
        ])
        _ = try await makeCloud(transport).execute(.get("106540352242922"))
        #expect(await transport.received.count == 2)
    }

    @Test("at most as often as the policy says, and says how often")
    func limit() async {
        let clock = RecordingClock()
        let transport = ScriptedTransport(Array(repeating: .failure(Self.notSent), count: 10))
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(
                transport, clock: clock,
                retryPolicy: RetryPolicy(maximumRetries: 6, maximumDelay: .seconds(4), jitter: 0)
            ).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.attempts == 7)
        #expect(error?.outcome == .notSent)
        #expect(
            clock.waits == [
                .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(4), .seconds(4),
            ])
    }

    @Test("after a wait with jitter between half and all of it")
    func jitter() async {
        let clock = RecordingClock()
        let transport = ScriptedTransport(Array(repeating: .failure(Self.notSent), count: 3))
        _ = try? await makeCloud(transport, clock: clock).send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits.count == 2)
        #expect((.milliseconds(250)...(.milliseconds(500))).contains(clock.waits[0]))
        #expect((.milliseconds(500)...(.seconds(1))).contains(clock.waits[1]))
    }

    @Test("after the time that the server asks for, unless that is too long")
    func retryAfter() async throws {
        let clock = RecordingClock()
        let transport = ScriptedTransport([
            .answer(status: 429, headers: [.retryAfter: "7"], body: Self.throttled),
            .answer(status: 200, body: acceptedAnswer),
            .answer(status: 429, headers: [.retryAfter: "61"], body: Self.throttled),
        ])
        let cloud = makeCloud(transport, clock: clock)
        try await cloud.send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits == [.seconds(7)])
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.retryAfter == .seconds(61))
        #expect(clock.waits == [.seconds(7)])
    }

    @Test("as the pair rate wants it: 1, 4, 16 seconds")
    func pairRate() async {
        let clock = RecordingClock()
        let body = #"{"error":{"message":"(#131056) Pair rate limit hit","code":131056}}"#
        let transport = ScriptedTransport(Array(repeating: .answer(status: 400, body: body), count: 4))
        _ = try? await makeCloud(transport, clock: clock, retryPolicy: RetryPolicy(maximumRetries: 3))
            .send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits == [.seconds(1), .seconds(4), .seconds(16)])
    }

    @Test("not when the refusal lasts", arguments: [131048, 131064, 133016, 131047, 100, 368])
    func lasting(code: Int) async {
        let body = #"{"error":{"message":"no","code":\#(code)}}"#
        let transport = ScriptedTransport([
            .answer(status: 400, body: body), .answer(status: 200, body: acceptedAnswer),
        ])
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(await transport.received.count == 1)
    }

    @Test("once with a fresh token when the token has expired")
    func freshToken() async throws {
        let asked = Asked()
        let source = CredentialSource { refused in
            await asked.ask(refused)
            return refused == nil ? "old-token" : "new-token"
        }
        let transport = ScriptedTransport([
            .answer(status: 401, body: Self.expired), .answer(status: 200, body: acceptedAnswer),
        ])
        let clock = RecordingClock()
        try await makeCloud(transport, token: source, clock: clock).send(
            .text("Hi"), to: "+15550001111")
        let tokens = await transport.received.map { $0.request.headerFields[.authorization] }
        #expect(tokens == ["Bearer old-token", "Bearer new-token"])
        #expect(await asked.refused == [nil, "old-token"])
        #expect(clock.waits.isEmpty)
    }

    @Test("only once, when the fresh token is refused too")
    func freshTokenRefused() async {
        let asked = Asked()
        let source = CredentialSource { refused in
            await asked.ask(refused)
            return refused == nil ? "one" : "two"
        }
        let transport = ScriptedTransport(
            Array(repeating: .answer(status: 401, body: Self.expired), count: 5))
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport, token: source).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .unauthorized)
        #expect(error?.platform?.code == .accessTokenExpired)
        #expect(await transport.received.count == 2)
        #expect(await asked.refused == [nil, "one"])
    }

    @Test("not with a fixed token that was refused")
    func fixedToken() async {
        let transport = ScriptedTransport(
            Array(repeating: .answer(status: 401, body: Self.expired), count: 5))
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .unauthorized)
        #expect(await transport.received.count == 1)
    }

    @Test("not when the credential source has no token")
    func noToken() async {
        struct Locked: Error {}
        let transport = ScriptedTransport(body: acceptedAnswer)
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport, token: CredentialSource { _ in throw Locked() })
                .send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code == .unauthorized)
        #expect(error?.outcome == .notSent)
        #expect(error?.underlying is Locked)
        #expect(await transport.received.isEmpty)
    }

    @Test("not when the fresh token cannot be had, and says why")
    func noFreshToken() async {
        struct Locked: Error {}
        let source = CredentialSource { refused in
            guard refused == nil else { throw Locked() }
            return "old-token"
        }
        let transport = ScriptedTransport(
            Array(repeating: .answer(status: 401, body: Self.expired), count: 5))
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport, token: source).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.underlying is Locked)
        #expect(error?.attempts == 1)
        #expect(await transport.received.count == 1)
    }

    @Test(
        "not when a transport says that waiting, trusting or asking again is no use",
        arguments: [
            TransportError.Code.queueTimedOut, .tlsFailed, .invalidRequest, .shutDown,
        ])
    func hopeless(code: TransportError.Code) async {
        let failure = TransportError(code: code, delivery: .notSent, message: "no")
        let transport = ScriptedTransport([
            .failure(failure), .answer(status: 200, body: acceptedAnswer),
        ])
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(await transport.received.count == 1)
    }

    @Test("not when its body cannot be read again")
    func streamedBody() async {
        let chunks = AsyncStream { continuation in
            continuation.yield(Array("{}".utf8))
            continuation.finish()
        }
        let transport = ScriptedTransport([.failure(Self.notSent), .answer(status: 200, body: "{}")])
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).execute(
                RawCall(method: .post, path: "x", body: HTTPBody(chunks), isRepeatable: true))
        }
        #expect(await transport.received.count == 1)
    }
}

/// What a credential source was asked.
private actor Asked {
    var refused: [Secret?] = []

    func ask(_ token: Secret?) {
        refused.append(token)
    }
}
