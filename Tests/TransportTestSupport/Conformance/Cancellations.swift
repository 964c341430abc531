import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    /// Tasks that are cancelled.
    static let cancellations: [ConformanceCase] = [
        ConformanceCase("a task that is cancelled already sends nothing") { subject in
            let server = try ScriptedServer.echo()
            let gate = try Gate()
            let task = Task {
                await gate.wait()
                return try await subject.failure(server.request(.post), HTTPBody("x"))
            }
            task.cancel()
            gate.open()
            let error = try await task.value
            #expect(error.code == .cancelled)
            #expect(error.delivery == .notSent)
            #expect(server.log.connections == 0)
        },
        ConformanceCase("cancelling a call that waits for its answer closes the connection") { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.waitForClose()
            }
            let task = Task { try await subject.failure(server.request(.post), HTTPBody("x")) }
            await server.wait { $0.requests.count == 1 }
            task.cancel()
            let error = try await task.value
            #expect(error.code == .cancelled)
            #expect(error.delivery == .unknown)
            await server.wait { $0.closedByClient == [0] }
        },
        ConformanceCase("cancelling a call that waits for a connection sends nothing", maximumConnections: 1) {
            subject in
            let gate = try Gate()
            let server = try ScriptedServer.answering(after: gate)
            async let first = subject.text(server.request(.get, "/first"))
            await server.wait { $0.requests.count == 1 }
            let task = Task { try await subject.failure(server.request(.get, "/second")) }
            task.cancel()
            let error = try await task.value
            #expect(error.code == .cancelled)
            #expect(error.delivery == .notSent)
            gate.open()
            _ = try await first
            #expect(server.log.requests.map(\.target) == ["/first"])
        },
        ConformanceCase("cancelling after the answer does no harm") { subject in
            let server = try ScriptedServer.echo()
            let task = Task { try await subject.text(server.request(.post), HTTPBody("x")) }
            let (response, _) = try await task.value
            task.cancel()
            #expect(response.status == .ok)
            _ = try await subject.text(server.request(.post), HTTPBody("x"))
        },
        ConformanceCase("a storm of cancellations leaves the transport in order", maximumConnections: 50) { subject in
            let server = try ScriptedServer.echo()
            var generator = SeededGenerator(seed: 20_260_101)
            let delays = (0..<500).map { _ in Int.random(in: 0..<400, using: &generator) }
            let outcomes = await withTaskGroup(of: Bool?.self) { group in
                for (number, delay) in delays.enumerated() {
                    group.addTask {
                        let task = Task { try await subject.text(server.request(.post), HTTPBody("\(number)")).1 }
                        for _ in 0..<delay { await Task.yield() }
                        task.cancel()
                        switch await task.result {
                        case .success(let text): return text == "\(number)" ? true : nil
                        case .failure(let error): return (error as? TransportError)?.code == .cancelled ? false : nil
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count == 500)
            #expect(outcomes.allSatisfy { $0 != nil })
            #expect(try await subject.text(server.request(.post), HTTPBody("after")).1 == "after")
        },
    ]
}
