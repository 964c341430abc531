extension EntryPointTracker {
    /// The state at an instant.
    func state(at instant: Instant, policy: FreeEntryPointPolicy) -> FreeEntryPoint {
        let newerCounts = newer.at.isSome && (policy.laterClickRestarts || !older.covers(newer.at, policy))
        let governing = governingClick(at: instant, newerCounts: newerCounts)
        let confirmed = confirmedInterval(newerCounts: newerCounts, policy: policy)
        if let confirmed, confirmed.start <= instant, instant < confirmed.end {
            return FreeEntryPoint(.confirmed, opensAt: confirmed.start, closesAt: confirmed.end)
        }
        if let governing, instant < governing.end(policy), confirmed.map({ $0.start != governing.answer }) ?? true {
            let isDenied = governing.answer <= deniedAt && deniedAt < governing.end(policy)
            return FreeEntryPoint(
                isDenied ? .denied : .presumed, opensAt: governing.answer, closesAt: governing.end(policy))
        }
        if newerCounts, isPending(newer, at: instant) {
            return FreeEntryPoint(.pending, closesAt: newer.at + Self.answerTime)
        }
        if isPending(older, at: instant) {
            return FreeEntryPoint(.pending, closesAt: older.at + Self.answerTime)
        }
        if let confirmed, confirmed.end <= instant, confirmed.end >= governing?.end(policy) ?? .none {
            return FreeEntryPoint(.ended, opensAt: confirmed.start, closesAt: confirmed.end)
        }
        if let governing {
            return FreeEntryPoint(.ended, opensAt: governing.answer, closesAt: governing.end(policy))
        }
        return FreeEntryPoint(.none)
    }

    /// The click whose answer came last before the instant.
    private func governingClick(at instant: Instant, newerCounts: Bool) -> Click? {
        if newerCounts, newer.answer.isSome, newer.answer <= instant { return newer }
        if older.answer.isSome, older.answer <= instant { return older }
        return nil
    }

    private func isPending(_ click: Click, at instant: Instant) -> Bool {
        click.mayBeAnswered(at: instant) && (!click.answer.isSome || instant < click.answer)
    }

    /// The 72 hours that the platform confirmed: from the first answer, where the click is known, to the end that the
    /// platform reported, where it did.
    private func confirmedInterval(
        newerCounts: Bool, policy: FreeEntryPointPolicy
    ) -> (start: Instant, end: Instant)? {
        guard confirmedAt.isSome else { return nil }
        let start =
            if newerCounts, newer.isAnswered(before: confirmedAt, policy) {
                newer.answer
            } else if older.isAnswered(before: confirmedAt, policy) {
                older.answer
            } else {
                confirmedAt
            }
        return (start, confirmedEnd.isSome ? confirmedEnd : start + Self.duration(from: start, policy))
    }
}
