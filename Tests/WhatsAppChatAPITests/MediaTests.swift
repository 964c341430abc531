import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Chat API's media")
struct MediaTests {
    private static func object(_ url: String, size: Int? = 5, sha256: String? = helloSHA) -> ScriptedTransport.Step {
        var members: JSONObject = ["url": .string(url), "mime_type": "text/plain", "id": "77"]
        members["file_size"] = size.map { .number(JSONNumber($0)) }
        members["sha256"] = sha256.map { .string($0) }
        return .answer(
            status: 200, body: String(decoding: JSONValue.object(members).serialized(), as: UTF8.self))
    }

    private static let helloSHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    private static let ownURL = "https://eu115.chat-api.com/instance123456/files/1?x=1"

    private func download(
        _ steps: [ScriptedTransport.Step], maximumBytes: Int = 100,
        configure: (inout ChatAPI.Configuration) -> Void = { _ in }
    ) async -> (bytes: [UInt8], result: Result<MediaObject, WhatsAppError>, requests: [ScriptedTransport.Received]) {
        let transport = ScriptedTransport(steps)
        let chat = makeChat(transport) {
            $0.retryPolicy = .never
            configure(&$0)
        }
        let bytes = Locked<[UInt8]>([])
        let result: Result<MediaObject, WhatsAppError>
        do throws(WhatsAppError) {
            result = .success(
                try await chat.downloadMedia("77", maximumBytes: maximumBytes, options: .standard) { chunk in
                    bytes.withLock { $0 += chunk }
                })
        } catch {
            result = .failure(error)
        }
        return (bytes.withLock { $0 }, result, await transport.received)
    }

    private func error(_ result: Result<MediaObject, WhatsAppError>) -> WhatsAppError? {
        if case .failure(let error) = result { return error }
        return nil
    }

    @Test("are fetched, checked, and the token goes to their own host only") func own() async throws {
        let (bytes, result, requests) = await download([Self.object(Self.ownURL), .answer(status: 200, body: "hello")])
        #expect(try result.get().mimeType == "text/plain")
        #expect(bytes == Array("hello".utf8))
        #expect(
            requests.map(\.request.path) == [
                "/instance123456/retrieveMedia?mediaId=77&token=\(encodedToken)",
                "/instance123456/files/1?x=1&token=\(encodedToken)",
            ])
        #expect(requests.last?.options.responseBody == .streamed(upTo: 100))
    }

    @Test(
        "are fetched from the allowed hosts without the token",
        arguments: [
            "https://lookaside.fbsbx.com/a?x=1", "https://files.1msg.io/a", "https://eu115.chat-api.com/other/a",
            "https://storage.example.com/a",
        ])
    func allowed(url: String) async throws {
        let (bytes, result, requests) = await download([Self.object(url), .answer(status: 200, body: "hello")]) {
            $0.mediaHosts.append("storage.example.com")
        }
        #expect(throws: Never.self) { try result.get() }
        #expect(bytes.count == 5)
        #expect(requests.last?.request.path?.contains("token") == false)
        #expect(requests.last?.request.headerFields[.authorization] == nil)
    }

    @Test(
        "are not fetched from anywhere else",
        arguments: [
            "https://evil.example/a", "http://lookaside.fbsbx.com/a", "https://fbsbx.com.evil.example/a",
            "https://169.254.169.254/latest", "http://127.0.0.1/a", "https://a@evil.example/", "file:///etc/passwd",
            "https://evil.example\\.1msg.io/a", "//1msg.io/a", "https://1msg.io:8443/a",
        ])
    func forbidden(url: String) async {
        let (bytes, result, requests) = await download([Self.object(url), .answer(status: 200, body: "hello")])
        #expect(error(result)?.code == .rejected)
        #expect(bytes.isEmpty)
        #expect(requests.count == 1)
    }

    @Test("follow redirects to allowed hosts, without the token even where they lead back") func redirects()
        async throws
    {
        let (bytes, result, requests) = await download([
            Self.object(Self.ownURL), .answer(status: 302, headers: [.location: Self.ownURL], body: ""),
            .answer(status: 200, body: "hello"),
        ])
        #expect(throws: Never.self) { try result.get() }
        #expect(bytes.count == 5)
        #expect(requests.last?.request.path == "/instance123456/files/1?x=1")
        let stray = await download([
            Self.object(Self.ownURL),
            .answer(status: 302, headers: [.location: "https://evil.example/?\(encodedToken)"], body: ""),
        ])
        #expect(error(stray.result)?.code == .rejected)
        let endless = await download(
            [Self.object(Self.ownURL)]
                + Array(repeating: .answer(status: 302, headers: [.location: Self.ownURL], body: ""), count: 9))
        #expect(error(endless.result)?.code == .rejected)
        #expect(endless.requests.count < 9)
    }

    @Test("that are larger than allowed are refused, before they are fetched where that is known")
    func tooLarge() async {
        let known = await download([Self.object(Self.ownURL, size: 101)])
        #expect(error(known.result)?.code == .rejected)
        #expect(known.requests.count == 1)
        let unknown = await download(
            [
                Self.object(Self.ownURL, size: nil, sha256: nil),
                .answer(status: 200, body: String(repeating: "x", count: 101)),
            ])
        #expect(error(unknown.result)?.code == .transport)
        #expect(unknown.bytes.isEmpty)
        let exact = await download(
            [
                Self.object(Self.ownURL, size: nil, sha256: nil),
                .answer(status: 200, body: String(repeating: "x", count: 100)),
            ])
        #expect(exact.bytes.count == 100)
    }

    @Test("that are not what the service describes are an error") func differing() async {
        let short = await download([Self.object(Self.ownURL, size: 6), .answer(status: 200, body: "hello")])
        #expect(error(short.result)?.code == .decoding)
        let other = await download([Self.object(Self.ownURL), .answer(status: 200, body: "hellO")])
        #expect(error(other.result)?.code == .decoding)
    }

    @Test("whose address has expired are asked for once more") func expired() async throws {
        let (bytes, result, requests) = await download([
            Self.object(Self.ownURL), .answer(status: 404, body: "gone"), Self.object(Self.ownURL),
            .answer(status: 200, body: "hello"),
        ])
        #expect(throws: Never.self) { try result.get() }
        #expect(bytes.count == 5)
        #expect(requests.count == 4)
    }

    @Test("of inbound messages are fetched by their address") func inbound() async throws {
        let transport = ScriptedTransport(body: "hello")
        let chat = makeChat(transport) { $0.mediaHosts = ["storage.example.com"] }
        let bytes = Locked<[UInt8]>([])
        let object = try await chat.downloadMedia(at: "https://storage.example.com/a.jpg?sig=1", maximumBytes: 5) {
            chunk in
            bytes.withLock { $0 += chunk }
        }
        #expect(bytes.withLock { $0 } == Array("hello".utf8))
        #expect(object.fileSize == 5)
        #expect(await transport.received.first?.request.path == "/a.jpg?sig=1")
    }

    @Test("that the program does not take end the call, and are not fetched again") func refusedByProgram() async {
        struct Full: Error {}
        let transport = ScriptedTransport([
            Self.object(Self.ownURL), .answer(status: 200, body: "hello"), .answer(status: 200, body: "hello"),
        ])
        let thrown = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport).downloadMedia("77", maximumBytes: 10, options: .standard) { _ in
                throw Full()
            }
        }
        #expect(thrown?.underlying is Full)
        #expect(thrown?.code == .rejected)
        #expect(await transport.received.count == 2)
    }

    @Test("are uploaded as a data URI, from memory and from a stream", arguments: [1, 2, 3, 4, 1000])
    func upload(chunk: Int) async throws {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let expected =
            #"{"body":"data:audio/ogg;codecs=opus;base64,\#(Data(bytes).base64EncodedString())"}"#
        let transport = ScriptedTransport(
            Array(repeating: .answer(status: 200, body: #"{"mediaId":1037543291543636}"#), count: 2))
        let chat = makeChat(transport)
        let type = "audio/ogg; codecs=opus"
        let stream = HTTPBody(
            AsyncStream { continuation in
                for start in stride(from: 0, to: bytes.count, by: chunk) {
                    continuation.yield(Array(bytes[start..<min(start + chunk, bytes.count)]))
                }
                continuation.finish()
            }, length: bytes.count)
        let first = try await chat.uploadMedia(
            MediaUpload(bytes, mimeType: type, filename: "a.ogg"), options: .standard)
        let second = try await chat.uploadMedia(
            MediaUpload(stream, mimeType: type, filename: "a.ogg"), options: .standard)
        #expect(first == "1037543291543636" && second == first)
        for received in await transport.received {
            #expect(received.request.path == "/instance123456/uploadMedia?token=\(encodedToken)")
            #expect(String(decoding: received.body, as: UTF8.self) == expected)
        }
    }

    @Test("that the service did not keep are a failure, whatever the status") func notKept() async {
        for body in [#"{"sent":false,"message":"wrong file"}"#, "{}", #"{"mediaId":null}"#] {
            let thrown = await failure { () async throws(WhatsAppError) in
                _ = try await makeChat(ScriptedTransport(body: body)).uploadMedia(
                    MediaUpload([1], mimeType: "image/png", filename: "a.png"), options: .standard)
            }
            #expect(thrown?.code == (body.contains("wrong") ? .rejected : .decoding))
        }
    }

    @Test("with a type that cannot stand in the request are not sent", arguments: ["", "image", "a/b\"}", "a/b,c"])
    func badTypes(type: String) async {
        let transport = ScriptedTransport(body: #"{"mediaId":"1"}"#)
        let thrown = await failure { () async throws(WhatsAppError) in
            _ = try await makeChat(transport).uploadMedia(
                MediaUpload([1], mimeType: type, filename: "a.png"), options: .standard)
        }
        #expect(thrown?.code == .invalid)
        #expect(await transport.received.isEmpty)
    }

    @Test("are kept from an address, and deleted by id") func others() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"mediaId":"b3a1-7"}"#), .answer(status: 200, body: #"{"result":"success"}"#),
        ])
        let chat = makeChat(transport)
        let id = try await chat.uploadMedia(from: "https://shop.example/a.jpg")
        try await chat.deleteMedia(id, options: .standard)
        let received = await transport.received
        #expect(String(decoding: received[0].body, as: UTF8.self) == #"{"body":"https://shop.example/a.jpg"}"#)
        #expect(received[1].request.method == .delete)
        #expect(received[1].request.path == "/instance123456/media/b3a1-7?token=\(encodedToken)")
        let thrown = await failure { () async throws(WhatsAppError) in
            try await chat.deleteMedia("../status", options: .standard)
        }
        #expect(thrown?.code == .invalid)
    }
}
