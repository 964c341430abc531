extension EntryPointTracker {
    /// The state at an instant.
    func state(at instant: Instant, policy: FreeEntryPointPolicy) -> FreeEntryPoint {
        // Most conversations never had a click.
        guard click(Self.clickCount - 1).at.isSome || confirmedAt.isSome else { return FreeEntryPoint(.none) }
        var governing: Click?
        var pending: Click?
        var confirming: Click?
        var previous: Click?
        for index in 0..<Self.clickCount {
            let click = click(index)
            guard click.at.isSome else { continue }
            // A click inside an open free entry point does nothing.
            if !policy.laterClickRestarts, let previous, previous.covers(click.at, policy) { continue }
            if click.answer.isSome {
                previous = click
                if click.answer <= instant { governing = click }
                if click.isAnswered(before: confirmedAt, policy) { confirming = click }
            }
            if isPending(click, at: instant) { pending = click }
        }
        let confirmed = confirmedInterval(confirming, policy: policy)
        if let confirmed, confirmed.start <= instant, instant < confirmed.end {
            return FreeEntryPoint(.confirmed, opensAt: confirmed.start, closesAt: confirmed.end)
        }
        if let governing, instant < governing.end(policy), confirmed.map({ $0.start != governing.answer }) ?? true {
            let isDenied = governing.answer <= deniedAt && deniedAt < governing.end(policy)
            return FreeEntryPoint(
                isDenied ? .denied : .presumed, opensAt: governing.answer, closesAt: governing.end(policy))
        }
        if let pending { return FreeEntryPoint(.pending, closesAt: pending.at + Self.answerTime) }
        if let confirmed, confirmed.end <= instant, confirmed.end >= governing?.end(policy) ?? .none {
            return FreeEntryPoint(.ended, opensAt: confirmed.start, closesAt: confirmed.end)
        }
        if let governing {
            return FreeEntryPoint(.ended, opensAt: governing.answer, closesAt: governing.end(policy))
        }
        return FreeEntryPoint(.none)
    }

    private func isPending(_ click: Click, at instant: Instant) -> Bool {
        click.mayBeAnswered(at: instant) && (!click.answer.isSome || instant < click.answer)
    }

    /// The 72 hours that the platform confirmed: from the first answer, where the click is known, to the end that the
    /// platform reported, where it did.
    private func confirmedInterval(_ click: Click?, policy: FreeEntryPointPolicy) -> (start: Instant, end: Instant)? {
        guard confirmedAt.isSome else { return nil }
        let start = click?.answer ?? confirmedAt
        return (start, confirmedEnd.isSome ? confirmedEnd : start + Self.duration(from: start, policy))
    }
}
