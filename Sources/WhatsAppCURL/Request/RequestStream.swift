import WhatsAppBusiness

/// A streamed request body between the program's sequence and libcurl's read callback.
///
/// The read callback takes what is there. When nothing is there it says so and pauses the transfer; only then does the
/// pump ask the program's sequence for its next chunk, and wakes the transfer when it has it.
final class RequestStream: Sendable {
    /// What the read callback gets.
    enum Supply: Sendable {
        case bytes(Int)
        case end
        case pause
        case failed(TransportError)
    }

    private struct State: Sendable {
        var chunk: [UInt8] = []
        var offset = 0
        var taken = 0
        var isEnded = false
        var isClosed = false
        var isWanted = false
        var failure: TransportError?
        var pump: Task<Void, Never>?
        var pumpWaits: CheckedContinuation<Bool, Never>?
    }

    let length: Int?
    private let body: HTTPBody
    private let state = Locked(State())

    init(_ body: HTTPBody) {
        self.body = body
        length = body.length
    }

    // MARK: The loop's side

    /// Starts reading the program's sequence.
    /// - Parameter wake: called when a paused transfer can go on.
    func start(_ wake: @escaping @Sendable () -> Void) {
        let pump = Task { await self.run(wake) }
        let isClosed = state.withLock { state in
            state.pump = pump
            return state.isClosed
        }
        if isClosed { pump.cancel() }
    }

    /// Moves bytes into libcurl's buffer, or asks the pump for some.
    func take(into buffer: UnsafeMutableRawBufferPointer) -> Supply {
        let (supply, waiting): (Supply, CheckedContinuation<Bool, Never>?) = state.withLock { state in
            if let failure = state.failure { return (.failed(failure), nil) }
            let available = state.chunk.count - state.offset
            if available > 0 {
                let count = min(available, buffer.count)
                state.chunk.withUnsafeBytes { bytes in
                    buffer.copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: bytes[state.offset..<state.offset + count]))
                }
                state.offset += count
                return (.bytes(count), nil)
            }
            if state.isEnded { return (.end, nil) }
            state.isWanted = true
            defer { state.pumpWaits = nil }
            return (.pause, state.pumpWaits)
        }
        waiting?.resume(returning: true)
        return supply
    }

    /// The transfer has ended, whatever is left.
    func close() {
        let (pump, waiting) = state.withLock { state in
            state.isClosed = true
            state.chunk = []
            state.offset = 0
            defer { state.pumpWaits = nil }
            return (state.pump, state.pumpWaits)
        }
        waiting?.resume(returning: false)
        pump?.cancel()
    }

    // MARK: The pump's side

    @concurrent
    private func run(_ wake: @Sendable () -> Void) async {
        var iterator = body.makeAsyncIterator()
        var pulled = 0
        while await isWanted() {
            do {
                let chunk = try await nextChunk(&iterator)
                pulled += chunk?.count ?? 0
                // The last chunk of a stated length is held back until the sequence has confirmed its end: a body that
                // is longer than stated must not look complete to the other side.
                if let length, chunk == nil ? pulled < length : pulled > length {
                    return fail("the request's body is \(chunk == nil ? "shorter" : "longer") than its length", wake)
                }
                if let length, chunk != nil, pulled == length, try await nextChunk(&iterator) != nil {
                    return fail("the request's body is longer than its length", wake)
                }
                let isLast = chunk == nil || pulled == length
                state.withLock { state in
                    guard !state.isClosed else { return }
                    state.chunk = chunk ?? []
                    state.offset = 0
                    state.isEnded = isLast
                    state.isWanted = false
                }
                wake()
                if isLast { return }
            } catch {
                return fail("the request's body could not be read", wake, error)
            }
        }
    }

    @concurrent
    private func nextChunk(_ iterator: inout HTTPBody.AsyncIterator) async throws -> [UInt8]? {
        while let chunk = try await iterator.next() {
            if !chunk.isEmpty { return chunk }
        }
        return nil
    }

    /// Waits until the transfer wants bytes; `false` when it has ended.
    private func isWanted() async -> Bool {
        await withCheckedContinuation { continuation in
            let answer: Bool? = state.withLock { state in
                if state.isClosed { return false }
                if state.isWanted { return true }
                state.pumpWaits = continuation
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func fail(_ message: String, _ wake: @Sendable () -> Void, _ underlying: (any Error)? = nil) {
        state.withLock { state in
            state.failure = TransportError(
                code: .requestBodyFailed, delivery: .unknown, message: message, underlying: underlying)
            state.isWanted = false
        }
        wake()
    }
}
