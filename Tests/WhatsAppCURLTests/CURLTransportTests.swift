import HTTPTypes
import Testing
import TransportTestSupport
import WhatsAppBusiness
import WhatsAppCURL

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite("The libcurl transport", .serialized, .timeLimit(.minutes(2)))
struct CURLTransportTests {
    // The environment belongs to a process, so these run in one of their own.

    @Test("A proxy from the environment is not used")
    func environmentProxy() async {
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedServer.echo()
            let server = try ScriptedServer.echo()
            for name in ["http_proxy", "all_proxy", "ALL_PROXY"] { setenv(name, "http://127.0.0.1:\(proxy.port)", 1) }
            let transport = CURLTransport()
            _ = try await transport.send(server.request(), body: nil, options: TransportOptions())
            await transport.shutdown()
            try #require(server.log.requests.count == 1)
            try #require(proxy.log.connections == 0)
        }
    }

    @Test("A proxy from the configuration is used, whatever the environment excepts")
    func configuredProxy() async {
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedServer.echo()
            let server = try ScriptedServer.echo()
            setenv("no_proxy", "*", 1)
            let transport = CURLTransport(
                configuration: .init(
                    proxy: .init(host: "127.0.0.1", port: proxy.port, user: "name", password: "secret")))
            _ = try await transport.send(server.request(.get, "/x"), body: nil, options: TransportOptions())
            await transport.shutdown()
            try #require(server.log.connections == 0)
            let request = try #require(proxy.log.requests.first)
            try #require(request.target == "http://127.0.0.1:\(server.port)/x")
            try #require(request["proxy-authorization"] == ["Basic bmFtZTpzZWNyZXQ="])
        }
    }

    @Test("The shared transport is one and the same")
    func shared() async throws {
        let server = try ScriptedServer.echo()
        for _ in 1...2 {
            let transport: CURLTransport = .curl
            _ = try await transport.send(server.request(), body: nil, options: TransportOptions())
        }
        #expect(server.log.connections == 1)
        #expect(CURLTransport.curl === CURLTransport.curl)
    }

    @Test("The last reference closes the connections")
    func release() async throws {
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.respond()
            try connection.waitForClose()
        }
        do {
            let transport = CURLTransport()
            _ = try await transport.send(server.request(), body: nil, options: TransportOptions())
        }
        await server.wait { $0.closedByClient == [0] }
    }

    @Test("A streamed body keeps its transport alive")
    func streamedBodyOutlivesReference() async throws {
        let gate = try Gate()
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
            try connection.wait(for: gate)
            try connection.write("body")
            try connection.waitForClose()
        }
        let body = try await CURLTransport().send(
            server.request(), body: nil, options: TransportOptions(responseBody: .streamed())
        ).1
        gate.open()
        #expect(try await body.collect(upTo: 4) == [UInt8]("body".utf8))
        await server.wait { $0.closedByClient.isEmpty }
    }

    @Test("One host's full line does not hold up another host")
    func hostsAreIndependent() async throws {
        let gate = try Gate()
        let busy = try ScriptedServer { connection in
            while try connection.readRequest() != nil {
                try connection.wait(for: gate)
                try connection.respond(body: "late")
            }
        }
        let free = try ScriptedServer.echo()
        let transport = CURLTransport(configuration: .init(maximumConnectionsPerHost: 1))
        async let first = transport.send(busy.request(), body: nil, options: TransportOptions())
        async let second = transport.send(busy.request(), body: nil, options: TransportOptions())
        await busy.wait { $0.requests.count == 1 }
        let (response, _) = try await transport.send(free.request(), body: nil, options: TransportOptions())
        #expect(response.status == .ok)
        gate.open()
        _ = try await (first, second)
        #expect(busy.log.connections == 1)
        await transport.shutdown()
    }

    @Test("Many transports start and end")
    func manyTransports() async throws {
        let server = try ScriptedServer.echo()
        for _ in 0..<50 {
            let transport = CURLTransport()
            _ = try await transport.send(server.request(), body: nil, options: TransportOptions())
            await transport.shutdown()
        }
        for _ in 0..<50 { _ = CURLTransport() }
        #expect(server.log.requests.count == 50)
    }

    @Test("A name that does not resolve holds up nobody and is certainly not sent")
    func slowName() async throws {
        let server = try ScriptedServer.echo()
        let transport = CURLTransport()
        let unknown = HTTPRequest(method: .post, scheme: "http", authority: "no-such-host.invalid", path: "/")
        let waiting = Task {
            try await #require(throws: TransportError.self) {
                _ = try await transport.send(unknown, body: nil, options: TransportOptions(connectTimeout: .seconds(1)))
            }
        }
        _ = try await transport.send(server.request(), body: nil, options: TransportOptions())
        waiting.cancel()
        #expect(try await waiting.value.delivery == .notSent)
        await transport.shutdown()
    }

    @Test("An error's sentence names no host; libcurl's own is one step away")
    func errorText() async throws {
        let port = try DeafPort.closedPort()
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/token")
        let error = try await #require(throws: TransportError.self) {
            _ = try await CURLTransport().send(request, body: nil, options: TransportOptions())
        }
        let underlying = try #require(error.underlying as? CURLError)
        #expect(underlying.code == 7)
        #expect(underlying.message.contains("\(port)"))
        #expect(!"\(underlying)".contains("\(port)"))
        #expect(error.description == "connectionFailed: no connection could be opened (certainly not sent)")
    }
}
