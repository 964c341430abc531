import HTTPTypes
import Testing
import WhatsAppBusiness

extension ConformanceCase {
    /// Requests, responses and their headers.
    static let exchanges: [ConformanceCase] = [
        ConformanceCase("a request arrives as it was meant") { subject in
            let server = try ScriptedServer.echo()
            var fields = HTTPFields()
            fields[.authorization] = "Bearer token"
            fields[.contentType] = "application/json"
            let (response, text) = try await subject.text(
                server.request(.post, "/v1/messages?fields=a%2Bb", fields: fields), HTTPBody(#"{"a":1}"#))
            #expect(response.status == .ok)
            #expect(text == #"{"a":1}"#)
            let request = try #require(server.log.requests.first)
            #expect(request.method == "POST")
            #expect(request.target == "/v1/messages?fields=a%2Bb")
            #expect(request["authorization"] == ["Bearer token"])
            #expect(request["content-type"] == ["application/json"])
            #expect(request["content-length"] == ["7"])
            #expect(request["host"] == ["127.0.0.1:\(server.port)"])
            #expect(request["expect"] == [])
            #expect(request["cookie"] == [])
        },
        ConformanceCase("nothing is added to a header", needs: .exactHeader) { subject in
            let server = try ScriptedServer.echo()
            _ = try await subject.text(server.request(.post), HTTPBody("x"))
            let names = try #require(server.log.requests.first).fields.map { $0[0].lowercased() }
            #expect(Set(names) == ["host", "content-length"])
        },
        ConformanceCase("two requests share a connection") { subject in
            let server = try ScriptedServer.echo()
            for number in 1...2 { _ = try await subject.text(server.request(.post, "/\(number)"), HTTPBody("x")) }
            #expect(server.log.requests.map(\.target) == ["/1", "/2"])
            #expect(server.log.connections == 1)
        },
        ConformanceCase("every method arrives, with and without a body") { subject in
            let server = try ScriptedServer.echo()
            let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
            for method in methods {
                #expect(try await subject.text(server.request(method)).1 == "")
                if method != .get { #expect(try await subject.text(server.request(method), HTTPBody("b")).1 == "b") }
            }
            let seen = server.log.requests.map { "\($0.method) \($0.text)" }
            #expect(
                seen == [
                    "GET ", "POST ", "POST b", "PUT ", "PUT b", "PATCH ", "PATCH b", "DELETE ", "DELETE b",
                ])
        },
        ConformanceCase("header names may be in any case and values are trimmed") { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\ncOnTeNt-TyPe:  text/plain \r\nX-EMPTY:\r\nCONTENT-LENGTH: 2\r\n\r\nok")
            let (response, text) = try await subject.text(server.request())
            #expect(response.headerFields[.contentType] == "text/plain")
            #expect(text == "ok")
        },
        ConformanceCase("duplicate header fields are kept") { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nVary: a\r\nVary: b\r\nContent-Length: 0\r\n\r\n")
            let (response, _) = try await subject.text(server.request())
            let joined = response.headerFields[.vary]?.filter { $0 != " " }
            #expect(joined == "a,b")
        },
        ConformanceCase("interim answers are skipped") { subject in
            let server = try ScriptedServer.answering(
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            let (response, text) = try await subject.text(server.request(.post), HTTPBody("x"))
            #expect(response.status == .ok)
            #expect(response.headerFields.count == 1)
            #expect(text == "ok")
        },
        ConformanceCase("an answer to HEAD has no body, whatever its length says") { subject in
            let server = try ScriptedServer { connection in
                while let request = try connection.readRequest() {
                    try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n")
                    #expect(request.method == "HEAD")
                }
            }
            for _ in 1...2 {
                let (response, text) = try await subject.text(
                    server.request(.head), nil, TransportOptions(responseBody: .collected(upTo: 10)))
                #expect(response.status == .ok)
                #expect(text == "")
            }
            #expect(server.log.connections == 1)
        },
        ConformanceCase("204 and 304 have no body") { subject in
            let server = try ScriptedServer { connection in
                while let request = try connection.readRequest() {
                    let status = request.target == "/204" ? "204 No Content" : "304 Not Modified"
                    try connection.write("HTTP/1.1 \(status)\r\nETag: x\r\n\r\n")
                }
            }
            #expect(try await subject.text(server.request(.get, "/204")).0.status == .noContent)
            #expect(try await subject.text(server.request(.get, "/304")).0.status == .notModified)
        },
        ConformanceCase("a redirect is a response") { subject in
            let server = try ScriptedServer { connection in
                while let request = try connection.readRequest() {
                    try connection.respond(
                        request.target == "/" ? "302 Found" : "200 OK", fields: ["Location: /elsewhere"])
                }
            }
            let (response, _) = try await subject.text(server.request())
            #expect(response.status == .found)
            #expect(response.headerFields[.location] == "/elsewhere")
            #expect(server.log.requests.count == 1)
        },
        ConformanceCase("an error status is a response") { subject in
            let server = try ScriptedServer { connection in
                while try connection.readRequest() != nil {
                    try connection.respond("401 Unauthorized", fields: ["WWW-Authenticate: Bearer"], body: "no")
                }
            }
            let (response, text) = try await subject.text(server.request(.post), HTTPBody("x"))
            #expect(response.status == .unauthorized)
            #expect(text == "no")
        },
        ConformanceCase("two hundred requests at a time are all answered with their own answer") { subject in
            let server = try ScriptedServer.echo()
            let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for number in 0..<200 {
                    group.addTask {
                        (number, try await subject.text(server.request(.post), HTTPBody("body \(number)")).1)
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(answers == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, "body \($0)") }))
            #expect(server.log.requests.count == 200)
        },
    ]
}
