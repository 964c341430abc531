/// What a conversation remembers about clicks and answers: a fixed number of instants.
///
/// Two clicks are kept with the first answer to each, and the four newest answers, so that a click that arrives after
/// its answers still finds them. All updates are minima and maxima over instants, which makes their order irrelevant.
struct EntryPointTracker: Hashable, Sendable {
    /// An answer within 24 hours of the click opens the free entry point (pricing reference §1.5).
    static let answerTime = 86_400.0
    /// A free entry point lasts 72 hours (§1.5).
    static let duration = 259_200.0
    /// It lasted 24 hours at first (§1.3).
    static let firstDuration = 86_400.0

    /// How long one lasts that opens at an instant.
    static func duration(from opening: Instant, _ policy: FreeEntryPointPolicy) -> Double {
        opening < policy.extended ? firstDuration : duration
    }

    /// A click and its first answer.
    struct Click: Hashable, Sendable {
        var at = Instant.none
        var answer = Instant.none

        func end(_ policy: FreeEntryPointPolicy) -> Instant {
            answer.isSome ? answer + EntryPointTracker.duration(from: answer, policy) : .none
        }
        func mayBeAnswered(at instant: Instant) -> Bool {
            at.isSome && at <= instant && instant < at + EntryPointTracker.answerTime
        }
        /// Whether the instant lies in the 72 hours from the answer.
        func isAnswered(before instant: Instant, _ policy: FreeEntryPointPolicy) -> Bool {
            answer.isSome && answer <= instant && instant < end(policy)
        }
        func covers(_ instant: Instant, _ policy: FreeEntryPointPolicy) -> Bool {
            answer.isSome && at <= instant && instant < end(policy)
        }
    }

    /// The clicks in order of time; `newer` is set first.
    var older = Click()
    var newer = Click()
    /// The newest answers, newest first.
    var answer0 = Instant.none
    var answer1 = Instant.none
    var answer2 = Instant.none
    var answer3 = Instant.none
    /// The first message that the platform reported as free by entry point, of the current or last one.
    var confirmedAt = Instant.none
    /// The end that the platform reported for it.
    var confirmedEnd = Instant.none
    /// The last message that the platform reported as charged.
    var deniedAt = Instant.none

    mutating func click(at instant: Instant, policy: FreeEntryPointPolicy) {
        guard instant != older.at, instant != newer.at else { return }
        var click = Click(at: instant)
        // From the newest to the oldest, so that the first answer remains.
        if click.mayBeAnswered(at: answer0) { click.answer = answer0 }
        if click.mayBeAnswered(at: answer1) { click.answer = answer1 }
        if click.mayBeAnswered(at: answer2) { click.answer = answer2 }
        if click.mayBeAnswered(at: answer3) { click.answer = answer3 }
        // Three clicks in order of time, of which two remain.
        var first = older
        var second = newer
        var third = click
        if third.at < second.at { swap(&second, &third) }
        if second.at < first.at { swap(&first, &second) }
        // A click inside an open free entry point does nothing; else the oldest is over.
        let isCovered = first.covers(second.at, policy) && !policy.laterClickRestarts
        older = isCovered ? first : second
        newer = third
    }

    mutating func answer(at instant: Instant) {
        if older.mayBeAnswered(at: instant), !older.answer.isSome || instant < older.answer { older.answer = instant }
        if newer.mayBeAnswered(at: instant), !newer.answer.isSome || instant < newer.answer { newer.answer = instant }
        remember(instant)
    }

    /// A status reported a message as free by entry point, perhaps with the end of the 72 hours.
    mutating func confirm(at instant: Instant, end: Instant, policy: FreeEntryPointPolicy) {
        let currentEnd =
            confirmedEnd.isSome ? confirmedEnd : confirmedAt + Self.duration(from: confirmedAt, policy)
        if !confirmedAt.isSome || instant >= currentEnd {
            confirmedAt = instant
            confirmedEnd = end
        } else if instant + Self.duration(from: instant, policy) > confirmedAt {
            confirmedAt = min(confirmedAt, instant)
            confirmedEnd = max(confirmedEnd, end)
        }
    }

    mutating func deny(at instant: Instant) {
        deniedAt = max(deniedAt, instant)
    }

    private mutating func remember(_ instant: Instant) {
        guard instant != answer0, instant != answer1, instant != answer2, instant > answer3 else { return }
        answer3 = instant
        if answer3 > answer2 { swap(&answer2, &answer3) }
        if answer2 > answer1 { swap(&answer1, &answer2) }
        if answer1 > answer0 { swap(&answer0, &answer1) }
    }
}
