/// What a conversation remembers about clicks and answers: a fixed number of instants in whole seconds.
///
/// Five clicks are kept with the first answer to each, and the twelve newest answers, so that a click that arrives after
/// its answers still finds them. All updates are minima and maxima over instants, which makes their order irrelevant as
/// long as no more arrive out of order than are kept.
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

    static let clickCount = 5
    static let answerCount = 12

    private static let confirmedPlace = 2 * clickCount + answerCount

    private var seconds = Seconds()

    /// The clicks in order of time, the newest last; those before the first are none.
    func click(_ index: Int) -> Click {
        Click(at: seconds[index], answer: seconds[Self.clickCount + index])
    }

    private mutating func setClick(_ index: Int, _ click: Click) {
        seconds[index] = click.at
        seconds[Self.clickCount + index] = click.answer
    }

    /// The newest answers, newest first.
    func answer(_ index: Int) -> Instant { seconds[2 * Self.clickCount + index] }

    /// The clicks that there are, in order of time.
    var clicks: [Click] { (0..<Self.clickCount).map { click($0) }.filter { $0.at.isSome } }

    /// The answers that there are, newest first.
    var answers: [Instant] { (0..<Self.answerCount).map { answer($0) }.filter(\.isSome) }

    /// Takes in a click of a store, with the answer that it had.
    mutating func restore(_ instant: Instant, answer: Instant, policy: FreeEntryPointPolicy) {
        click(at: instant, policy: policy)
        guard answer.isSome,
            let index = (0..<Self.clickCount).first(where: { click($0).at == Seconds.rounded(instant) })
        else { return }
        if !click(index).answer.isSome || answer < click(index).answer { seconds[Self.clickCount + index] = answer }
    }

    /// The first message that the platform reported as free by entry point, of the current or last one.
    var confirmedAt: Instant {
        get { seconds[Self.confirmedPlace] }
        set { seconds[Self.confirmedPlace] = newValue }
    }
    /// The end that the platform reported for it.
    var confirmedEnd: Instant {
        get { seconds[Self.confirmedPlace + 1] }
        set { seconds[Self.confirmedPlace + 1] = newValue }
    }
    /// The last message that the platform reported as charged.
    var deniedAt: Instant {
        get { seconds[Self.confirmedPlace + 2] }
        set { seconds[Self.confirmedPlace + 2] = newValue }
    }

    mutating func click(at moment: Instant, policy: FreeEntryPointPolicy) {
        let instant = Seconds.rounded(moment)
        var index = Self.clickCount
        while index > 0 {
            let known = seconds[index - 1]
            if known == instant { return }
            if known < instant { break }
            index -= 1
        }
        var click = Click(at: instant)
        // From the newest to the oldest, so that the first answer remains.
        for place in 0..<Self.answerCount where click.mayBeAnswered(at: answer(place)) { click.answer = answer(place) }
        // One must go: the oldest, which is over, or the next if that lies inside an open free entry point and does nothing.
        let first = index == 0 ? click : self.click(0)
        let second = index == 0 ? self.click(0) : index == 1 ? click : self.click(1)
        if first.covers(second.at, policy), !policy.laterClickRestarts {
            if index <= 1 {
                if index == 0 { setClick(0, click) }
                return
            }
            for place in 1..<(index - 1) { setClick(place, self.click(place + 1)) }
        } else {
            if index == 0 { return }
            for place in 0..<(index - 1) { setClick(place, self.click(place + 1)) }
        }
        setClick(index - 1, click)
    }

    mutating func answer(at moment: Instant) {
        let instant = Seconds.rounded(moment)
        for index in 0..<Self.clickCount where seconds[index].isSome {
            let click = click(index)
            if click.mayBeAnswered(at: instant), !click.answer.isSome || instant < click.answer {
                seconds[Self.clickCount + index] = instant
            }
        }
        // Among the newest, newest first, each once.
        let start = 2 * Self.clickCount
        var place = Self.answerCount
        while place > 0, seconds[start + place - 1] < instant { place -= 1 }
        guard place < Self.answerCount, place == 0 || seconds[start + place - 1] != instant else { return }
        seconds.shift(from: start + place, to: start + Self.answerCount - 1)
        seconds[start + place] = instant
    }

    /// A status reported a message as free by entry point, perhaps with the end of the 72 hours.
    mutating func confirm(at moment: Instant, end: Instant, policy: FreeEntryPointPolicy) {
        let instant = Seconds.rounded(moment)
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
}
