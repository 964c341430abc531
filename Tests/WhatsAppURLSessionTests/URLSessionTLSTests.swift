import HTTPTypes
import Testing
import TransportTestSupport
import WhatsAppBusiness
import WhatsAppURLSession

@Suite(
    "The URLSession transport and TLS", .timeLimit(.minutes(2)),
    .enabled(if: TLSServer.current != nil, "needs Scripts/tls-server and WHATSAPP_TEST_TLS_DIR"))
struct URLSessionTLSTests {
    @Test("An unknown authority is refused", arguments: [true, false])
    func unknownAuthority(isRightHost: Bool) async throws {
        let server = try #require(TLSServer.current)
        let transport = URLSessionTransport()
        let port = isRightHost ? server.http1 : server.wrongHost
        let request = HTTPRequest(method: .post, scheme: "https", authority: "localhost:\(port)", path: "/")
        let error = try await #require(throws: TransportError.self) {
            _ = try await transport.send(request, body: HTTPBody("x"), options: TransportOptions())
        }
        #expect(error.code == .tlsFailed || error.code == .other)
        #expect(error.delivery == .unknown)
        await transport.shutdown()
    }
}
