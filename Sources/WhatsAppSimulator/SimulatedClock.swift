import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The simulated platform's time: it stands still until it is moved, or runs with another clock.
///
/// ```swift
/// let clock = SimulatedClock(at: start)
/// clock.advance(by: 25 * 3600)         // the window is closed now
/// ```
public final class SimulatedClock: Sendable {
    private let base: @Sendable () -> Date
    private let advance: Locked<TimeInterval>

    /// Creates a clock.
    /// - Parameter start: its first time; the simulated platform prices by the rules of that date.
    public convenience init(at start: Date) {
        self.init(following: { start })
    }

    /// Creates a clock that runs with another one, for programs that serve the simulated platform on a port.
    /// - Parameter base: gives the time that this clock is set against.
    public init(following base: @escaping @Sendable () -> Date) {
        self.base = base
        advance = Locked(0)
    }

    /// The present time.
    public var now: Date { base() + advance.withLock { $0 } }

    /// Moves the clock forward.
    /// - Parameter seconds: how far; a negative or infinite number leaves it where it is.
    public func advance(by seconds: TimeInterval) {
        guard seconds.isFinite else { return }
        advance.withLock { $0 += max(seconds, 0) }
    }
}
