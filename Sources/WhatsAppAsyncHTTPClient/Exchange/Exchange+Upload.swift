#if AsyncHTTPClient
import AsyncHTTPClient
import NIOCore
import WhatsAppBusiness

extension Exchange {
    /// What is known of a request's body on its way.
    struct Upload: Sendable {
        /// Whether the last of its bytes was handed to the connection, or there are none.
        var isWritten = true
        /// Told when the body has been written, or cannot be.
        var promise: EventLoopPromise<Void>?
        /// Reads the program's sequence.
        var pump: Task<Void, Never>?
        /// The pump, while the chunk that it wrote has not left.
        var waiter: CheckedContinuation<Bool, Never>?
        /// What AsyncHTTPClient says about the last chunk.
        var written: EventLoopFuture<Void>?
    }

    private struct WrongLength: Error {
        var message: String
    }

    /// The body as AsyncHTTPClient takes it; one of no bytes is none.
    func requestBody(_ body: HTTPBody?) -> HTTPClient.Body? {
        guard let body, hasBody else { return nil }
        state.withLock { $0.upload.isWritten = false }
        guard let bytes = body.bytes else {
            return .stream(contentLength: body.length.map(Int64.init)) { self.stream(body, to: $0) }
        }
        let buffer = ByteBuffer(bytes: bytes)
        return .stream(contentLength: Int64(bytes.count)) { writer in
            guard self.claim() else { return self.loop.makeFailedFuture(Stopped()) }
            self.state.withLock { $0.upload.isWritten = true }
            return writer.write(.byteBuffer(buffer))
        }
    }

    private func stream(_ body: HTTPBody, to writer: HTTPClient.Body.StreamWriter) -> EventLoopFuture<Void> {
        guard claim() else { return loop.makeFailedFuture(Stopped()) }
        let promise = loop.makePromise(of: Void.self)
        state.withLock { $0.upload.promise = promise }
        let pump = Task { await self.pump(body, to: writer) }
        state.withLock { $0.upload.pump = pump }
        return promise.futureResult
    }

    /// Reads the program's sequence, chunk after chunk, each when the one before has left.
    private func pump(_ body: HTTPBody, to writer: HTTPClient.Body.StreamWriter) async {
        do {
            var room = body.length ?? .max
            var last: [UInt8] = []
            for try await chunk in body where !chunk.isEmpty {
                guard chunk.count <= room else {
                    throw WrongLength(message: "the request's body is longer than its length")
                }
                room -= chunk.count
                // With the chunk that fills the length the request would be whole: it waits until nothing follows.
                guard room > 0 else {
                    last = chunk
                    continue
                }
                guard await write(chunk, to: writer) else { return }
            }
            guard room == 0 || body.length == nil else {
                throw WrongLength(message: "the request's body is shorter than its length")
            }
            state.withLock { $0.upload.isWritten = true }
            finishUpload(last, to: writer)
        } catch let error as WrongLength {
            fail { TransportError(code: .requestBodyFailed, delivery: $0, message: error.message) }
        } catch {
            fail { delivery in
                TransportError(
                    code: .requestBodyFailed, delivery: delivery, message: "the request's body could not be read",
                    underlying: error)
            }
        }
    }

    /// Writes a chunk and waits until it has left.
    /// - Returns: `false` where no more is wanted.
    private func write(_ chunk: [UInt8], to writer: HTTPClient.Body.StreamWriter) async -> Bool {
        let buffer = ByteBuffer(bytes: chunk)
        return await withCheckedContinuation { continuation in
            loop.execute {
                let isWanted = self.state.withLock { state in
                    guard !state.isOver, !state.response.isEarly else { return false }
                    state.upload.waiter = continuation
                    return true
                }
                guard isWanted else { return continuation.resume(returning: false) }
                let written = writer.write(.byteBuffer(buffer))
                self.state.withLock { if !$0.isOver { $0.upload.written = written } }
            }
        }
    }

    /// Hands over the last chunk, if one was held back, and the end in one step: the other side may answer and close as soon
    /// as it has the last byte.
    private func finishUpload(_ last: [UInt8], to writer: HTTPClient.Body.StreamWriter) {
        let buffer = last.isEmpty ? nil : ByteBuffer(bytes: last)
        loop.execute {
            let isWanted = self.state.withLock { state in
                !state.isOver && (buffer == nil || !state.response.isEarly)
            }
            guard isWanted else { return }
            if let buffer {
                let written = writer.write(.byteBuffer(buffer))
                self.state.withLock { if !$0.isOver { $0.upload.written = written } }
            }
            let promise = self.state.withLock { state in
                defer { state.upload.promise = nil }
                return state.upload.promise
            }
            promise?.succeed(())
        }
    }
}
#endif
