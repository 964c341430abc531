import ProviderTestSupport
import Testing
import TransportTestSupport
import WhatsAppBusiness
import WhatsAppCURL
import WhatsAppCloudAPI

@Suite("A send through Cloud API over libcurl", .timeLimit(.minutes(1)))
struct ProviderTests {
    /// A provider on a transport of its own.
    private func cloud(port: Int, timeout: Duration = .seconds(20)) -> CloudAPI {
        CloudAPI(
            phoneNumberID: "106540352242922", accessToken: "token", transport: CURLTransport(),
            configuration: .init(
                baseURL: "http://127.0.0.1:\(port)", retryPolicy: .standard,
                transportOptions: TransportOptions(timeout: timeout), clock: RecordingClock()))
    }

    private func failure(_ cloud: CloudAPI) async throws -> WhatsAppError {
        try await #require(throws: WhatsAppError.self) { try await cloud.send(.text("Hi"), to: "+15550001111") }
    }

    @Test("arrives, and its answer is understood")
    func sent() async throws {
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.respond(body: #"{"contacts":[{"wa_id":"15550001111"}],"messages":[{"id":"wamid.1"}]}"#)
        }
        let sent = try await cloud(port: server.port).send(.text("Hi"), to: "+15550001111")
        #expect(sent.id == "wamid.1")
        #expect(server.log.requests.first?.target == "/v25.0/106540352242922/messages")
    }

    @Test("to nobody is certainly not sent, however often it is tried")
    func gone() async throws {
        let error = try await failure(cloud(port: try DeafPort.closedPort()))
        #expect(error.code == .transport)
        #expect(error.outcome == .notSent)
        #expect(error.attempts == 3)
    }

    @Test("whose connection is reset after it arrived has an unknown outcome and is not repeated")
    func reset() async throws {
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            connection.reset()
        }
        let error = try await failure(cloud(port: server.port))
        #expect(error.outcome == .unknown)
        #expect(error.callbackData != nil)
        #expect(server.log.requests.count == 1)
    }

    @Test("that is never answered has an unknown outcome and is not repeated")
    func slow() async throws {
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.waitForClose()
        }
        let error = try await failure(cloud(port: server.port, timeout: .milliseconds(200)))
        #expect((error.underlying as? TransportError)?.code == .timedOut)
        #expect(error.outcome == .unknown)
        #expect(server.log.requests.count == 1)
    }

    @Test("that a page of HTML answers with 502 has an unknown outcome, and keeps the page")
    func html() async throws {
        let page = "<html><body>Bad Gateway</body></html>"
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.respond("502 Bad Gateway", fields: ["Content-Type: text/html"], body: page)
        }
        let error = try await failure(cloud(port: server.port))
        #expect(error.code == .unavailable)
        #expect(error.outcome == .unknown)
        #expect(error.response?.body == Array(page.utf8))
        #expect(server.log.requests.count == 1)
    }
}
