#if canImport(Darwin)
package import os

/// State that a synchronous callback (such as the `onCancel` of a task) must reach.
package final class Locked<State: Sendable>: Sendable {
    @usableFromInline let lock: OSAllocatedUnfairLock<State>

    /// Creates a lock around its first value.
    @inlinable
    package init(_ state: State) {
        lock = OSAllocatedUnfairLock(initialState: state)
    }

    /// Runs `body` with exclusive access to the state.
    @inlinable
    package func withLock<Result: Sendable>(_ body: (inout State) throws -> Result) rethrows -> Result {
        // `State` is `Sendable`, so nothing that `body` captured can stay behind in it.
        try lock.withLockUnchecked(body)
    }
}
#else
package import Synchronization

/// State that a synchronous callback (such as the `onCancel` of a task) must reach.
package final class Locked<State: Sendable>: Sendable {
    @usableFromInline let mutex: Mutex<State>
    /// Says again what the mutex says already: who had it last comes before who has it next. The mutex waits inside a
    /// library that the thread sanitizer does not see into; these two plain moves it sees.
    @usableFromInline let handover = Atomic(0)

    /// Creates a lock around its first value.
    @inlinable
    package init(_ state: State) {
        mutex = Mutex(state)
    }

    /// Runs `body` with exclusive access to the state.
    @inlinable
    package func withLock<Result: Sendable>(_ body: (inout State) throws -> Result) rethrows -> Result {
        try mutex.withLock { state throws in
            _ = handover.load(ordering: .acquiring)
            defer { handover.store(0, ordering: .releasing) }
            return try body(&state)
        }
    }
}
#endif
