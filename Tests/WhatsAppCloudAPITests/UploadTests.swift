import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API uploads files")
struct UploadTests {
    private static let picture = MediaUpload(
        Array("picture".utf8), mimeType: "image/png", filename: "a.png")

    private static func parts(_ received: ScriptedTransport.Received) throws -> [String] {
        let type = try #require(received.request.headerFields[.contentType])
        let boundary = try #require(type.split(separator: "boundary=").last)
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        let text = String(decoding: received.body, as: UTF8.self)
        #expect(text.hasSuffix("\r\n--\(boundary)--\r\n"))
        return text.components(separatedBy: "--\(boundary)\r\n")
    }

    @Test("as a form whose last part is the file with its own type and name")
    func form() async throws {
        let transport = ScriptedTransport(body: #"{"id":1037543291543636}"#)
        let id = try await makeCloud(transport).uploadMedia(Self.picture)
        #expect(id == "1037543291543636")
        let received = try #require(await transport.received.first)
        #expect(
            received.request.method == .post && received.request.path == "/v25.0/106540352242922/media")
        #expect(received.request.headerFields[.authorization] == "Bearer \(testToken)")
        #expect(received.options.timeout == .seconds(300))
        let parts = try Self.parts(received)
        #expect(
            parts.dropFirst().prefix(2) == [
                "Content-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n",
                "Content-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n",
            ])
        #expect(
            parts.last?.hasPrefix(
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\npicture\r\n"
            ) == true)
    }

    @Test(
        "with names that cannot end their header field",
        arguments: [
            ("a\".png", "a_.png"), ("a\r\nX-Evil: 1\r\n\r\n.png", "a__X-Evil_ 1____.png"),
            ("Gruß.png", "Gru_.png"),
            ("../../a.png", ".._.._a.png"), ("a\\\".png", "a__.png"), ("a\u{0}.png", "a_.png"),
            ("😀.png", "_.png"),
        ])
    func names(name: String, safe: String) async throws {
        let transport = ScriptedTransport(body: #"{"id":"1"}"#)
        var upload = Self.picture
        upload.filename = name
        _ = try await makeCloud(transport).uploadMedia(upload)
        let received = try #require(await transport.received.first)
        let file = try #require(Self.parts(received).last)
        #expect(
            file.hasPrefix(
                "Content-Disposition: form-data; name=\"file\"; filename=\"\(safe)\"\r\nContent-Type: "))
    }

    @Test(
        "with types that cannot end theirs, validated or not",
        arguments: ["image/png\r\nX-Evil: 1", "image", "", "image/", "/png", "a b/c", "image/pn\u{e9}"])
    func types(type: String) async {
        let transport = ScriptedTransport(body: #"{"id":"1"}"#)
        var upload = Self.picture
        upload.mimeType = type
        for validates in [true, false] {
            let error = await #expect(throws: WhatsAppError.self) {
                try await makeCloud(transport).uploadMedia(
                    upload, options: RequestOptions(validates: validates))
            }
            #expect(error?.validation?.violations.map(\.path) == ["type"])
        }
        #expect(await transport.received.isEmpty)
    }

    @Test("within limits of the program's own")
    func ownLimits() async throws {
        let transport = ScriptedTransport([.answer(status: 200, body: #"{"id":"1"}"#)])
        let limited = makeCloud(transport).with { $0.mediaLimits.maximumBytes = [.image: 6] }
        let error = await #expect(throws: WhatsAppError.self) {
            try await limited.uploadMedia(Self.picture)
        }
        #expect(
            error?.validation?.violations.first?.limit == 6
                && error?.validation?.violations.first?.actual == 7)
        _ = try await limited.with { $0.mediaLimits.maximumBytes = [.image: 7] }.uploadMedia(
            Self.picture)
        #expect(await transport.received.count == 1)
    }

    @Test(
        "of the length that was said: neither less nor more",
        arguments: [[[1, 2]], [[1, 2, 3], [4]]] as [[[UInt8]]])
    func wrongLength(chunks: [[UInt8]]) async {
        let stream = AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
        let upload = MediaUpload(HTTPBody(stream, length: 3), mimeType: "image/png", filename: "a.png")
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport(body: #"{"id":"1"}"#)).uploadMedia(upload)
        }
        #expect(error?.code == .transport && error?.attempts == 1)
    }

    @Test("with the minutes that they live, on numbers without storage")
    func minutes() async throws {
        let transport = ScriptedTransport(body: #"{"id":"1"}"#)
        var upload = Self.picture
        upload.minutesToLive = 60
        _ = try await makeCloud(transport).uploadMedia(upload)
        let received = try #require(await transport.received.first)
        let parts = try Self.parts(received)
        #expect(parts.contains("Content-Disposition: form-data; name=\"ttl_minutes\"\r\n\r\n60\r\n"))
    }

    @Test("and tells how far it is")
    func progress() async throws {
        let progress = TransferProgress()
        let upload = MediaUpload(
            Array(repeating: 1, count: 200_000), mimeType: "image/png", filename: "a.png")
        _ = try await makeCloud(ScriptedTransport(body: #"{"id":"1"}"#)).uploadMedia(
            upload, progress: progress)
        var last: TransferProgress.Step?
        for await step in progress { last = step }
        #expect(last == .init(transferred: 200_000, total: 200_000))
    }

    @Test("and deletes them")
    func deletion() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"success":true}"#),
            .answer(status: 200, body: #"{"success":false}"#),
        ])
        try await makeCloud(transport).deleteMedia("900")
        let request = try #require(await transport.received.first?.request)
        #expect(
            request.method == .delete && request.path == "/v25.0/900?phone_number_id=106540352242922")
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).deleteMedia("900")
        }
        #expect(error?.code == .rejected)
    }

    // MARK: What does not fit

    @Test("as what their type says, with a caption")
    func messages() async throws {
        func message(_ type: String, _ name: String, caption: String? = nil) async throws -> Message {
            try await makeCloud(ScriptedTransport(body: #"{"id":"1"}"#)).makeMessage(
                showing: MediaUpload([1], mimeType: type, filename: name), caption: caption)
        }
        #expect(
            try await message("image/png", "a.png", caption: "Hi") == .image(.id("1"), caption: "Hi"))
        #expect(try await message("video/mp4", "a.mp4") == .video(.id("1")))
        #expect(try await message("audio/mpeg", "a.mp3") == .audio(.id("1")))
        #expect(try await message("image/webp", "a.webp") == .sticker(.id("1")))
        #expect(try await message("application/pdf", "a.pdf") == .document(.id("1", filename: "a.pdf")))
        await #expect(throws: WhatsAppError.self) {
            try await message("audio/mpeg", "a.mp3", caption: "Hi")
        }
    }

    @Test("as documents where they are too large, if the caller wants it")
    func asDocument() async throws {
        let large = MediaUpload(
            Array(repeating: 1, count: 5 * 1024 * 1024 + 1), mimeType: "image/png", filename: "plan.png")
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"id":"1"}"#), .answer(status: 200, body: acceptedAnswer),
        ])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(large, to: "+15550001111")
        }
        #expect(error?.validation?.violations.first?.rule == .maximum)
        #expect(await transport.received.isEmpty)
        try await makeCloud(transport).send(
            large, caption: "Plan", to: "+15550001111", otherwise: [.document])
        let sent = try JSONValue(parsing: try #require(await transport.received.last?.body))
        #expect(
            sent["type"]?.string == "document" && sent["document"]?["filename"]?.string == "plan.png")
    }

    @Test("as links where they cannot be documents either")
    func asLink() async throws {
        let limits: MediaLimits = .init(maximumBytes: [.document: 6])
        let cloud = makeCloud(ScriptedTransport([])).with { $0.mediaLimits = limits }
        let archive = MediaUpload(Array("archive".utf8), mimeType: "application/zip", filename: "a.zip")
        let publisher = LinkPublisher { file in
            let bytes = try await file.body.collect(upTo: 100)
            #expect(bytes == Array("archive".utf8))
            return "https://files.shop.example/\(file.filename)"
        }
        let message = try await cloud.makeMessage(
            showing: archive, caption: "All of it", otherwise: [.document, .link(publisher)])
        #expect(message == .text("All of it\nhttps://files.shop.example/a.zip", previewURL: true))
    }

    @Test(
        "and refuses addresses of publishers that are none",
        arguments: ["", "files/1", "javascript:alert(1)"])
    func badLink(address: String) async {
        let archive = MediaUpload([1], mimeType: "application/zip", filename: "a.zip")
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport([])).makeMessage(
                showing: archive, otherwise: [.link(LinkPublisher { _ in address })])
        }
        #expect(error?.validation?.violations.first?.path == "link")
    }

    @Test("but hides no other fault behind a fallback")
    func otherFaults() async {
        let nameless = MediaUpload(
            Array(repeating: 1, count: 5 * 1024 * 1024 + 1), mimeType: "image/png", filename: "plan.jpg")
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport([])).makeMessage(
                showing: nameless, otherwise: [.document])
        }
        #expect(error?.validation?.violations.map(\.path) == ["filename", "file"])
    }
}

extension String {
    /// The parts between separators, without Foundation.
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
