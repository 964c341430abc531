#if AsyncHTTPClient
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing
import TransportTestSupport
import WhatsAppAsyncHTTPClient
import WhatsAppBusiness

@Suite("The AsyncHTTPClient transport", .timeLimit(.minutes(2)))
struct AsyncHTTPClientTransportTests {
    private func failure(
        _ transport: AsyncHTTPClientTransport, _ request: HTTPRequest, _ body: HTTPBody? = nil,
        _ options: TransportOptions = TransportOptions()
    ) async throws -> TransportError {
        try await #require(throws: TransportError.self) {
            let (_, body) = try await transport.send(request, body: body, options: options)
            _ = try await body.collect(upTo: .max)
        }
    }

    /// Runs with a client of the program's own, on several event loops.
    private func withClient(
        _ change: (inout HTTPClient.Configuration) -> Void = { _ in },
        _ body: (AsyncHTTPClientTransport, HTTPClient) async throws -> Void
    ) async throws {
        var configuration = HTTPClient.Configuration()
        change(&configuration)
        let client = HTTPClient(
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton), configuration: configuration)
        let transport = AsyncHTTPClientTransport(client: client)
        do {
            try await body(transport, client)
        } catch {
            await transport.shutdown()
            try await client.shutdown()
            throw error
        }
        await transport.shutdown()
        try await client.shutdown()
    }

    @Test("has one instance for the process")
    func shared() async throws {
        let server = try ScriptedServer.echo()
        for _ in 1...2 {
            let transport: AsyncHTTPClientTransport = .asyncHTTPClient
            let (response, _) = try await transport.send(
                server.request(.post), body: HTTPBody("x"), options: TransportOptions())
            #expect(response.status == .ok)
        }
        #expect(server.log.connections == 1)
    }

    @Test("goes on while a streamed body is read, and ends with its last reference")
    func lifetime() async throws {
        let gate = try Gate()
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
            try connection.wait(for: gate)
            try connection.write("late")
            try connection.waitForClose()
        }
        do {
            let body: HTTPBody
            do {
                let transport = AsyncHTTPClientTransport()
                (_, body) = try await transport.send(
                    server.request(), body: nil, options: TransportOptions(responseBody: .streamed()))
            }
            gate.open()
            #expect(try await body.collect(upTo: 4) == [UInt8]("late".utf8))
        }
        await server.wait { $0.closedByClient == [0] }
    }

    @Test("refuses what the library below will not send")
    func unsendable() async throws {
        let server = try ScriptedServer.echo()
        let transport = AsyncHTTPClientTransport()
        let error = try await failure(transport, server.request(.trace), HTTPBody("x"))
        #expect(error.code == .invalidRequest)
        #expect(error.delivery == .notSent)
        #expect(server.log.connections == 0)
        await transport.shutdown()
    }

    @Test("fails all calls that wait for a host to which no connection opens, and none was sent")
    func refusedTogether() async throws {
        let port = try DeafPort.closedPort()
        let transport = AsyncHTTPClientTransport()
        let errors = try await withThrowingTaskGroup(of: TransportError.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await failure(
                        transport,
                        HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/"),
                        HTTPBody("x"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.count == 20)
        #expect(errors.allSatisfy { $0.code == .connectionFailed && $0.delivery == .notSent })
        await transport.shutdown()
    }

    @Test("sends through a client that was given, and leaves it running")
    func given() async throws {
        let server = try ScriptedServer.echo()
        try await withClient { transport, client in
            let (_, body) = try await transport.send(
                server.request(.post), body: HTTPBody("x"), options: TransportOptions())
            #expect(body.bytes == [UInt8]("x".utf8))
            await transport.shutdown()
            let error = try await failure(transport, server.request(.post), HTTPBody("y"))
            #expect(error.code == .shutDown)
            #expect(error.delivery == .notSent)
            let response = try await client.execute(
                HTTPClientRequest(url: "http://127.0.0.1:\(server.port)/"), timeout: .seconds(30))
            #expect(response.status == .ok)
            #expect(server.log.requests.map(\.text) == ["x", ""])
        }
    }

    @Test("follows no redirect even where a client that was given would", arguments: [true, false])
    func redirects(isStreamed: Bool) async throws {
        let server = try ScriptedServer { connection in
            while let request = try connection.readRequest() {
                try connection.respond(
                    request.target == "/" ? "307 Temporary Redirect" : "200 OK", fields: ["Location: /elsewhere"],
                    body: "moved")
            }
        }
        try await withClient { transport, _ in
            var options = TransportOptions()
            if isStreamed { options.responseBody = .streamed() }
            var request = server.request(.post)
            request.headerFields[.authorization] = "Bearer token"
            let (response, body) = try await transport.send(request, body: HTTPBody("x"), options: options)
            #expect(response.status == .temporaryRedirect)
            #expect(response.headerFields[.location] == "/elsewhere")
            #expect(try await body.collect(upTo: .max) == [])
        }
        #expect(server.log.requests.map(\.target) == ["/"])
    }

    @Test("says of a client that was given whether a request with a body was sent")
    func givenTimeouts() async throws {
        let deaf = try DeafPort()
        let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(deaf.port)", path: "/")
        let server = try ScriptedServer { connection in
            _ = try connection.readRequest()
            try connection.waitForClose()
        }
        try await withClient { transport, _ in
            let options = TransportOptions(timeout: .milliseconds(200))
            let unsent = try await failure(transport, request, HTTPBody("x"), options)
            #expect(unsent.code == .timedOut)
            #expect(unsent.delivery == .notSent)
            // Long enough for a busy machine to send it.
            let patient = TransportOptions(timeout: .seconds(5))
            let sent = try await failure(transport, server.request(.post), HTTPBody("x"), patient)
            #expect(sent.code == .timedOut)
            #expect(sent.delivery == .unknown)
            // Without a body nothing can be withheld.
            var get = request
            get.method = .get
            #expect(try await failure(transport, get, nil, options).delivery == .unknown)
        }
    }

    @Test("of a client that was shut down elsewhere fails, and nothing was sent")
    func clientShutDown() async throws {
        let server = try ScriptedServer.echo()
        let client = HTTPClient(eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton))
        try await client.shutdown()
        let transport = AsyncHTTPClientTransport(client: client)
        let error = try await failure(transport, server.request(.post), HTTPBody("x"))
        #expect(error.code == .shutDown)
        #expect(error.delivery == .notSent)
        #expect(server.log.connections == 0)
    }

    @Test(
        "takes an early answer whole",
        arguments: [
            "HTTP/1.1 413 Content Too Large\r\nContent-Length: 4\r\n\r\nbody",
            "HTTP/1.1 413 Content Too Large\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
        ])
    func early(answer: String) async throws {
        let server = try ScriptedServer { connection in
            _ = try connection.readHead()
            try connection.write(answer)
            try connection.waitForClose()
        }
        let transport = AsyncHTTPClientTransport()
        let gate = try Gate()
        let upload = HTTPBody(
            AsyncStream<[UInt8]>(unfolding: {
                await gate.wait()
                return [UInt8](repeating: 0, count: 64 * 1024)
            }), length: 64 << 20)
        let (response, body) = try await transport.send(
            server.request(.post), body: upload, options: TransportOptions(timeout: .seconds(20)))
        #expect(response.status.code == 413)
        #expect(try await body.collect(upTo: 10) == [UInt8]("body".utf8))
        gate.open()
        await server.wait { $0.closedByClient == [0] }
        await transport.shutdown()
    }
}
#endif
