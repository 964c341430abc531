#if canImport(Darwin)
import os

/// State that a synchronous callback (such as the `onCancel` of a task) must reach.
package final class Locked<State: Sendable>: Sendable {
    private let lock: OSAllocatedUnfairLock<State>

    /// Creates a lock around its first value.
    package init(_ state: State) {
        lock = OSAllocatedUnfairLock(initialState: state)
    }

    /// Runs `body` with exclusive access to the state.
    package func withLock<Result: Sendable>(_ body: @Sendable (inout State) throws -> Result) rethrows -> Result {
        try lock.withLock(body)
    }
}
#else
import Synchronization

/// State that a synchronous callback (such as the `onCancel` of a task) must reach.
package final class Locked<State: Sendable>: Sendable {
    private let mutex: Mutex<State>

    /// Creates a lock around its first value.
    package init(_ state: State) {
        mutex = Mutex(state)
    }

    /// Runs `body` with exclusive access to the state.
    package func withLock<Result: Sendable>(_ body: @Sendable (inout State) throws -> Result) rethrows -> Result {
        try mutex.withLock { state throws in try body(&state) }
    }
}
#endif
