import Testing
import TransportTestSupport
import WhatsAppCURL

@Suite("The libcurl transport keeps to the seam", .serialized, .timeLimit(.minutes(2)))
struct CURLConformanceTests {
    @Test("Conformance", arguments: ConformanceCase.all(for: .all))
    func conforms(_ requirement: ConformanceCase) async throws {
        try await requirement.run { connections in
            let transport = CURLTransport(configuration: .init(maximumConnections: connections))
            return TransportUnderTest(transport) { await transport.shutdown() }
        }
    }
}
