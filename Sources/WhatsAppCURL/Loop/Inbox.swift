import CCURL
import WhatsAppBusiness

/// The way from any task to the loop's thread.
///
/// What is posted gathers in arrays that the loop swaps for empty ones. The loop is woken only when it has declared
/// itself asleep: under load it never is, and posting costs no system call.
final class Inbox: Sendable {
    /// What has been posted since the loop last looked, each kind in order.
    struct Batch: Sendable {
        var submissions: [Submission] = []
        var cancelled: [Call] = []
        var unpaused: [Call] = []

        var isEmpty: Bool { submissions.isEmpty && cancelled.isEmpty && unpaused.isEmpty }

        mutating func removeAll() {
            submissions.removeAll(keepingCapacity: true)
            cancelled.removeAll(keepingCapacity: true)
            unpaused.removeAll(keepingCapacity: true)
        }
    }

    private enum Phase: Sendable {
        case open
        /// No more calls; the loop still has some to answer.
        case closing
        case closed
    }

    private struct State: Sendable {
        var batch = Batch()
        var phase = Phase.open
        var isAsleep = false
        /// The multi handle's address while the loop may sleep on it, or 0.
        var multi: UInt = 0
        /// What calls get after the end.
        var reason = TransportError.shutDown(.notSent)
        var waitingForEnd: [CheckedContinuation<Void, Never>] = []

        mutating func wake() {
            guard isAsleep, let multi = UnsafeMutableRawPointer(bitPattern: multi) else { return }
            isAsleep = false
            // Under the lock: the loop withdraws the address under the same lock before it frees the handle.
            curl_multi_wakeup(multi)
        }
    }

    private let state = Locked(State())

    // MARK: Any thread

    /// Hands a call to the loop.
    /// - Returns: an error where the loop takes no more calls; the caller then answers the call itself.
    func submit(_ submission: Submission) -> TransportError? {
        state.withLock { state in
            guard case .open = state.phase else { return state.reason }
            state.batch.submissions.append(submission)
            state.wake()
            return nil
        }
    }

    /// Ends a call; one that has ended already is not affected.
    func cancel(_ call: Call) {
        state.withLock { state in
            guard case .open = state.phase else { return }
            state.batch.cancelled.append(call)
            state.wake()
        }
    }

    /// Lets a paused transfer go on.
    func unpause(_ call: Call) {
        state.withLock { state in
            guard case .open = state.phase else { return }
            state.batch.unpaused.append(call)
            state.wake()
        }
    }

    /// Asks the loop to end.
    func shutDown() {
        state.withLock { state in
            guard case .open = state.phase else { return }
            state.phase = .closing
            state.wake()
        }
    }

    /// Asks the loop to end, and waits for it.
    func shutDownAndWait() async {
        shutDown()
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if case .closed = state.phase { return true }
                state.waitingForEnd.append(continuation)
                return false
            }
            if hasEnded { continuation.resume() }
        }
    }

    // MARK: The loop's thread

    /// Gives the loop something to sleep on.
    func attach(_ multi: UnsafeMutableRawPointer) {
        state.withLock { $0.multi = UInt(bitPattern: multi) }
    }

    /// Takes what has been posted and leaves the emptied arrays of the last time.
    /// - Returns: whether the loop is to go on.
    func exchange(_ batch: inout Batch) -> Bool {
        state.withLock { state in
            state.isAsleep = false
            swap(&state.batch, &batch)
            if case .open = state.phase { return true }
            return false
        }
    }

    /// Declares the loop asleep, unless there is something to do.
    func fallAsleep() -> Bool {
        state.withLock { state in
            guard case .open = state.phase, state.batch.isEmpty else { return false }
            state.isAsleep = true
            return true
        }
    }

    /// Takes no more calls, and withdraws the multi handle.
    /// - Parameter reason: what later calls get, if not `shutDown`.
    /// - Returns: calls that nobody has seen yet.
    func close(reason: TransportError? = nil) -> [Submission] {
        state.withLock { state in
            state.phase = .closing
            state.multi = 0
            state.isAsleep = false
            if let reason { state.reason = reason }
            defer { state.batch = Batch() }
            return state.batch.submissions
        }
    }

    /// The loop is gone: wakes those who wait for that.
    func end() {
        let waiting = state.withLock { state in
            state.phase = .closed
            defer { state.waitingForEnd = [] }
            return state.waitingForEnd
        }
        for continuation in waiting { continuation.resume() }
    }
}
