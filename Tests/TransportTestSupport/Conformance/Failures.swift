import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    /// Connections that fail, and what is said about the request then.
    static let failures: [ConformanceCase] = [
        ConformanceCase("a refused connection is certainly not sent") { subject in
            let port = try DeafPort.closedPort()
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/secret")
            let error = try await subject.failure(request, HTTPBody("body"))
            #expect(error.code == .connectionFailed)
            #expect(error.delivery == .notSent)
            #expect(!error.description.contains("\(port)"))
            #expect(!error.description.contains("127.0.0.1"))
            #expect(!error.description.contains("secret"))
        },
        ConformanceCase("a connection reset before the request was read fails") { subject in
            let server = try ScriptedServer { $0.reset() }
            let error = try await subject.failure(server.request(.post), HTTPBody("x"))
            #expect(error.delivery == .unknown || server.log.requests.isEmpty)
        },
        ConformanceCase("a connection reset after the request leaves the outcome unknown") { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                connection.reset()
            }
            let error = try await subject.failure(server.request(.post), HTTPBody("x"))
            #expect(error.delivery == .unknown)
            #expect(server.log.requests.count == 1)
        },
        ConformanceCase("a lost connection is named as such", needs: .exactCodes) { subject in
            for reset in [true, false] {
                let server = try ScriptedServer { connection in
                    _ = try connection.readRequest()
                    if reset { connection.reset() }
                }
                #expect(try await subject.failure(server.request(.post), HTTPBody("x")).code == .connectionLost)
            }
        },
        ConformanceCase("a POST on a reused connection that closes is never repeated") { subject in
            try await expectNoRepetition(of: .post, HTTPBody("x"), by: subject)
        },
        ConformanceCase("a request without a body that changes something is never repeated") { subject in
            for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
                try await expectNoRepetition(of: method, nil, by: subject)
            }
        },
        ConformanceCase("a big POST on a reused connection that closes is never repeated") { subject in
            try await expectNoRepetition(of: .post, HTTPBody(pattern(1 << 20)), by: subject)
        },
        ConformanceCase("not even a header or a request that only reads is repeated", needs: .repeatsNothing) {
            subject in
            for method in [HTTPRequest.Method.get, .head, .post] {
                try await expectNoRepetition(of: method, method == .post ? HTTPBody("x") : nil, heads: 2, by: subject)
            }
        },
        ConformanceCase("half a body is no response") { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            }
            let error = try await subject.failure(server.request())
            #expect(error.delivery == .unknown)
        },
        ConformanceCase("half a chunked body is no response") { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\nhalf")
            }
            let error = try await subject.failure(server.request())
            #expect(error.delivery == .unknown)
        },
        ConformanceCase("half a header is no response", needs: .brokenHeaders) { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Le")
            }
            #expect(try await subject.failure(server.request()).delivery == .unknown)
        },
        ConformanceCase("an answer that is not HTTP fails", needs: .exactCodes) { subject in
            for garbage in ["<html><body>Gateway</body></html>", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc\r\n\r\n"] {
                let server = try ScriptedServer { connection in
                    _ = try connection.readRequest()
                    try connection.write(garbage)
                }
                let error = try await subject.failure(server.request(.post), HTTPBody("x"))
                #expect(error.code == .invalidResponse)
                #expect(error.delivery == .unknown)
            }
        },
        ConformanceCase("a header without end fails by its size", needs: .headerLimit) { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\n")
                while true { try connection.write("X-Filler: " + String(repeating: "a", count: 1000) + "\r\n") }
            }
            let error = try await subject.failure(server.request())
            #expect(error.code == .invalidResponse)
            #expect(error.delivery == .unknown)
        },
        ConformanceCase("a request that cannot be expressed is refused") { subject in
            let requests = [
                HTTPRequest(method: .get, scheme: "ftp", authority: "127.0.0.1", path: "/"),
                HTTPRequest(method: .get, scheme: nil, authority: "127.0.0.1", path: "/"),
                HTTPRequest(method: .get, scheme: "http", authority: nil, path: "/"),
                HTTPRequest(method: .get, scheme: "http", authority: "user:password@127.0.0.1", path: "/"),
                HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1", path: "no-slash"),
                HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1", path: "/a b"),
                HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1", path: "/a\r\nX: y"),
            ]
            for request in requests {
                let error = try await subject.failure(request)
                #expect(error.code == .invalidRequest)
                #expect(error.delivery == .notSent)
            }
        },
    ]

    /// Sends two requests of which the second is read and not answered; a repetition would come on another connection.
    private static func expectNoRepetition(
        of method: HTTPRequest.Method, _ body: HTTPBody?, heads: Int = 3, by subject: TransportUnderTest
    ) async throws {
        let server = try ScriptedServer { connection in
            guard let request = try connection.readRequest(), request.target == "/first" else { return }
            try connection.respond()
            _ = try connection.readRequest()
        }
        _ = try await subject.text(server.request(method, "/first"), body)
        let error = try await subject.failure(
            server.request(method, "/second"), body, TransportOptions(timeout: .seconds(3)))
        #expect(error.delivery == .unknown)
        if heads == 2 { #expect(error.code == .connectionLost) }
        #expect(server.log.requests.map(\.target) == ["/first", "/second"])
        #expect(server.log.heads <= heads)
    }
}
