/// Hands chunks from whoever has them to whoever asks for them, one at a time: the sender waits for the reader.
package final class ChunkChannel: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    /// The reader has gone before the end.
    package struct Abandoned: Error {}

    private struct State: Sendable {
        var chunk: [UInt8]?
        var sender: CheckedContinuation<Void, any Error>?
        var reader: CheckedContinuation<Void, Never>?
        var end: Result<Void, any Error>?
        var isAbandoned = false
    }

    private let state = Locked(State())

    package init() {}

    /// Hands a chunk on, and returns when it was taken.
    /// - Throws: ``Abandoned`` when nobody reads any more; `CancellationError`.
    package func send(_ chunk: [UInt8]) async throws {
        guard !chunk.isEmpty else { return }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let (refusal, reader) = state.withLock { state -> ((any Error)?, CheckedContinuation<Void, Never>?) in
                    if state.isAbandoned { return (Abandoned(), nil) }
                    if Task.isCancelled { return (CancellationError(), nil) }
                    state.chunk = chunk
                    state.sender = continuation
                    defer { state.reader = nil }
                    return (nil, state.reader)
                }
                if let refusal { continuation.resume(throwing: refusal) }
                reader?.resume()
            }
        } onCancel: {
            let sender = state.withLock { state in
                defer { state.sender = nil }
                return state.sender
            }
            sender?.resume(throwing: CancellationError())
        }
    }

    /// Nothing more comes.
    /// - Parameter error: why it ended early, if it did.
    package func finish(_ error: (any Error)?) {
        let reader = state.withLock { state in
            if state.end == nil { state.end = error.map { .failure($0) } ?? .success(()) }
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }

    /// Nobody reads any more: a sender that waits, or comes later, is told so.
    package func abandon() {
        let sender = state.withLock { state in
            state.isAbandoned = true
            defer { state.sender = nil }
            return state.sender
        }
        sender?.resume(throwing: Abandoned())
    }

    private enum Turn: Sendable {
        case chunk([UInt8], CheckedContinuation<Void, any Error>?)
        case end
        case failed(any Error)
        case wait
    }

    private func next() async throws -> [UInt8]? {
        while true {
            let turn: Turn = state.withLock { state in
                if let chunk = state.chunk {
                    state.chunk = nil
                    defer { state.sender = nil }
                    return .chunk(chunk, state.sender)
                }
                switch state.end {
                case .success?: return .end
                case .failure(let error)?: return .failed(error)
                case nil: return .wait
                }
            }
            switch turn {
            case .chunk(let chunk, let sender):
                sender?.resume()
                return chunk
            case .end: return nil
            case .failed(let error): throw error
            case .wait: try await wait()
            }
        }
    }

    private func wait() async throws {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    guard state.chunk == nil, state.end == nil, !Task.isCancelled else { return true }
                    state.reader = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            let reader = state.withLock { state in
                defer { state.reader = nil }
                return state.reader
            }
            reader?.resume()
        }
        try Task.checkCancellation()
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(channel: self)
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let channel: ChunkChannel

        package func next() async throws -> [UInt8]? {
            try await channel.next()
        }
    }
}
