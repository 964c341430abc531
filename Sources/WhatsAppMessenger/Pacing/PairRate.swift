/// What one user was sent lately: when the last burst began, and until when what was sent is paid back.
struct PairRate: Sendable {
    var burstStart: Int64
    var paidAt: Int64

    /// When the next message may go.
    func next(after now: Int64, interval: Int64, burst: Int64) -> Int64 {
        if paidAt <= now { return now }
        let sent = (paidAt - burstStart) / max(interval, 1)
        if now < burstStart + interval, sent < burst { return now }
        return paidAt
    }

    /// Counts a message.
    mutating func count(at now: Int64, interval: Int64) {
        if paidAt <= now { burstStart = now }
        paidAt = max(paidAt, now) + interval
    }
}
