import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("A retry policy limits repetitions")
struct RetryPolicyTests {
    private static let notSent = TransportError(
        code: .connectionFailed, delivery: .notSent, message: "refused")
    private static let throttled = #"{"error":{"message":"(#130429) Rate limit hit","code":130429}}"#

    @Test(
        "by a deadline for the call with its waits, that no wait may reach",
        arguments: [
            (3499, 2, [500, 1000]), (3500, 2, [500, 1000]), (3501, 3, [500, 1000, 2000]), (500, 0, []),
        ])
    func deadline(milliseconds: Int, retries: Int, waits: [Int]) async {
        let clock = RecordingClock()
        let transport = ScriptedTransport(Array(repeating: .failure(Self.notSent), count: 10))
        let policy = RetryPolicy(maximumRetries: 3, jitter: 0, deadline: .milliseconds(milliseconds))
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport, clock: clock, retryPolicy: policy).send(
                .text("Hi"), to: "+15550001111")
        }
        #expect(error?.attempts == retries + 1)
        #expect(error?.outcome == .notSent)
        #expect(clock.waits == waits.map { .milliseconds($0) })
    }

    @Test("by a deadline that counts the time of the attempts, and limits them")
    func deadlineOfAttempts() async {
        let clock = RecordingClock()
        let script = ScriptedTransport(Array(repeating: .failure(Self.notSent), count: 10))
        let transport = SlowTransport(base: script, clock: clock, duration: .seconds(4))
        let policy = RetryPolicy(maximumRetries: 9, jitter: 0, deadline: .seconds(10))
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport, clock: clock, retryPolicy: policy).send(
                .text("Hi"), to: "+15550001111")
        }
        let options = await script.received.map(\.options)
        #expect(options.map(\.timeout) == [.seconds(10), .milliseconds(5500), .milliseconds(500)])
        #expect(options.map(\.queueTimeout) == [.seconds(10), .milliseconds(5500), .milliseconds(500)])
    }

    @Test("by a deadline that a fresh token does not pass either")
    func deadlineAndToken() async {
        let clock = RecordingClock()
        let script = ScriptedTransport([
            .answer(status: 401, body: #"{"error":{"code":190}}"#),
            .answer(status: 200, body: acceptedAnswer),
        ])
        let transport = SlowTransport(base: script, clock: clock, duration: .seconds(4))
        let source = CredentialSource { $0 == nil ? "one" : "two" }
        let policy = RetryPolicy(deadline: .seconds(4))
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport, token: source, clock: clock, retryPolicy: policy)
                .send(.text("Hi"), to: "+15550001111")
        }
        #expect(await script.received.count == 1)
    }

    @Test(
        "by codes and families that it excludes",
        arguments: [
            (RetryPolicy(excludedCodes: [.rateLimited]), 1, 2),
            (RetryPolicy(excludedCodes: [.transport]), 2, 1),
            (RetryPolicy(excludedFamilies: [.throttling]), 1, 2),
            (RetryPolicy(excludedFamilies: [.authorization, .server]), 2, 2),
        ])
    func exclusions(policy: RetryPolicy, throttled: Int, notSent: Int) async {
        for (step, count) in [
            (ScriptedTransport.Step.answer(status: 400, body: Self.throttled), throttled),
            (.failure(Self.notSent), notSent),
        ] {
            let transport = ScriptedTransport([step, .answer(status: 200, body: acceptedAnswer)])
            _ = try? await makeCloud(transport, retryPolicy: policy).send(.text("Hi"), to: "+15550001111")
            #expect(await transport.received.count == count)
        }
    }

    @Test("and keeps the old token where it excludes authorization")
    func excludedAuthorization() async {
        let transport = ScriptedTransport(
            Array(repeating: .answer(status: 401, body: #"{"error":{"code":190}}"#), count: 3))
        let source = CredentialSource { $0 == nil ? "one" : "two" }
        _ = try? await makeCloud(
            transport, token: source, retryPolicy: RetryPolicy(excludedFamilies: [.authorization])
        ).send(.text("Hi"), to: "+15550001111")
        #expect(await transport.received.count == 1)
    }

    @Test(
        "A date in Retry-After is measured against the answer's own date",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT", 7),
            ("Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:30 1994", 7),
            ("Fri, 01 Mar 2024 00:00:05 GMT", "Thu, 29 Feb 2024 23:59:55 GMT", 10),
            ("Wed, 01 Jan 2025 00:00:00 GMT", "Tue, 31 Dec 2024 23:59:00 GMT", 60),
            ("Sun, 06 Nov 1994 08:49:30 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 0),
        ])
    func retryAfterDate(date: String, now: String, seconds: Int) async throws {
        let clock = RecordingClock()
        let transport = ScriptedTransport([
            .answer(status: 429, headers: [.retryAfter: date, .date: now], body: Self.throttled),
            .answer(status: 200, body: acceptedAnswer),
        ])
        try await makeCloud(transport, clock: clock).send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits == [.seconds(seconds)])
    }

    @Test(
        "A Retry-After that cannot be read leaves the policy's own wait",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:37 GMT", "yesterday"),
            ("Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT"),
            ("Sun, 06 Non 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT"),
            ("Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:30 GMT"),
            ("Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 08:49:30 GMT"),
            ("-5", nil), ("99999999999999999999", nil), ("", nil), ("soon", nil),
        ] as [(String, String?)])
    func unreadableRetryAfter(text: String, now: String?) async throws {
        let clock = RecordingClock()
        var headers: HTTPFields = [.retryAfter: text]
        headers[.date] = now
        let transport = ScriptedTransport([
            .answer(status: 429, headers: headers, body: Self.throttled),
            .answer(status: 200, body: acceptedAnswer),
        ])
        try await makeCloud(transport, clock: clock, retryPolicy: RetryPolicy(jitter: 0))
            .send(.text("Hi"), to: "+15550001111")
        #expect(clock.waits == [.milliseconds(500)])
    }

    @Test(
        "A fresh token is asked for whenever the token was refused, and only then",
        arguments: [
            (401, #"{"error":{"code":190,"error_subcode":460}}"#, 2),
            (400, #"{"error":{"code":102}}"#, 2),
            (401, #"{"error":{"code":0}}"#, 2), (401, #"{"error":{"code":104}}"#, 2),
            (403, #"{"error":{"code":10}}"#, 1), (403, #"{"error":{"code":200}}"#, 1),
            (403, #"{"error":{"code":131005}}"#, 1), (400, #"{"error":{"code":100}}"#, 1),
            (500, #"{"error":{"code":190}}"#, 1),
        ])
    func freshToken(status: Int, body: String, requests: Int) async {
        let transport = ScriptedTransport([
            .answer(status: status, body: body), .answer(status: 200, body: acceptedAnswer),
        ])
        let source = CredentialSource { $0 == nil ? "one" : "two" }
        _ = try? await makeCloud(transport, token: source).send(.text("Hi"), to: "+15550001111")
        let tokens = await transport.received.map { $0.request.headerFields[.authorization] }
        #expect(tokens == Array(["Bearer one", "Bearer two"].prefix(requests)))
    }
}

/// A transport whose calls take time on a clock that nobody waits for.
private struct SlowTransport: HTTPTransport {
    var base: ScriptedTransport
    var clock: RecordingClock
    var duration: Duration

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        try await clock.sleep(until: clock.now.advanced(by: duration), tolerance: nil)
        return try await base.send(request, body: body, options: options)
    }
}
