import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    /// Time limits and connection limits.
    static let limits: [ConformanceCase] = [
        ConformanceCase("a connection that does not open in time is certainly not sent", needs: .connectTimeout) {
            subject in
            let deaf = try DeafPort()
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(deaf.port)", path: "/")
            let error = try await subject.failure(
                request, HTTPBody("x"), TransportOptions(connectTimeout: .milliseconds(50)))
            #expect(error.code == .connectTimedOut)
            #expect(error.delivery == .notSent)
            let total = try await subject.failure(
                request, HTTPBody("x"), TransportOptions(connectTimeout: .seconds(10), timeout: .milliseconds(50)))
            #expect(total.code == .timedOut)
            #expect(total.delivery == .notSent)
        },
        ConformanceCase("an answer that does not come in time leaves the outcome unknown") { subject in
            let server = try ScriptedServer.answering(after: try Gate())
            let error = try await subject.failure(
                server.request(.post), HTTPBody("x"), TransportOptions(timeout: .milliseconds(300)))
            #expect(error.code == .timedOut)
            #expect(error.delivery == .unknown)
            #expect(server.log.requests.count <= 1)
        },
        ConformanceCase("a body that does not come in time fails") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            let error = try await subject.failure(
                server.request(), nil, TransportOptions(timeout: .milliseconds(300)))
            #expect(error.code == .timedOut)
            #expect(error.delivery == .unknown)
            await server.wait { !$0.closedByClient.isEmpty }
        },
        ConformanceCase("a call over the connection limit waits no longer than its limit", maximumConnections: 1) {
            subject in
            let gate = try Gate()
            let server = try ScriptedServer.answering(after: gate)
            async let first = subject.text(server.request(.get, "/first"))
            await server.wait { $0.requests.count == 1 }
            let error = try await subject.failure(
                server.request(.get, "/second"), nil, TransportOptions(queueTimeout: .milliseconds(50)))
            #expect(error.code == .queueTimedOut)
            #expect(error.delivery == .notSent)
            gate.open()
            #expect(try await first.1 == "late")
            #expect(server.log.requests.count == 1)
        },
        ConformanceCase("waiting for a connection does not count towards the timeout", maximumConnections: 1) {
            subject in
            let gate = try Gate()
            let server = try ScriptedServer.answering(after: gate)
            async let first = subject.text(server.request(.get, "/first"))
            await server.wait { $0.requests.count == 1 }
            async let second = subject.text(
                server.request(.get, "/second"), nil, TransportOptions(timeout: .seconds(1)))
            // The third call serves as a clock: when it gives up, the second one's timeout would have passed.
            let third = try await subject.failure(
                server.request(.get, "/third"), nil, TransportOptions(queueTimeout: .milliseconds(1300)))
            #expect(third.code == .queueTimedOut)
            gate.open()
            #expect(try await first.1 == "late")
            #expect(try await second.1 == "late")
            #expect(server.log.requests.map(\.target) == ["/first", "/second"])
            #expect(server.log.connections == 1)
        },
        ConformanceCase("waiting calls start in order and share the connections there are", maximumConnections: 3) {
            subject in
            let server = try ScriptedServer.echo()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let text = try await subject.text(server.request(.post), HTTPBody("\(number)")).1
                        #expect(text == "\(number)")
                    }
                }
                try await group.waitForAll()
            }
            #expect(server.log.requests.count == 60)
            #expect(server.log.connections <= 3)
        },
    ]
}
