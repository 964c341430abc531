import WhatsAppBusiness

/// A streamed response body between libcurl's write callback and the program that reads it.
///
/// The callback appends to one buffer; the reader takes the whole of it. When the buffer is full the transfer is paused
/// until the reader has taken it.
final class ResponseStream: Sendable {
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

    /// How much is held for a reader that does not read.
    static let capacity = 256 * 1024

    private let state = Locked(State())

    // MARK: The loop's side

    /// Takes bytes from libcurl.
    /// - Returns: `false` where the buffer is full; the transfer is then to be paused, and the bytes come again.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (isTaken, reader): (Bool, CheckedContinuation<Void, Never>?) = state.withLock { state in
            guard state.buffer.isEmpty || state.buffer.count + bytes.count <= Self.capacity else {
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

    /// The transfer has ended.
    /// - Parameter error: why it ended early, if it did.
    func finish(_ error: (any Error)?) {
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
    func next(_ unpause: () -> Void) async throws -> [UInt8]? {
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
