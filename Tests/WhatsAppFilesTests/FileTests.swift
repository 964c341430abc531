import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppFiles

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A directory that is removed with the test.
private final class Directory: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/whatsapp-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ bytes: [UInt8], to name: String) -> String {
        #expect(FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes)))
        return "\(path)/\(name)"
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func bytes(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { [UInt8]($0) }
    }
}

private func cloud(_ transport: ScriptedTransport) -> CloudAPI {
    CloudAPI(
        phoneNumberID: "106540352242922", accessToken: "token", transport: transport,
        configuration: .init(clock: RecordingClock()))
}

private func node(_ size: String, sha256: String = "") -> ScriptedTransport.Step {
    .answer(
        status: 200,
        body:
            #"{"url":"https://lookaside.fbsbx.com/a","mime_type":"image/png","sha256":"\#(sha256)","file_size":\#(size)}"#
    )
}

@Suite("Files are uploaded piece by piece")
struct FileUploadTests {
    @Test("with the type of their extension, again and again")
    func reading() async throws {
        let directory = try Directory()
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let upload = try MediaUpload(file: directory.write(bytes, to: "plan.pdf"))
        #expect(upload.mimeType == "application/pdf" && upload.filename == "plan.pdf")
        #expect(upload.body.length == bytes.count && upload.body.isReplayable && upload.body.bytes == nil)
        var sizes: [Int] = []
        for try await chunk in upload.body { sizes.append(chunk.count) }
        #expect(sizes == [131_072, 131_072, 37_856])
        #expect(try await upload.body.collect(upTo: bytes.count) == bytes)
        let transport = ScriptedTransport([
            .interruption(afterBytes: 1000), .answer(status: 200, body: #"{"id":"1"}"#),
        ])
        #expect(try await cloud(transport).uploadMedia(upload) == "1")
        #expect(await transport.received.last.map { $0.body.count > bytes.count } == true)
    }

    @Test("as they were when they were opened: what is appended is not sent, what is cut is noticed")
    func changing() async throws {
        let directory = try Directory()
        let path = directory.write(Array("0123456789".utf8), to: "a.txt")
        let upload = try MediaUpload(file: path)
        try FileManager.default.removeItem(atPath: path)
        _ = directory.write(Array("other".utf8), to: "a.txt")
        #expect(try await upload.body.collect(upTo: 100) == Array("0123456789".utf8))
    }

    @Test("where they are files")
    func missing() throws {
        let directory = try Directory()
        #expect(throws: FileError.self) { try MediaUpload(file: directory.path + "/none.png") }
        let error = #expect(throws: FileError.self) { try HTTPBody(file: directory.path) }
        #expect(error == FileError(.open, systemCode: 0))
        #expect(error.map { !"\($0)".contains(directory.path) } == true)
    }
}

@Suite("Files are downloaded piece by piece")
struct FileDownloadTests {
    private static let digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    @Test("and get their name when they are complete")
    func complete() async throws {
        let directory = try Directory()
        let transport = ScriptedTransport([node("5", sha256: Self.digest), .answer(status: 200, body: "hello")])
        let object = try await cloud(transport).downloadMedia("900", toFile: directory.path + "/a.png")
        #expect(object.fileSize == 5)
        #expect(directory.names == ["a.png"])
        #expect(directory.bytes("a.png") == Array("hello".utf8))
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path + "/a.png")
        #expect("\(attributes[.posixPermissions] ?? "")" == "\(0o600)")
    }

    @Test("and leave nothing when they are not what the platform describes", arguments: ["hellO", "hell", "hello!"])
    func wrong(body: String) async throws {
        let directory = try Directory()
        let transport = ScriptedTransport([node("5", sha256: Self.digest), .answer(status: 200, body: body)])
        await #expect(throws: WhatsAppError.self) {
            try await cloud(transport).downloadMedia("900", toFile: directory.path + "/a.png")
        }
        #expect(directory.names.isEmpty)
    }

    @Test("and never have more bytes on the disk than they may")
    func endless() async throws {
        let directory = try Directory()
        let stream = AsyncStream { [UInt8](repeating: 1, count: 1000) }
        let transport = ScriptedTransport([node("null"), .stream(body: HTTPBody(stream))])
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud(transport).downloadMedia("900", toFile: directory.path + "/a.png", maximumBytes: 10_500)
        }
        #expect(error?.code == .rejected)
        #expect(directory.names.isEmpty)
    }

    @Test("in the place of another only if they are told to")
    func replacing() async throws {
        let directory = try Directory()
        let path = directory.write(Array("before".utf8), to: "a.png")
        let steps = [node("5"), .answer(status: 200, body: "hello")]
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud(ScriptedTransport(steps)).downloadMedia("900", toFile: path)
        }
        #expect((error?.underlying as? FileError)?.operation == .create)
        #expect(directory.names == ["a.png"] && directory.bytes("a.png") == Array("before".utf8))
        try await cloud(ScriptedTransport(steps)).downloadMedia("900", toFile: path, replacing: true)
        #expect(directory.names == ["a.png"] && directory.bytes("a.png") == Array("hello".utf8))
    }

    @Test("where there is a directory for them, before anything is asked for", arguments: ["/none/a.png", "/"])
    func noDirectory(path: String) async throws {
        let directory = try Directory()
        let transport = ScriptedTransport([node("5")])
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud(transport).downloadMedia("900", toFile: directory.path + path)
        }
        #expect(error?.underlying is FileError)
        #expect(await transport.received.isEmpty)
    }

    @Test("and leave nothing when the task is cancelled")
    func cancelled() async throws {
        let directory = try Directory()
        let transport = ScriptedTransport([node("5"), .hang])
        let path = directory.path + "/a.png"
        let task = Task { try await cloud(transport).downloadMedia("900", toFile: path) }
        while await transport.received.count < 2 { await Task.yield() }
        #expect(directory.names.count == 1)
        task.cancel()
        _ = await task.result
        #expect(directory.names.isEmpty)
    }
}
