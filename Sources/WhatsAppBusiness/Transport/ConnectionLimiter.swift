/// Lets so many calls through at a time; the others wait in order.
///
/// The libraries below would queue by themselves, but nothing tells how long a call has waited there.
package final class ConnectionLimiter: Sendable {
    private struct Waiter: Sendable {
        let id: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State: Sendable {
        var free: Int
        var waiters: [Waiter] = []
        var lastID = 0
        var isClosed = false
    }

    private enum Turn: Sendable {
        case mine
        case closed
        case wait
    }

    private let state: Locked<State>

    /// Creates a limiter.
    /// - Parameter limit: how many calls go at a time.
    package init(limit: Int) {
        state = Locked(State(free: limit))
    }

    /// Waits for a place; whoever gets one gives it back with ``release()``.
    /// - Throws: `TransportError`, always `notSent`.
    package func acquire(atMost timeout: Duration) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let timer = Locked<Task<Void, any Error>?>(nil)
        defer { timer.withLock { $0 }?.cancel() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let turn: Turn = state.withLock { state in
                    if state.isClosed { return .closed }
                    guard state.free == 0 else {
                        state.free -= 1
                        return .mine
                    }
                    state.waiters.append(Waiter(id: id, continuation: continuation))
                    return .wait
                }
                switch turn {
                case .mine: continuation.resume()
                case .closed: continuation.resume(throwing: TransportError.shutDown(.notSent))
                case .wait:
                    let wait = Task {
                        try await Task.sleep(for: timeout)
                        self.giveUp(
                            id,
                            TransportError(
                                code: .queueTimedOut, delivery: .notSent, message: "no connection was free in time"))
                    }
                    timer.withLock { $0 = wait }
                    if Task.isCancelled { giveUp(id, .cancelled(.notSent)) }
                }
            }
        } onCancel: {
            giveUp(id, .cancelled(.notSent))
        }
    }

    /// Gives a place back: to the first who waits, if anybody does.
    package func release() {
        let next = state.withLock { state in
            guard !state.waiters.isEmpty else {
                state.free += 1
                return nil as Waiter?
            }
            return state.waiters.removeFirst()
        }
        next?.continuation.resume()
    }

    /// Lets nobody through any more.
    package func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(throwing: TransportError.shutDown(.notSent)) }
    }

    private func giveUp(_ id: Int, _ error: TransportError) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: error)
    }
}
