import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    private static let streamed = TransportOptions(timeout: nil, responseBody: .streamed())

    /// Responses that are read while they arrive.
    static let streams: [ConformanceCase] = [
        ConformanceCase("a streamed response is handed over when its header is there") { subject in
            let gate = try Gate()
            let server = try ScriptedServer { connection in
                while try connection.readRequest() != nil {
                    try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
                    try connection.wait(for: gate)
                    try connection.write("0123456789")
                }
            }
            let (response, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            #expect(response.status == .ok)
            #expect(body.length == 10)
            gate.open()
            #expect(try await body.collect(upTo: 10) == [UInt8]("0123456789".utf8))
            _ = try await subject.text(server.request())
            #expect(server.log.connections == 1)
        },
        ConformanceCase("a streamed response without a body ends at once") { subject in
            let server = try ScriptedServer { connection in
                while try connection.readRequest() != nil { try connection.write("HTTP/1.1 204 No Content\r\n\r\n") }
            }
            let (response, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            #expect(response.status == .noContent)
            #expect(try await body.collect(upTo: 0) == [])
        },
        ConformanceCase("a big streamed download is whole") { subject in
            let bytes = pattern(16 << 20)
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\n\r\n")
                try connection.write(bytes)
                try connection.waitForClose()
            }
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            #expect(try await body.collect(upTo: .max) == bytes)
        },
        ConformanceCase("a reader that does not read stops the sender", needs: .backPressure) { subject in
            let bytes = pattern(64 << 20)
            let stalled = try Gate()
            let taken = Locked(0)
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\n\r\n")
                let count = try connection.writeUntilStalled(bytes, milliseconds: 500)
                taken.withLock { $0 = count }
                stalled.open()
                try connection.write(Array(bytes[count...]))
                try connection.waitForClose()
            }
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            var iterator = body.makeAsyncIterator()
            var received = try await iterator.next() ?? []
            await stalled.wait()
            // What the system's own buffers hold is not ours to bound; a transport without a bound takes all 64 MiB.
            #expect(taken.withLock { $0 } < 24 << 20)
            while let chunk = try await iterator.next() { received += chunk }
            #expect(received == bytes)
        },
        ConformanceCase("dropping a streamed body ends its transfer") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            do {
                let (response, _) = try await subject.transport.send(server.request(), body: nil, options: streamed)
                #expect(response.status == .ok)
            }
            await server.wait { $0.closedByClient == [0] }
        },
        ConformanceCase("dropping an iterator before the end ends its transfer") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            for try await chunk in body {
                #expect(!chunk.isEmpty)
                break
            }
            await server.wait { $0.closedByClient == [0] }
            let error = try await transportError { _ = try await body.collect(upTo: .max) }
            #expect(error.code == .other)
        },
        ConformanceCase("cancelling a reader ends its transfer") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            let isReading = try Gate()
            let task = Task {
                try await transportError {
                    for try await _ in body { isReading.open() }
                }
            }
            await isReading.wait()
            task.cancel()
            #expect(try await task.value.code == .cancelled)
            await server.wait { $0.closedByClient == [0] }
        },
        ConformanceCase("a streamed body keeps to its limit") { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n6\r\n567890\r\n")
            let options = TransportOptions(responseBody: .streamed(upTo: 10))
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: options)
            let error = try await transportError { _ = try await body.collect(upTo: .max) }
            #expect(error.code == .responseTooLarge)
            let known = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n")
            #expect(try await subject.failure(known.request(), nil, options).code == .responseTooLarge)
        },
        ConformanceCase("a streamed body keeps to the timeout") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            let options = TransportOptions(timeout: .seconds(1), responseBody: .streamed())
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: options)
            let error = try await transportError { _ = try await body.collect(upTo: .max) }
            #expect(error.code == .timedOut)
        },
        ConformanceCase("a streamed body that breaks off fails after what has arrived") { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            }
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: streamed)
            let received = Locked<[UInt8]>([])
            let error = try await transportError {
                for try await chunk in body { received.withLock { $0 += chunk } }
            }
            #expect(error.delivery == .unknown)
            #expect(received.withLock { $0 } == [UInt8]("half".utf8))
        },
    ]
}
