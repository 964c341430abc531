/// The time since a call began, and what is left of it.
struct CallTimer: Sendable {
    /// The time since the call began.
    let elapsed: @Sendable () -> Duration
    private let deadline: Duration?

    init(_ clock: any Clock<Duration>, deadline: Duration?) {
        elapsed = Self.stopwatch(clock)
        self.deadline = deadline
    }

    /// Whether a wait ends before the deadline.
    func hasTime(for wait: Duration) -> Bool {
        guard let deadline else { return true }
        return elapsed() + wait < deadline
    }

    /// The options of an attempt that starts now: none of its limits reaches beyond the deadline.
    func limiting(_ options: TransportOptions) -> TransportOptions {
        guard let deadline else { return options }
        let left = max(deadline - elapsed(), .zero)
        var options = options
        options.timeout = options.timeout.map { min($0, left) } ?? left
        options.queueTimeout = min(options.queueTimeout, left)
        options.connectTimeout = min(options.connectTimeout, left)
        return options
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
