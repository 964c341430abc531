import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API uploads samples")
struct ResumableUploadTests {
    private static let sample = MediaUpload(
        Array("0123456789".utf8), mimeType: "image/png", filename: "sale & more.png")
    private static let session = ScriptedTransport.Step.answer(
        status: 200, body: #"{"id":"upload:MTph?sig=ARZq:x"}"#)
    private static let handle = ScriptedTransport.Step.answer(status: 200, body: #"{"h":"4::aW"}"#)

    private static func offset(_ offset: String) -> ScriptedTransport.Step {
        .answer(status: 200, body: #"{"id":"upload:MTph?sig=ARZq:x","file_offset":\#(offset)}"#)
    }

    private static let fileOffset = HTTPField.Name("file_offset") ?? .range

    @Test("in a session whose id stands in the path as it is")
    func whole() async throws {
        let transport = ScriptedTransport([Self.session, Self.handle])
        let handle = try await makeCloud(transport).uploadSample(Self.sample)
        #expect(handle == "4::aW")
        let received = await transport.received
        #expect(
            received.map(\.request.path) == [
                "/v25.0/app/uploads?file_name=sale%20%26%20more.png&file_length=10&file_type=image%2Fpng",
                "/v25.0/upload:MTph?sig=ARZq:x",
            ])
        #expect(received.map(\.request.method) == [.post, .post])
        #expect(received.first?.request.headerFields[.authorization] == "Bearer \(testToken)")
        #expect(received.last?.request.headerFields[.authorization] == "OAuth \(testToken)")
        #expect(received.last?.request.headerFields[Self.fileOffset] == "0")
        #expect(received.last?.body == Array("0123456789".utf8))
    }

    @Test("and goes on where the platform stopped reading", arguments: [false, true])
    func resumed(isStreamed: Bool) async throws {
        var sample = Self.sample
        if isStreamed {
            let chunks = AsyncChunks(chunks: [Array("0123".utf8), Array("456".utf8), Array("789".utf8)])
            sample.body = HTTPBody(chunks, length: 10, isReplayable: true)
        }
        let transport = ScriptedTransport([
            Self.session, .interruption(afterBytes: 6), Self.offset("\"5\""),
            .answer(status: 503, body: ""),
            Self.offset("8"), Self.handle,
        ])
        let handle = try await makeCloud(transport).uploadSample(sample)
        #expect(handle == "4::aW")
        let received = await transport.received
        #expect(received.map(\.request.method) == [.post, .post, .get, .post, .get, .post])
        #expect(
            received.map { $0.request.headerFields[Self.fileOffset] } == [nil, "0", nil, "5", nil, "8"])
        #expect(
            received.map { String(decoding: $0.body, as: UTF8.self) } == [
                "", "012345", "", "56789", "", "89",
            ])
    }

    private struct AsyncChunks: AsyncSequence, Sendable {
        typealias Element = [UInt8]
        var chunks: [[UInt8]]

        struct Iterator: AsyncIteratorProtocol {
            var rest: ArraySlice<[UInt8]>
            mutating func next() async -> [UInt8]? { rest.popFirst() }
        }

        func makeAsyncIterator() -> Iterator { Iterator(rest: chunks[...]) }
    }

    @Test("but not for ever")
    func bounded() async {
        let steps =
            [Self.session]
            + Array(repeating: [.interruption(afterBytes: 1), Self.offset("1")], count: 9).joined()
        let transport = ScriptedTransport(steps)
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).uploadSample(Self.sample)
        }
        #expect(error?.code == .transport)
        #expect(await transport.received.count == 1 + 4 + 3)
    }

    @Test("nor what was refused")
    func refused() async {
        let transport = ScriptedTransport([
            Self.session, .answer(status: 400, body: #"{"error":{"message":"no","code":100}}"#),
            Self.offset("0"),
        ])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).uploadSample(Self.sample)
        }
        #expect(error?.platform?.code.rawValue == 100)
        #expect(await transport.received.count == 2)
    }

    @Test("also in another process")
    func kept() async throws {
        let transport = ScriptedTransport([Self.session, Self.offset("4"), Self.handle])
        let cloud = makeCloud(transport)
        let session = try await cloud.makeUploadSession(
            for: Self.sample, application: "634974688087057")
        #expect(!"\(session)".contains("sig"))
        let handle = try await cloud.resumeUpload(Self.sample, in: UploadSession(id: session.id))
        #expect(handle == "4::aW")
        #expect(
            await transport.received.first?.request.path?.hasPrefix("/v25.0/634974688087057/uploads?")
                == true)
        #expect(await transport.received.last?.body == Array("456789".utf8))
    }

    @Test(
        "to sessions that lead nowhere else",
        arguments: [
            "", "other:1", "upload:../me", "upload:a/b", "upload:a#b", "upload:a b",
            "upload:https://e.example",
        ])
    func hostile(id: String) async {
        let transport = ScriptedTransport([
            .answer(status: 200, body: #"{"id":"\#(id)"}"#), Self.handle,
        ])
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).uploadSample(Self.sample)
        }
        #expect(await transport.received.count == 1)
        await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).resumeUpload(Self.sample, in: UploadSession(id: id))
        }
        #expect(await transport.received.count == 1)
    }

    @Test("of the types and sizes that samples and profile pictures have")
    func limits() async {
        let transport = ScriptedTransport([])
        let cloud = makeCloud(transport).with { $0.mediaLimits.maximumSampleBytes = [.image: 9] }
        let audio = MediaUpload([1], mimeType: "audio/mpeg", filename: "a.mp3")
        let document = MediaUpload([1], mimeType: "application/pdf", filename: "a.pdf")
        func rules(_ call: () async throws -> UploadHandle) async -> [ValidationError.Rule] {
            let error = await #expect(throws: WhatsAppError.self) { try await call() }
            return error?.validation?.violations.map(\.rule) ?? []
        }
        #expect(await rules { try await cloud.uploadSample(Self.sample) } == [.maximum])
        #expect(await rules { try await cloud.uploadSample(audio) } == [.unsupported])
        #expect(await rules { try await cloud.uploadProfilePicture(document) } == [.unsupported])
        #expect(await transport.received.isEmpty)
    }
}
