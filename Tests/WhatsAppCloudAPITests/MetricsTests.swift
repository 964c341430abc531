import CoreMetrics
import HTTPTypes
import MetricsTestKit
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API counts")
struct MetricsTests {
    private static let refused = ScriptedTransport.Step.answer(
        status: 400, body: #"{"error":{"code":131047}}"#)
    private static let notSent = ScriptedTransport.Step.failure(
        TransportError(code: .connectionFailed, delivery: .notSent, message: "refused"))
    private static let lost = ScriptedTransport.Step.failure(
        TransportError(code: .connectionLost, delivery: .unknown, message: "reset"))
    private static let accepted = ScriptedTransport.Step.answer(status: 200, body: acceptedAnswer)

    private func dimensions(_ operation: String, _ outcome: String) -> [(String, String)] {
        [("provider", "cloud-api"), ("operation", operation), ("outcome", outcome)]
    }

    @Test(
        "requests with their repetitions, failed calls and the time of calls, by operation and outcome")
    func counts() async throws {
        let metrics = TestMetrics()
        let clock = RecordingClock()
        let transport = ScriptedTransport([
            Self.notSent, Self.accepted, Self.refused, Self.lost, Self.accepted,
            .answer(status: 200, body: #"{"id":"1"}"#),
        ])
        await withMetricsFactory(metrics) {
            let cloud = makeCloud(transport, clock: clock, retryPolicy: RetryPolicy(jitter: 0))
            for _ in 0..<4 { _ = try? await cloud.send(.text("Hi"), to: "+15550001111") }
            _ = try? await cloud.execute(RawCall(method: .get, path: "x"))
        }
        #expect(
            metrics.counterTotal(label: "whatsapp.requests", dimensions: dimensions("send", "ok")) == 2)
        #expect(
            metrics.counterTotal(label: "whatsapp.requests", dimensions: dimensions("send", "notSent"))
                == 1)
        #expect(
            metrics.counterTotal(label: "whatsapp.requests", dimensions: dimensions("send", "refused"))
                == 1)
        #expect(
            metrics.counterTotal(label: "whatsapp.requests", dimensions: dimensions("send", "unknown"))
                == 1)
        #expect(
            metrics.counterTotal(label: "whatsapp.requests", dimensions: dimensions("execute", "ok")) == 1
        )
        #expect(
            metrics.counterTotal(label: "whatsapp.errors", dimensions: dimensions("send", "refused")) == 1
        )
        #expect(
            metrics.counterTotal(label: "whatsapp.errors", dimensions: dimensions("send", "unknown")) == 1
        )
        #expect(
            metrics.counterTotal(label: "whatsapp.errors", dimensions: dimensions("send", "notSent")) == 0
        )
        let durations = try metrics.expectTimer("whatsapp.duration", dimensions("send", "ok")).values
        #expect(durations == [500_000_000, 0])
    }

    @Test("with handlers that are made once")
    func handlers() async throws {
        let metrics = TestMetrics()
        let transport = ScriptedTransport(Array(repeating: Self.accepted, count: 50))
        try await withMetricsFactory(metrics) {
            let cloud = makeCloud(transport)
            for _ in 0..<50 { try await cloud.send(.text("Hi"), to: "+15550001111") }
        }
        #expect(metrics.counters.count == 1)
        #expect(metrics.timers.count == 1)
        #expect(metrics.counters.first?.totalValue == 50)
    }

    @Test("without a number, a text or a token")
    func privacy() async throws {
        let metrics = TestMetrics()
        let transport = ScriptedTransport([Self.accepted, Self.refused])
        await withMetricsFactory(metrics) {
            let cloud = makeCloud(transport)
            for _ in 0..<2 { _ = try? await cloud.send(.text("Confidential"), to: "+15550001111") }
        }
        let texts = metrics.counters.map { "\($0.label) \($0.dimensions)" }
        #expect(!texts.isEmpty)
        for secret in ["15550001111", "Confidential", testToken, "106540352242922"] {
            #expect(!texts.contains { $0.contains(secret) })
        }
    }
}
