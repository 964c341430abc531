import Testing
import TransportTestSupport
import WhatsAppURLSession

@Suite("The URLSession transport keeps to the seam", .serialized, .timeLimit(.minutes(2)))
struct URLSessionConformanceTests {
    /// What Foundation leaves undone is named in the transport's documentation.
    #if canImport(FoundationNetworking)
    private static let features: TransportFeatures = []
    #else
    private static let features: TransportFeatures = [.backPressure]
    #endif

    @Test("Conformance", arguments: ConformanceCase.all(for: Self.features))
    func conforms(_ requirement: ConformanceCase) async throws {
        try await requirement.run { connections in
            let transport = URLSessionTransport(
                configuration: .init(maximumConnections: connections, maximumConnectionsPerHost: connections))
            return TransportUnderTest(transport) { await transport.shutdown() }
        }
    }
}
