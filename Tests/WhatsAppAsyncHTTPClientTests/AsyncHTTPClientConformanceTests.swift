#if AsyncHTTPClient
import Testing
import TransportTestSupport
import WhatsAppAsyncHTTPClient

@Suite("The AsyncHTTPClient transport keeps to the seam", .serialized, .timeLimit(.minutes(2)))
struct AsyncHTTPClientConformanceTests {
    @Test("Conformance", arguments: ConformanceCase.all(for: .all))
    func conforms(_ requirement: ConformanceCase) async throws {
        try await requirement.run { connections in
            let transport = AsyncHTTPClientTransport(configuration: .init(maximumConnections: connections))
            return TransportUnderTest(transport) { await transport.shutdown() }
        }
    }
}
#endif
