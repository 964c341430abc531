/// A streamed response body between a transport and the program that reads it.
///
/// The transport appends to one buffer; the reader takes the whole of it. When the buffer is full the transfer is paused
/// until the reader has taken it.
package final class ResponseStream: Sendable {
    private enum End: Sendable {
        case complete
        case failed(any Error)
    }

    private enum Turn: Sendable {
        case chunk([UInt8], wasPaused: Bool)
        case end
        case failed(any Error)
        case wait
    }

    private struct State: Sendable {
        var buffer: [UInt8] = []
        var isPaused = false
        var end: End?
        var reader: CheckedContinuation<Void, Never>?
    }

    private let capacity: Int
    private let state = Locked(State())

    /// Creates an empty stream.
    /// - Parameter capacity: how many bytes are held for a reader that does not read.
    package init(capacity: Int = 256 * 1024) {
        self.capacity = capacity
    }

    // MARK: The transport's side

    /// Takes bytes, where there is room.
    /// - Returns: `false` where the buffer is full; the transfer is then to be paused, and the bytes to come again.
    package func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (isTaken, reader): (Bool, CheckedContinuation<Void, Never>?) = state.withLock { state in
            guard state.buffer.isEmpty || state.buffer.count + bytes.count <= capacity else {
                state.isPaused = true
                return (false, nil)
            }
            state.buffer += bytes
            defer { state.reader = nil }
            return (true, state.reader)
        }
        reader?.resume()
        return isTaken
    }

    /// Takes bytes that cannot come again.
    /// - Returns: `false` where the buffer is now full; the transfer is then to be paused.
    package func appendAll(_ bytes: some Sequence<UInt8>) -> Bool {
        let (hasRoom, reader): (Bool, CheckedContinuation<Void, Never>?) = state.withLock { state in
            state.buffer += bytes
            state.isPaused = state.buffer.count >= capacity
            defer { state.reader = nil }
            return (!state.isPaused, state.reader)
        }
        reader?.resume()
        return hasRoom
    }

    /// The transfer has ended.
    /// - Parameter error: why it ended early, if it did.
    package func finish(_ error: (any Error)?) {
        let reader = state.withLock { state in
            if state.end == nil { state.end = error.map(End.failed) ?? .complete }
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }

    // MARK: The reader's side

    /// The bytes that have come since the last call.
    ///
    /// - Parameter unpause: called when the transfer had been paused and can go on.
    /// - Returns: at least one byte, or `nil` at the end.
    /// - Throws: what the transfer ended with; the bytes before it are handed over first.
    package func next(_ unpause: () -> Void) async throws -> [UInt8]? {
        while true {
            switch turn() {
            case .chunk(let bytes, let wasPaused):
                if wasPaused { unpause() }
                return bytes
            case .end: return nil
            case .failed(let error): throw error
            case .wait: await wait()
            }
        }
    }

    private func turn() -> Turn {
        state.withLock { state in
            if !state.buffer.isEmpty {
                var taken: [UInt8] = []
                swap(&taken, &state.buffer)
                let wasPaused = state.isPaused
                state.isPaused = false
                return .chunk(taken, wasPaused: wasPaused)
            }
            switch state.end {
            case .complete: return .end
            case .failed(let error): return .failed(error)
            case nil: return .wait
            }
        }
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.buffer.isEmpty, state.end == nil else { return true }
                state.reader = continuation
                return false
            }
            if isReady { continuation.resume() }
        }
    }
}
