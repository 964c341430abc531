import WhatsAppBusiness

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A moment that a test and a server's script wait for, from either side. Once open it stays open.
public final class Gate: Sendable {
    private struct State: Sendable {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Locked(State())
    /// The end that becomes readable when the gate opens.
    let readable: Int32
    private let writable: Int32

    /// Creates a closed gate.
    /// - Throws: ``SocketError`` where the system has no descriptors left.
    public init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SocketError("pipe") }
        readable = ends[0]
        writable = ends[1]
    }

    deinit {
        if !state.withLock({ $0.isOpen }) { close(writable) }
        close(readable)
    }

    /// Opens the gate.
    public func open() {
        let waiting: [CheckedContinuation<Void, Never>]? = state.withLock { state in
            guard !state.isOpen else { return nil }
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        guard let waiting else { return }
        close(writable)
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until the gate is open.
    public func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}
