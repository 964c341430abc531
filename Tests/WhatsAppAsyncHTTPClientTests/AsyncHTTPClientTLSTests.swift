#if AsyncHTTPClient
import HTTPTypes
import Testing
import TransportTestSupport
import WhatsAppAsyncHTTPClient
import WhatsAppBusiness

@Suite(
    "The AsyncHTTPClient transport and TLS", .timeLimit(.minutes(2)),
    .enabled(if: TLSServer.current != nil, "needs Scripts/tls-server and WHATSAPP_TEST_TLS_DIR"))
struct AsyncHTTPClientTLSTests {
    private let server: TLSServer

    init() throws {
        server = try #require(TLSServer.current)
    }

    /// Runs with a transport that trusts the server's authority, or only the system's.
    private func with<Value: Sendable>(
        _ configuration: AsyncHTTPClientTransport.Configuration,
        _ body: @Sendable (AsyncHTTPClientTransport) async throws -> Value
    ) async throws -> Value {
        let transport = AsyncHTTPClientTransport(configuration: configuration)
        let result: Value
        do {
            result = try await body(transport)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
        return result
    }

    private var trusting: AsyncHTTPClientTransport.Configuration {
        .init(certificateAuthority: .file(server.authority))
    }

    /// The protocol and the number of the connection, as the server saw them.
    private func answer(
        _ transport: AsyncHTTPClientTransport, _ port: Int, _ options: TransportOptions = TransportOptions()
    ) async throws -> [String] {
        let request = HTTPRequest(method: .post, scheme: "https", authority: "localhost:\(port)", path: "/")
        let (_, body) = try await transport.send(request, body: HTTPBody("x"), options: options)
        return String(decoding: try await body.collect(upTo: 1000), as: UTF8.self).split(separator: " ").map(
            String.init)
    }

    private func failure(
        _ configuration: AsyncHTTPClientTransport.Configuration, _ port: Int,
        _ options: TransportOptions = TransportOptions()
    ) async throws -> TransportError {
        try await #require(throws: TransportError.self) {
            _ = try await with(configuration) { try await answer($0, port, options) }
        }
    }

    @Test("An unknown authority is refused before anything is sent")
    func unknownAuthority() async throws {
        let error = try await failure(.init(), server.http1)
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
        #expect(!error.description.contains("localhost"))
    }

    @Test("A given authority is accepted")
    func givenAuthority() async throws {
        #expect(try await with(trusting) { try await answer($0, server.http1) }.first == "HTTP/1.1")
    }

    @Test("A certificate for another host is refused before anything is sent")
    func wrongHost() async throws {
        let error = try await failure(trusting, server.wrongHost)
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
    }

    @Test("A file that holds no authority is an error, not trust in everybody")
    func missingAuthority() async throws {
        let error = try await failure(.init(certificateAuthority: .file("/nowhere/ca.pem")), server.http1)
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
    }

    @Test("A port that does not speak TLS is refused before anything is sent")
    func plainPort() async throws {
        let plain = try ScriptedServer { connection in
            try connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")
            try connection.waitForClose()
        }
        let error = try await failure(trusting, plain.port)
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
    }

    @Test("A handshake that does not go on is a connection that does not open in time")
    func stalledHandshake() async throws {
        let silent = try ScriptedServer { try $0.waitForClose() }
        let error = try await failure(trusting, silent.port, TransportOptions(connectTimeout: .milliseconds(100)))
        #expect(error.code == .connectTimedOut)
        #expect(error.delivery == .notSent)
    }

    @Test("HTTP/2 is used where it is offered, and one connection serves what follows")
    func http2() async throws {
        let answers = try await with(sharing) { transport async throws -> [[String]] in
            var answers = [try await answer(transport, server.http2)]
            answers += try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<30 { group.addTask { try await answer(transport, server.http2) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            return answers
        }
        #expect(answers.count == 31)
        #expect(answers.allSatisfy { $0.first == "HTTP/2.0" })
        #expect(Set(answers.map(\.last)).count == 1)
    }

    @Test("HTTP/2 is off where it was not asked for")
    func http2Off() async throws {
        #expect(try await with(trusting) { try await answer($0, server.http2) }.first == "HTTP/1.1")
    }

    /// With HTTP/2.
    private var sharing: AsyncHTTPClientTransport.Configuration {
        var configuration = trusting
        configuration.allowsHTTP2 = true
        return configuration
    }

    @Test("Nothing is carried out twice when a server ends connections while requests are on their way")
    func goAway() async throws {
        let run = UInt64.random(in: 0 ... .max)
        // The server says GOAWAY after every 20 requests, while others are on their way.
        let results = try await with(sharing) { transport in
            await withTaskGroup(of: [(path: String, error: (any Error)?)].self) { group in
                for worker in 0..<16 {
                    group.addTask {
                        var results: [(String, (any Error)?)] = []
                        for number in 0..<50 {
                            let path = "/\(run)/\(worker)/\(number)"
                            let request = HTTPRequest(
                                method: .post, scheme: "https", authority: "localhost:\(server.goAway)", path: path)
                            do {
                                _ = try await transport.send(request, body: HTTPBody("x"), options: TransportOptions())
                                results.append((path, nil))
                            } catch {
                                results.append((path, error))
                            }
                        }
                        return results
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
        }
        let answered = Set(results.filter { $0.error == nil }.map(\.path))
        let failed = results.filter { $0.error != nil }
        #expect(failed.allSatisfy { $0.error is TransportError })
        #expect(answered.count > 200)
        // The server writes its log right after the answer.
        var carriedOut: [String] = []
        for _ in 0..<10_000 {
            carriedOut = server.carriedOut.filter { $0.hasPrefix("/\(run)/") }
            if carriedOut.count >= answered.count { break }
            await Task.yield()
        }
        #expect(answered.isSubset(of: carriedOut))
        #expect(carriedOut.count == Set(carriedOut).count)
        // What is said to be certainly not sent was not carried out.
        let unsent = failed.filter { ($0.error as? TransportError)?.delivery == .notSent }.map(\.path)
        #expect(Set(unsent).isDisjoint(with: carriedOut))
    }

    @Test("A storm of cancellations leaves the transport in order")
    func storm() async throws {
        try await with(trusting) { transport async throws -> Void in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let task = Task { try await answer(transport, server.http2) }
                        for _ in 0..<(number * 7 % 300) { await Task.yield() }
                        task.cancel()
                        switch await task.result {
                        case .success: return true
                        case .failure(let error): return (error as? TransportError)?.code == .cancelled
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count == 200)
            #expect(outcomes.allSatisfy { $0 })
            #expect(try await answer(transport, server.http2).first == "HTTP/1.1")
        }
    }
}
#endif
