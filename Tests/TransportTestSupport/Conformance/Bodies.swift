import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    /// Bodies that are collected.
    static let bodies: [ConformanceCase] = [
        ConformanceCase("a chunked response is put together") { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5;x=y\r\ndefgh\r\n0\r\n\r\n")
            let (response, text) = try await subject.text(server.request())
            #expect(text == "abcdefgh")
            #expect(response.status == .ok)
        },
        ConformanceCase("trailers after a chunked response are no part of its header", needs: .trailers) { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Trailer: t\r\n\r\n")
            let (response, text) = try await subject.text(server.request())
            #expect(text == "abc")
            #expect(response.headerFields.count == 1)
        },
        ConformanceCase("a body may end with its connection") { subject in
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end")
            }
            #expect(try await subject.text(server.request()).1 == "to the end")
        },
        ConformanceCase("a body may come in drops") { subject in
            let gates = try (0..<4).map { _ in try Gate() }
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Le")
                for (index, gate) in gates.enumerated() {
                    try connection.wait(for: gate)
                    try connection.write(index == 0 ? "ngth: 3\r\n\r\n" : "\(index)")
                }
                try connection.waitForClose()
            }
            async let answer = subject.text(server.request())
            await server.wait { $0.requests.count == 1 }
            for gate in gates { gate.open() }
            #expect(try await answer.1 == "123")
        },
        ConformanceCase("a big upload arrives") { subject in
            let bytes = pattern(8 << 20)
            let server = try ScriptedServer { connection in
                while let request = try connection.readRequest() {
                    try connection.respond(body: "\(request.body.count)")
                }
            }
            for _ in 1...2 {
                #expect(try await subject.text(server.request(.post), HTTPBody(bytes)).1 == "\(bytes.count)")
            }
            #expect(server.log.requests.allSatisfy { $0.body == bytes })
            #expect(server.log.connections == 1)
        },
        ConformanceCase("a big download arrives") { subject in
            let bytes = pattern(16 << 20)
            let server = try ScriptedServer { connection in
                _ = try connection.readRequest()
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\n\r\n")
                try connection.write(bytes)
                try connection.waitForClose()
            }
            let options = TransportOptions(responseBody: .collected(upTo: bytes.count))
            let (_, body) = try await subject.transport.send(server.request(), body: nil, options: options)
            #expect(body.bytes == bytes)
        },
        ConformanceCase("a body longer than the limit fails by its stated length") { subject in
            let server = try ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n")
            let error = try await subject.failure(
                server.request(), nil, TransportOptions(responseBody: .collected(upTo: 100)))
            #expect(error.code == .responseTooLarge)
            #expect(error.delivery == .unknown)
        },
        ConformanceCase("a body longer than the limit fails where it crosses it") { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n32\r\n" + String(repeating: "a", count: 50)
                    + "\r\n33\r\n" + String(repeating: "b", count: 51) + "\r\n")
            let error = try await subject.failure(
                server.request(), nil, TransportOptions(responseBody: .collected(upTo: 100)))
            #expect(error.code == .responseTooLarge)
            #expect(error.delivery == .unknown)
        },
        ConformanceCase("a body of exactly the limit passes") { subject in
            let server = try ScriptedServer { connection in
                while try connection.readRequest() != nil {
                    try connection.respond(body: String(repeating: "a", count: 100))
                }
            }
            let options = TransportOptions(responseBody: .collected(upTo: 100))
            #expect(try await subject.text(server.request(), nil, options).1.count == 100)
        },
    ]
}
