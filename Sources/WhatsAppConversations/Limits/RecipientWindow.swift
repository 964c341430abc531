public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Who was written to outside the customer service window, and how much of a messaging limit that leaves.
///
/// Keep one per phone number until 2025-10-06, and one per business portfolio since (`MessagingLimit.Rules`). It holds
/// at most as many recipients as the limit allows, each in about 70 bytes, for seven days; without a limit it holds none.
///
/// ```swift
/// var recipients = RecipientWindow(limit: .tier2K)
/// recipients.count(quote, to: customer, in: conversation, at: now)      // replies never count
/// let standing = recipients.standing(at: now)
/// standing.left                                                         // 1,999
/// standing.freesAt                                                      // when there is room again
/// ```
public struct RecipientWindow: Hashable, Sendable {
    /// How long a recipient counts: 24 hours, in seconds.
    public static let duration: TimeInterval = 86_400
    /// The span in which half of a limit must be used before the next level comes: 7 days, in seconds.
    public static let upgradeSpan: TimeInterval = 604_800

    /// The limit. Raising it keeps what was counted.
    public var limit: MessagingLimit {
        didSet { trim() }
    }
    /// When each recipient was last written to, as the platform counts.
    private var latest: [ConversationKey.Counterpart: Instant] = [:]
    /// The same instants, in order.
    private var times: [Instant] = []

    /// Creates an empty window.
    public init(limit: MessagingLimit) {
        self.limit = limit
    }

    /// Counts a message that was quoted, if it counts: a template that was sent while the customer service window was
    /// closed.
    /// - Returns: whether it counts.
    @discardableResult
    public mutating func count(
        _ quote: Quote, to recipient: Recipient, in conversation: Conversation, at instant: Date
    ) -> Bool {
        guard quote.isAllowed, !conversation.window(at: instant).isOpen else { return false }
        count(recipient, at: instant)
        return true
    }

    /// Counts a message that was sent outside the customer service window. A recipient counts once, however many messages;
    /// messages may be counted late, twice and in any order.
    public mutating func count(_ recipient: Recipient, at instant: Date) {
        guard capacity > 0 else { return }
        let moment = Instant(instant)
        let key = ConversationKey.Counterpart(recipient)
        guard moment.isSome else { return }
        if let known = latest[key] {
            guard moment > known else { return }
            times.remove(at: lowerBound(known))
        }
        latest[key] = moment
        times.insert(moment, at: lowerBound(moment))
        trim()
    }

    /// How things stand at an instant. Takes time in the logarithm of the recipients.
    public func standing(at instant: Date) -> Standing {
        let now = Instant(instant)
        let upper = lowerBound(Instant(seconds: now.seconds.nextUp))
        let first = lowerBound(Instant(seconds: (now + -Self.duration).seconds.nextUp))
        let used = max(upper - first, 0)
        let week = max(upper - lowerBound(Instant(seconds: (now + -Self.upgradeSpan).seconds.nextUp)), 0)
        guard let most = limit.recipients else {
            return Standing(limit: limit, used: 0, left: nil, freesAt: nil, usedInSevenDays: 0)
        }
        // The next place frees when the oldest of those who count is 24 hours back; where more were written to than the
        // limit allows, when enough are.
        let index = first + max(used - most, 0)
        let frees = used >= most && index < upper ? (times[index] + Self.duration).date : nil
        return Standing(
            limit: limit, used: used, left: max(most - used, 0), freesAt: frees, usedInSevenDays: week)
    }

    /// Whether a message to a recipient is within the limit: there is room, or the recipient counts already.
    public func allows(_ recipient: Recipient, at instant: Date) -> Bool {
        guard let left = standing(at: instant).left else { return true }
        return left > 0 || counts(recipient, at: instant)
    }

    /// Whether a recipient counts already, so that further messages to them need no room.
    public func counts(_ recipient: Recipient, at instant: Date) -> Bool {
        guard let known = latest[ConversationKey.Counterpart(recipient)] else { return false }
        let now = Instant(instant)
        return known <= now && now < known + Self.duration
    }

    /// Recipients that are kept at the most.
    private var capacity: Int { min(limit.recipients ?? 0, 1_000_000) }

    /// Drops who was written to more than seven days before the latest, and beyond the capacity the oldest.
    private mutating func trim() {
        guard let newest = times.last else { return }
        let expired = lowerBound(newest + -Self.upgradeSpan)
        let surplus = max(expired, times.count - capacity)
        // Now and then, so that the cost is shared by many.
        guard surplus > 0, surplus > capacity / 8 || times.count > capacity + capacity / 8 else { return }
        let bound = times[surplus - 1]
        times.removeFirst(surplus)
        // Of several at the bound's own instant as many remain as there are times.
        var remaining = times.prefix { $0 == bound }.count
        latest = latest.filter { _, instant in
            if instant != bound { return instant > bound }
            remaining -= 1
            return remaining >= 0
        }
    }

    private func lowerBound(_ instant: Instant) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension RecipientWindow: CustomStringConvertible, CustomReflectable {
    /// The limit and the number of recipients; nobody's identity.
    public var description: String { "\(latest.count) recipients under \(limit)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
