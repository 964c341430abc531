import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API calls")
struct CallTests {
    @Test("what is not modelled, with the token and below the version")
    func raw() async throws {
        let transport = ScriptedTransport(body: #"{"data":[]}"#)
        let answer = try await makeCloud(transport).execute(.get("/102290129340398/flows?limit=5"))
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"data":[]}"#)
        let received = try #require(await transport.received.first)
        #expect(received.request.path == "/v25.0/102290129340398/flows?limit=5")
        #expect(received.request.headerFields[.authorization] == "Bearer \(testToken)")
        #expect(received.request.headerFields[.contentType] == nil)
    }

    @Test("with a body of its own kind")
    func rawBody() async throws {
        let transport = ScriptedTransport(body: "{}")
        _ = try await makeCloud(transport).execute(
            RawCall(
                method: .post, path: "1/x", body: HTTPBody("a=b"),
                contentType: "application/x-www-form-urlencoded")
        )
        let received = try #require(await transport.received.first)
        #expect(received.request.headerFields[.contentType] == "application/x-www-form-urlencoded")
        #expect(received.body == Array("a=b".utf8))
    }

    @Test(
        "nothing outside its base address",
        arguments: [
            "", "//evil.example/x", "https://evil.example/x", "../x", "a/../../b", "a/%2e%2E/b", "a b",
            "a\r\nHost: x",
            "a\\b", "é", "a#b", "./x", "a\0b",
        ])
    func escaping(path: String) async {
        let transport = ScriptedTransport(body: "{}")
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).execute(.get(path))
        }
        #expect(error?.code == .invalid)
        #expect(await transport.received.isEmpty)
    }

    @Test("an address in a query, which is no escape")
    func addressInQuery() async throws {
        let transport = ScriptedTransport(body: "{}")
        _ = try await makeCloud(transport).execute(.get("1/x?callback=https://example.com/../a"))
        #expect(await transport.received.count == 1)
    }

    @Test(
        "on other base addresses",
        arguments: [
            ("http://127.0.0.1:8080", "http", "127.0.0.1:8080", "/v25.0/106540352242922/messages"),
            ("http://localhost:80/", "http", "localhost:80", "/v25.0/106540352242922/messages"),
            ("http://[::1]:8080", "http", "[::1]:8080", "/v25.0/106540352242922/messages"),
            (
                "https://proxy.example/graph/", "https", "proxy.example",
                "/graph/v25.0/106540352242922/messages"
            ),
            ("graph.facebook.com", "https", "graph.facebook.com", "/v25.0/106540352242922/messages"),
        ])
    func baseAddresses(base: String, scheme: String, authority: String, path: String) async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        try await makeCloud(transport, baseURL: base).send(.text("Hi"), to: "+15550001111")
        let request = try #require(await transport.received.first?.request)
        #expect(request.scheme == scheme)
        #expect(request.authority == authority)
        #expect(request.path == path)
    }

    @Test(
        "without https only on this machine, or when it is told to",
        arguments: [
            "http://graph.facebook.com", "http://127.0.0.1.evil.example", "http://localhost.evil.example",
        ])
    func plainHTTP(base: String) async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let cloud = makeCloud(transport, baseURL: base)
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.validation?.violations.first?.path == "baseURL")
        #expect(await transport.received.isEmpty)
        try await cloud.with { $0.allowsPlainHTTP = true }.send(.text("Hi"), to: "+15550001111")
        #expect(await transport.received.count == 1)
    }

    @Test(
        "nothing with an id that is not one", arguments: ["", "+15550001111", "1/../2", "1?x=y", "a b"])
    func identifiers(id: String) async {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let cloud = CloudAPI(phoneNumberID: .init(id), accessToken: "token", transport: transport)
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.validation?.violations.first?.path == "phoneNumberID")
        #expect(await transport.received.isEmpty)
    }

    @Test("and says beforehand what it can do")
    func capabilities() {
        let cloud = makeCloud(ScriptedTransport([]))
        #expect(cloud.capabilities.contains(.sendTemplate))
        #expect(!cloud.capabilities.contains(Capability(rawValue: "send.telepathy")))
    }
}
