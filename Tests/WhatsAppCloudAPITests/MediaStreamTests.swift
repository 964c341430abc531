import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API hands media on as it arrives")
struct MediaStreamTests {
    /// Chunks of bytes, counted as they are asked for; endless where there is no number.
    private struct Chunks: AsyncSequence, Sendable {
        typealias Element = [UInt8]

        var count: Int?
        var chunk: [UInt8]
        var asked: Locked<Int>
        var ending: (any Error & Sendable)?

        struct Iterator: AsyncIteratorProtocol {
            var chunks: Chunks
            var index = 0

            mutating func next() async throws -> [UInt8]? {
                if let count = chunks.count, index == count {
                    if let ending = chunks.ending { throw ending }
                    return nil
                }
                index += 1
                chunks.asked.withLock { $0 += 1 }
                return chunks.chunk
            }
        }

        func makeAsyncIterator() -> Iterator { Iterator(chunks: self) }
    }

    private struct Full: Error {}

    private static func node(size: Int?, sha256: String = "") -> ScriptedTransport.Step {
        .answer(
            status: 200,
            body:
                #"{"url":"https://lookaside.fbsbx.com/a","mime_type":"video/mp4","sha256":"\#(sha256)","file_size":\#(size.map(String.init) ?? "null"),"id":"900"}"#
        )
    }

    @Test("piece by piece, and tells how far it is")
    func pieces() async throws {
        let asked = Locked(0)
        let body = HTTPBody(Chunks(count: 10, chunk: Array(repeating: 7, count: 100), asked: asked))
        let transport = ScriptedTransport([
            Self.node(size: 1000), Self.node(size: 1000), .stream(body: body),
        ])
        let progress = TransferProgress()
        let sizes = Locked<[Int]>([])
        let aheads = Locked<[Int]>([])
        let object = try await makeCloud(transport).downloadMedia(
            "900", maximumBytes: 1000, progress: progress
        ) {
            bytes in
            sizes.withLock { $0.append(bytes.count) }
            let ahead = asked.withLock { $0 }
            aheads.withLock { $0.append(ahead) }
        }
        #expect(object.fileSize == 1000)
        #expect(sizes.withLock { $0 } == Array(repeating: 100, count: 10))
        // Nothing is read ahead of who takes it.
        #expect(aheads.withLock { $0 } == Array(1...10))
        var last: TransferProgress.Step?
        for await step in progress { last = step }
        #expect(last == .init(transferred: 1000, total: 1000) && last?.fraction == 1)
    }

    @Test(
        "and cuts endless bodies, whatever the platform says of their size",
        arguments: [nil, 450] as [Int?])
    func endless(size: Int?) async throws {
        let asked = Locked(0)
        let body = HTTPBody(Chunks(count: nil, chunk: Array(repeating: 7, count: 100), asked: asked))
        let taken = Locked(0)
        let transport = ScriptedTransport([Self.node(size: size), .stream(body: body)])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).downloadMedia("900", maximumBytes: 500, options: .standard) {
                bytes in
                taken.withLock { $0 += bytes.count }
            }
        }
        #expect(error?.code == (size == nil ? .rejected : .decoding))
        #expect(taken.withLock { $0 } == (size == nil ? 500 : 400))
        #expect(asked.withLock { $0 } <= 6)
        #expect(await transport.received.count == 2)
    }

    @Test("never twice: a transfer that breaks after the first bytes is not repeated")
    func broken() async {
        let lost = TransportError(code: .connectionLost, delivery: .unknown, message: "broke")
        let body = HTTPBody(Chunks(count: 2, chunk: [1, 2, 3], asked: Locked(0), ending: lost))
        let transport = ScriptedTransport([
            Self.node(size: 9), .stream(body: body), .stream(body: body),
        ])
        let taken = Locked(0)
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).downloadMedia("900", maximumBytes: 500, options: .standard) {
                bytes in
                taken.withLock { $0 += bytes.count }
            }
        }
        #expect(error?.code == .transport)
        #expect(taken.withLock { $0 } == 6)
        #expect(await transport.received.count == 2)
    }

    @Test("again where nothing had arrived yet")
    func repeated() async throws {
        let lost = TransportError(code: .connectionLost, delivery: .unknown, message: "broke")
        let transport = ScriptedTransport([
            Self.node(size: 2),
            .stream(body: HTTPBody(Chunks(count: 0, chunk: [], asked: Locked(0), ending: lost))),
            .answer(status: 200, body: "ab"),
        ])
        let media = try await makeCloud(transport).downloadMedia("900")
        #expect(media.bytes == Array("ab".utf8))
    }

    @Test("until who takes it does not want more")
    func full() async {
        let asked = Locked(0)
        let body = HTTPBody(Chunks(count: 10, chunk: [1], asked: asked))
        let transport = ScriptedTransport([Self.node(size: 10), .stream(body: body)])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).downloadMedia("900", maximumBytes: 500, options: .standard) {
                _ in
                throw Full()
            }
        }
        #expect(error?.underlying is Full)
        #expect(asked.withLock { $0 } == 1)
    }

    @Test("until the task is cancelled")
    func cancelled() async {
        let transport = ScriptedTransport([Self.node(size: 10), .hang])
        let task = Task {
            try await makeCloud(transport).downloadMedia("900", maximumBytes: 500, options: .standard) {
                _ in
            }
        }
        while await transport.received.count < 2 { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: WhatsAppError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }

    @Test("and keeps only the beginning of a long refusal")
    func refusal() async {
        let asked = Locked(0)
        let body = HTTPBody(
            Chunks(count: nil, chunk: Array(repeating: 60, count: 1 << 14), asked: asked))
        let transport = ScriptedTransport([Self.node(size: nil), .stream(status: 400, body: body)])
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).downloadMedia("900", maximumBytes: 1 << 30, options: .standard) { _ in }
        }
        #expect(error?.response?.body.count == 1 << 16)
        #expect(asked.withLock { $0 } <= 5)
    }

    @Test("on to a publisher, of inbound files")
    func republished() async throws {
        let body = HTTPBody(Chunks(count: 3, chunk: Array("abc".utf8), asked: Locked(0)))
        let transport = ScriptedTransport([Self.node(size: 9), Self.node(size: 9), .stream(body: body)])
        let stored = Locked<[UInt8]>([])
        let publisher = LinkPublisher { file in
            #expect(file.filename == "file.mp4" && file.body.length == 9)
            let bytes = try await file.body.collect(upTo: 100)
            stored.withLock { $0 = bytes }
            return "https://files.shop.example/1"
        }
        let link = try await makeCloud(transport).republish("900", through: publisher)
        #expect(link == "https://files.shop.example/1")
        #expect(stored.withLock { $0 } == Array("abcabcabc".utf8))
    }

    @Test("to publishers whose body throws where the bytes are not those of the platform")
    func republishedWrongly() async {
        let body = HTTPBody(Chunks(count: 2, chunk: Array("abc".utf8), asked: Locked(0)))
        let transport = ScriptedTransport([Self.node(size: 9), Self.node(size: 9), .stream(body: body)])
        let publisher = LinkPublisher { file in
            _ = try await file.body.collect(upTo: 100)
            Issue.record("the body ended as if it were whole")
            return "https://files.shop.example/1"
        }
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).republish("900", through: publisher)
        }
        #expect(error?.code == .decoding)
    }

    @Test("to publishers that fail or give up, without waiting for ever", arguments: [true, false])
    func failingPublisher(throwsItself: Bool) async {
        let body = HTTPBody(Chunks(count: 3, chunk: Array("abc".utf8), asked: Locked(0)))
        let transport = ScriptedTransport([Self.node(size: 9), Self.node(size: 9), .stream(body: body)])
        let publisher = LinkPublisher { _ in
            if throwsItself { throw Full() }
            return "https://files.shop.example/1"
        }
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).republish("900", through: publisher)
        }
        #expect(error?.code == .rejected)
        #expect((error?.underlying is Full) == throwsItself)
    }
}
