import HTTPTypes
import Testing
import WhatsAppBusiness

/// Chunks out of a closure.
struct Chunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let produce: @Sendable (_ index: Int) async throws -> [UInt8]?

    func makeAsyncIterator() -> Iterator {
        Iterator(produce: produce)
    }

    struct Iterator: AsyncIteratorProtocol {
        let produce: @Sendable (_ index: Int) async throws -> [UInt8]?
        private var index = 0

        init(produce: @escaping @Sendable (_ index: Int) async throws -> [UInt8]?) {
            self.produce = produce
        }

        mutating func next() async throws -> [UInt8]? {
            defer { index += 1 }
            return try await produce(index)
        }
    }

    /// So many chunks of so many bytes.
    static func of(_ count: Int, size: Int) -> Self {
        Self { $0 < count ? [UInt8](repeating: UInt8($0 & 0xFF), count: size) : nil }
    }
}

private struct ProgramError: Error {}

extension ConformanceCase {
    /// Requests that are read while they are sent.
    static let uploads: [ConformanceCase] = [
        ConformanceCase("a streamed request of known length arrives") { subject in
            let server = try ScriptedServer.echo()
            for (count, size) in [(3, 5), (64, 64 * 1024), (1, 1)] {
                let body = HTTPBody(Chunks.of(count, size: size), length: count * size)
                _ = try await subject.text(server.request(.post), body)
                let request = try #require(server.log.requests.last)
                #expect(request["content-length"] == ["\(count * size)"])
                #expect(request.body == (0..<count).flatMap { [UInt8](repeating: UInt8($0 & 0xFF), count: size) })
            }
            #expect(server.log.connections == 1)
        },
        ConformanceCase("a streamed request of unknown length arrives") { subject in
            let server = try ScriptedServer.echo()
            let (_, text) = try await subject.text(
                server.request(.post), HTTPBody(Chunks { $0 < 3 ? [UInt8]("part \($0) ".utf8) : nil }))
            #expect(text == "part 0 part 1 part 2 ")
        },
        ConformanceCase("an empty streamed request arrives") { subject in
            let server = try ScriptedServer.echo()
            #expect(try await subject.text(server.request(.post), HTTPBody(Chunks.of(0, size: 0), length: 0)).1 == "")
            #expect(try await subject.text(server.request(.post), HTTPBody(Chunks.of(0, size: 0))).1 == "")
            #expect(try await subject.text(server.request(.post), HTTPBody(Chunks.of(3, size: 0))).1 == "")
        },
        ConformanceCase(
            "a streamed request is asked for bytes only when the connection takes them", needs: .uploadStreaming
        ) {
            subject in
            let gate = try Gate()
            let server = try ScriptedServer { connection in
                _ = try connection.readHead()
                #expect(try connection.read(5) == [UInt8]("first".utf8))
                gate.open()
                #expect(try connection.read(6) == [UInt8]("second".utf8))
                try connection.respond()
            }
            let body = Chunks { index in
                switch index {
                case 0: return [UInt8]("first".utf8)
                case 1:
                    // The other side has the first chunk before the second exists.
                    await gate.wait()
                    return [UInt8]("second".utf8)
                default: return nil
                }
            }
            #expect(try await subject.text(server.request(.post), HTTPBody(body, length: 11)).0.status == .ok)
        },
        ConformanceCase("a server that does not read stops the program's sequence", needs: .uploadStreaming) {
            subject in
            let gate = try Gate()
            let server = try ScriptedServer { connection in
                _ = try connection.readHead()
                try connection.wait(for: gate)
                for _ in 0..<1024 { _ = try connection.read(64 * 1024) }
                try connection.respond()
            }
            let asked = Locked(0)
            let paused = try Gate()
            let body = Chunks { index in
                guard index < 1024 else { return nil }
                asked.withLock { $0 = index }
                if index == 1 { paused.open() }
                return [UInt8](repeating: 0, count: 64 * 1024)
            }
            async let answer = subject.text(server.request(.post), HTTPBody(body, length: 64 << 20))
            await paused.wait()
            // A second request, there and back, gives the first every chance to run ahead.
            let echo = try ScriptedServer.echo()
            for _ in 0..<50 { _ = try await subject.text(echo.request(.post), HTTPBody("x")) }
            #expect(asked.withLock { $0 } < 512)
            gate.open()
            #expect(try await answer.0.status == .ok)
        },
        ConformanceCase("a request body that throws fails the call") { subject in
            let server = try ScriptedServer { connection in
                guard try connection.readHead() != nil else { return }
                try connection.waitForClose()
            }
            for length in [100, nil] {
                let body = Chunks { if $0 == 1 { throw ProgramError() } else { return [1, 2, 3] } }
                let error = try await subject.failure(server.request(.post), HTTPBody(body, length: length))
                #expect(error.code == .requestBodyFailed)
                #expect(error.underlying is ProgramError)
            }
            #expect(server.log.requests.isEmpty)
        },
        ConformanceCase("a request body shorter than its length fails the call") { subject in
            let server = try ScriptedServer.echo()
            let error = try await subject.failure(
                server.request(.post), HTTPBody(Chunks.of(2, size: 10), length: 21))
            #expect(error.code == .requestBodyFailed)
            #expect(server.log.requests.isEmpty)
        },
        ConformanceCase("a request body longer than its length fails the call") { subject in
            let server = try ScriptedServer.echo()
            for length in [0, 5, 10, 19] {
                let error = try await subject.failure(
                    server.request(.post), HTTPBody(Chunks.of(2, size: 10), length: length))
                #expect(error.code == .requestBodyFailed)
            }
            #expect(server.log.requests.isEmpty)
        },
        ConformanceCase("cancelling a call stops its request body") { subject in
            let server = try ScriptedServer { connection in
                guard try connection.readHead() != nil else { return }
                try connection.waitForClose()
            }
            let isAsked = try Gate()
            let wasCancelled = try Gate()
            let body = Chunks { _ in
                isAsked.open()
                await withTaskCancellationHandler {
                    await wasCancelled.wait()
                } onCancel: {
                    wasCancelled.open()
                }
                throw ProgramError()
            }
            let task = Task { try await subject.failure(server.request(.post), HTTPBody(body)) }
            await isAsked.wait()
            task.cancel()
            #expect(try await task.value.code == .cancelled)
            await wasCancelled.wait()
        },
        ConformanceCase("a server may answer before it has the whole request", needs: .uploadStreaming) { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readHead()
                try connection.respond("413 Content Too Large", fields: ["Connection: close"])
                try connection.waitForClose()
            }
            let body = HTTPBody(Chunks.of(1024, size: 64 * 1024), length: 64 << 20)
            #expect(try await subject.text(server.request(.post), body).0.status.code == 413)
        },
    ]
}
