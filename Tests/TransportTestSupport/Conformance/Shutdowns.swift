import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    /// The end of a transport.
    static let shutdowns: [ConformanceCase] = [
        ConformanceCase("shutting down fails the calls in flight and in line", maximumConnections: 1) { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.waitForClose()
            }
            async let sent = subject.failure(server.request(.post), HTTPBody("x"))
            await server.wait { $0.requests.count == 1 }
            let isWaiting = try Gate()
            let waiting = Task {
                isWaiting.open()
                return try await subject.failure(server.request(.post), HTTPBody("y"))
            }
            await isWaiting.wait()
            await subject.shutdown()
            let error = try await sent
            #expect(error.code == .shutDown)
            #expect(error.delivery == .unknown)
            let second = try await waiting.value
            #expect(second.code == .shutDown)
            #expect(second.delivery == .notSent)
            await server.wait { $0.closedByClient == [0] }
        },
        ConformanceCase("shutting down twice and calls afterwards are defined") { subject in
            let server = try ScriptedServer.echo()
            _ = try await subject.text(server.request(.post), HTTPBody("x"))
            async let once: Void = subject.shutdown()
            async let twice: Void = subject.shutdown()
            _ = await (once, twice)
            await subject.shutdown()
            let error = try await subject.failure(server.request(.post), HTTPBody("x"))
            #expect(error.code == .shutDown)
            #expect(error.delivery == .notSent)
            #expect(server.log.requests.count == 1)
        },
        ConformanceCase("shutting down ends a streamed response") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            let (_, body) = try await subject.transport.send(
                server.request(), body: nil, options: TransportOptions(responseBody: .streamed()))
            await subject.shutdown()
            let error = try await transportError { _ = try await body.collect(upTo: .max) }
            #expect(error.code == .shutDown)
        },
    ]
}
