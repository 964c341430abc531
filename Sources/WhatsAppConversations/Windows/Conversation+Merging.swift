#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Conversation {
    /// Takes in what another value remembers of the same conversation, such as one that another process kept, or one
    /// that was kept under the user id before the number was known.
    ///
    /// The window afterwards is that of the later event. What is said of free entry points and billing conversations is
    /// as if the events that the other remembers were applied here.
    public mutating func merge(_ other: Conversation) {
        latest = max(latest, other.latest)
        let theirs = other.tracker
        for answer in theirs.answers { tracker.answer(at: answer) }
        for click in theirs.clicks {
            tracker.click(at: click.at, policy: policy)
            if click.answer.isSome { tracker.answer(at: click.answer) }
        }
        if theirs.confirmedAt.isSome {
            tracker.confirm(at: theirs.confirmedAt, end: theirs.confirmedEnd, policy: policy)
        }
        if theirs.deniedAt.isSome { tracker.deny(at: theirs.deniedAt) }
        let kinds: [BillingConversation.Kind] = [
            other.open.uncategorizedKind, .marketing, .utility, .authentication, .service,
        ]
        for kind in kinds where other.open[kind].start.isSome {
            let slot = other.open[kind]
            if slot.isCertain { open.open(kind, at: slot.start) } else { open.join(kind, at: slot.start) }
        }
    }

    /// When something last happened of which the conversation knows; `nil` where nothing has.
    public var latestActivity: Date? {
        let kinds: [BillingConversation.Kind] = [
            open.uncategorizedKind, .marketing, .utility, .authentication, .service,
        ]
        var last = max(
            latest, tracker.answer(0), tracker.click(EntryPointTracker.clickCount - 1).at, tracker.confirmedAt)
        last = max(last, tracker.deniedAt)
        for kind in kinds { last = max(last, open[kind].start) }
        return last.date
    }

    /// Whether nothing that the conversation remembers can matter at an instant or later: the window is closed, and every
    /// free entry point and billing conversation is over. A store may then drop it.
    public func isOver(at instant: Date) -> Bool {
        guard let last = latestActivity else { return true }
        // 24 hours to answer a click and 72 from the answer; the end that the platform reported may lie later.
        let longest = EntryPointTracker.answerTime + EntryPointTracker.duration
        return instant >= max(last.addingTimeInterval(longest), tracker.confirmedEnd.date ?? last)
    }
}
