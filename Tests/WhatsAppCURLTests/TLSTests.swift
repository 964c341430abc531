import HTTPTypes
import Testing
import TransportTestSupport
import WhatsAppBusiness
import WhatsAppCURL

@Suite(
    "The libcurl transport and TLS", .timeLimit(.minutes(2)),
    .enabled(if: TLSServer.current != nil, "needs Scripts/tls-server and WHATSAPP_TEST_TLS_DIR"))
struct TLSTests {
    private let server: TLSServer

    init() throws {
        server = try #require(TLSServer.current)
    }

    private func trusting(_ change: (inout CURLTransport.Configuration) -> Void = { _ in }) -> CURLTransport {
        var configuration = CURLTransport.Configuration(certificateAuthority: .file(server.authority))
        change(&configuration)
        return CURLTransport(configuration: configuration)
    }

    private func request(_ port: Int, _ method: HTTPRequest.Method = .get) -> HTTPRequest {
        HTTPRequest(method: method, scheme: "https", authority: "localhost:\(port)", path: "/")
    }

    /// The protocol and the number of the connection, as the server saw them.
    private func answer(_ transport: CURLTransport, _ port: Int, _ options: TransportOptions = TransportOptions())
        async throws -> [Substring]
    {
        let (_, body) = try await transport.send(request(port, .post), body: HTTPBody("x"), options: options)
        return String(decoding: try await body.collect(upTo: 1000), as: UTF8.self).split(separator: " ")
    }

    @Test("An unknown authority is refused before anything is sent")
    func unknownAuthority() async throws {
        let transport = CURLTransport()
        let error = try await #require(throws: TransportError.self) { try await answer(transport, server.http1) }
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
        #expect(error.underlying is CURLError)
        #expect(!error.description.contains("localhost"))
    }

    @Test("A given authority is accepted")
    func givenAuthority() async throws {
        #expect(try await answer(trusting(), server.http1).first == "HTTP/1.1")
    }

    @Test("A certificate for another host is refused before anything is sent")
    func wrongHost() async throws {
        let transport = trusting()
        let error = try await #require(throws: TransportError.self) { try await answer(transport, server.wrongHost) }
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
    }

    @Test("A file that holds no authority is an error, not trust in everybody")
    func missingAuthority() async throws {
        let transport = CURLTransport(configuration: .init(certificateAuthority: .file("/nowhere/ca.pem")))
        let error = try await #require(throws: TransportError.self) { try await answer(transport, server.http1) }
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
    }

    @Test("A port that does not speak TLS is refused before anything is sent")
    func plainPort() async throws {
        let plain = try ScriptedServer { connection in
            try connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")
            try connection.waitForClose()
        }
        let error = try await #require(throws: TransportError.self) { try await answer(trusting(), plain.port) }
        #expect(error.code == .tlsFailed)
        #expect(error.delivery == .notSent)
    }

    @Test("A handshake that does not go on is a connection that does not open in time")
    func stalledHandshake() async throws {
        let silent = try ScriptedServer { try $0.waitForClose() }
        let options = TransportOptions(connectTimeout: .milliseconds(100))
        let error = try await #require(throws: TransportError.self) {
            try await answer(trusting(), silent.port, options)
        }
        #expect(error.code == .connectTimedOut)
        #expect(error.delivery == .notSent)
    }

    @Test("HTTP/2 is used where it is offered, and one connection serves a burst")
    func http2() async throws {
        let transport = trusting()
        let answers = try await withThrowingTaskGroup(of: [Substring].self) { group in
            for _ in 0..<30 { group.addTask { try await answer(transport, server.http2) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 30)
        #expect(answers.allSatisfy { $0.first == "HTTP/2.0" })
        #expect(Set(answers.map(\.last)).count == 1)
    }

    @Test("More requests than a server's streams open more connections, within the limit", arguments: [1, 4])
    func http2BeyondStreams(connections: Int) async throws {
        let transport = trusting { $0.maximumConnectionsPerHost = connections }
        for _ in 1...2 {
            let answers = try await withThrowingTaskGroup(of: [Substring].self) { group in
                for _ in 0..<300 { group.addTask { try await answer(transport, server.http2) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == 300)
            #expect(Set(answers.map(\.last)).count <= connections)
        }
    }

    @Test("Nothing is carried out twice when a server ends connections while requests are on their way")
    func goAway() async throws {
        let transport = trusting()
        let run = UInt64.random(in: 0 ... .max)
        // The server says GOAWAY after every 20 requests, while others are on their way.
        let results = await withTaskGroup(of: [(path: String, error: (any Error)?)].self) { group in
            for worker in 0..<32 {
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
        let answered = Set(results.filter { $0.error == nil }.map(\.path))
        let failed = results.compactMap(\.error)
        #expect(failed.allSatisfy { ($0 as? TransportError)?.code == .connectionLost })
        #expect(answered.count > 500)
        // The server writes its log right after the answer.
        var carriedOut: [String] = []
        for _ in 0..<10_000 {
            carriedOut = server.carriedOut.filter { $0.hasPrefix("/\(run)/") }
            if carriedOut.count >= answered.count { break }
            await Task.yield()
        }
        #expect(answered.isSubset(of: carriedOut))
        #expect(carriedOut.count == Set(carriedOut).count)
    }

    @Test("HTTP/2 can be turned off")
    func http2Off() async throws {
        #expect(try await answer(trusting { $0.allowsHTTP2 = false }, server.http2).first == "HTTP/1.1")
    }

    @Test("A streamed response has a connection of its own")
    func streamed() async throws {
        let transport = trusting()
        let shared = try await answer(transport, server.http2)
        let own = try await answer(transport, server.http2, TransportOptions(responseBody: .streamed()))
        #expect(shared.first == "HTTP/2.0")
        #expect(own.first == "HTTP/1.1")
        #expect(try await answer(transport, server.http2) == shared)
    }

    @Test("A body shares a connection up to 32 KiB and has its own above", arguments: [32 * 1024, 4 << 20])
    func longBody(count: Int) async throws {
        // nginx answers here without reading the body, which libcurl does not cope with over HTTP/2.
        let (_, body) = try await trusting().send(
            request(server.http2, .post), body: HTTPBody([UInt8](repeating: 7, count: count)),
            options: TransportOptions())
        let text = String(decoding: try await body.collect(upTo: 1000), as: UTF8.self)
        #expect(text.hasPrefix(count > 32 * 1024 ? "HTTP/1.1" : "HTTP/2.0"))
    }

    @Test("A storm of cancellations leaves a shared connection in order")
    func http2Storm() async throws {
        let transport = trusting()
        // How fast the machine is does not matter here.
        let patient = TransportOptions(
            connectTimeout: .seconds(120), queueTimeout: .seconds(240), timeout: .seconds(240))
        let outcomes = await withTaskGroup(of: String?.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let task = Task { try await answer(transport, server.http2, patient) }
                    for _ in 0..<(number * 7 % 300) { await Task.yield() }
                    task.cancel()
                    switch await task.result {
                    case .success: return nil
                    case .failure(let error):
                        return (error as? TransportError)?.code == .cancelled ? nil : "\(error)"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count == 300)
        #expect(outcomes.compactMap { $0 } == [])
        #expect(try await answer(transport, server.http2).first == "HTTP/2.0")
    }
}
