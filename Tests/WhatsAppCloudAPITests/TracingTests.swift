#if Tracing
import InMemoryTracing
import ProviderTestSupport
import Testing
import Tracing
import WhatsAppBusiness
import WhatsAppCloudAPI

/// The process has one tracer, hence one suite in order.
@Suite("Cloud API traces", .serialized)
struct TracingTests {
    private static let tracer: InMemoryTracer = {
        let tracer = InMemoryTracer()
        InstrumentationSystem.bootstrap(tracer)
        return tracer
    }()

    @Test("each call with its repetitions as one span, without a number, a text or a token")
    func spans() async throws {
        let transport = ScriptedTransport([
            .failure(TransportError(code: .connectionFailed, delivery: .notSent, message: "refused")),
            .answer(status: 200, body: acceptedAnswer),
            .answer(status: 400, body: #"{"error":{"code":131047}}"#),
        ])
        let tracer = Self.tracer
        await withSpan("TracingTests") { _ in
            for _ in 0..<2 {
                _ = try? await makeCloud(transport).send(.text("Confidential"), to: "+15550001111")
            }
        }
        let finished = tracer.finishedSpans
        let parent = try #require(finished.last { $0.operationName == "TracingTests" })
        let spans = finished.filter { $0.parentSpanID == parent.spanID }
        #expect(spans.map(\.operationName) == ["whatsapp.send", "whatsapp.send"])
        #expect(spans.allSatisfy { $0.kind == .client })
        #expect(spans.first?.attributes.get("whatsapp.outcome") == .string("ok"))
        let failed = try #require(spans.last)
        #expect(failed.attributes.get("whatsapp.outcome") == .string("refused"))
        #expect(failed.attributes.get("whatsapp.error_code") == Int64(131047).toSpanAttribute())
        #expect(failed.attributes.get("http.response.status_code") == Int64(400).toSpanAttribute())
        #expect(failed.status?.code == .error)
        for span in spans {
            let text = "\(span)"
            for secret in ["15550001111", "Confidential", testToken, "106540352242922"] {
                #expect(!text.contains(secret))
            }
        }
    }
}
#endif
