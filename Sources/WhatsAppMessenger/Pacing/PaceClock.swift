/// A clock of any kind, as nanoseconds since it was taken into use.
struct PaceClock: Sendable {
    private let read: @Sendable () -> Int64
    private let wait: @Sendable (Int64) async throws -> Void

    init<C: Clock>(_ clock: C) where C.Duration == Duration {
        let origin = clock.now
        read = { origin.duration(to: clock.now).nanoseconds }
        wait = { try await clock.sleep(until: origin.advanced(by: .nanoseconds($0)), tolerance: nil) }
    }

    var now: Int64 { read() }

    func sleep(until instant: Int64) async throws {
        try await wait(instant)
    }
}

extension Duration {
    /// The whole nanoseconds, at most about 290 years.
    var nanoseconds: Int64 {
        let (seconds, fraction) = components
        let limit: Int64 = 9_000_000_000
        return min(max(seconds, -limit), limit) * 1_000_000_000 + fraction / 1_000_000_000
    }
}
