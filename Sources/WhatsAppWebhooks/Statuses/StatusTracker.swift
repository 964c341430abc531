public import WhatsAppBusiness

/// Follows how far many messages have come, and says of each status whether it is news.
///
/// ```swift
/// var tracker = StatusTracker()
/// if case .advanced = tracker.apply(status) { show(status) }
/// ```
///
/// It is a value with a bounded size: when ``capacity`` is reached, the message that was heard of first is forgotten. Messages
/// to a group are followed for each member. To keep progress in a database, store ``MessageProgress`` beside the message.
public struct StatusTracker: Sendable {
    /// A message and who received it.
    private struct Key: Hashable, Sendable {
        var message: MessageID
        var participant: String?
    }

    /// The most pairs of message and recipient that are followed.
    public let capacity: Int
    private var progress: [Key: MessageProgress] = [:]
    private var order = FIFO<Key>()

    /// Creates a tracker.
    /// - Parameter capacity: the most pairs of message and recipient that are followed.
    public init(capacity: Int = 100_000) {
        self.capacity = max(1, capacity)
    }

    /// The number of pairs of message and recipient that are followed.
    public var count: Int { progress.count }

    /// Takes a status.
    ///
    /// - Parameter status: a status of any message.
    /// - Returns: what it changes about its message.
    @discardableResult
    public mutating func apply(_ status: MessageStatus) -> MessageProgress.Change {
        guard status.kind == .message else { return .unranked }
        let key = Key(
            message: status.id, participant: status.participantUserID?.rawValue ?? status.participant?.rawValue)
        if progress[key] == nil {
            if progress.count == capacity, let first = order.popFirst() { progress[first] = nil }
            progress[key] = MessageProgress()
            order.append(key)
        }
        return progress[key, default: MessageProgress()].apply(status)
    }

    /// How far a message has come; `nil` where nothing was heard of it.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - participant: of a message to a group the member's user id or, where it was not known, the number.
    public func progress(of message: MessageID, participant: String? = nil) -> MessageProgress? {
        progress[Key(message: message, participant: participant)]
    }
}
