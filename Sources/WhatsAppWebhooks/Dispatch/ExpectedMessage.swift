public import WhatsAppBusiness

/// A customer's next message, which a program waits for.
///
/// It is expected from the moment in which ``WebhookDispatcher/expectMessage(from:in:where:)`` returns, so that an answer
/// cannot slip through between the question and the wait:
///
/// ```swift
/// let answer = dispatcher.expectMessage(from: customer)
/// try await cloud.send(.text("Which size?"), to: customer)
/// if let message = try await answer.message(within: .seconds(300)) { … }
/// ```
///
/// The message goes to whoever expects it instead of to handlers and sequences. When nobody asks for it any more, it goes
/// to them after all.
public final class ExpectedMessage: Sendable {
    private let id: UInt64
    private let waiters: MessageWaiters
    private let queue: ItemQueue
    private let clock: any Clock<Duration>

    init(_ id: UInt64, _ waiters: MessageWaiters, _ queue: ItemQueue, clock: any Clock<Duration>) {
        self.id = id
        self.waiters = waiters
        self.queue = queue
        self.clock = clock
    }

    deinit {
        if let item = waiters.abandon(id) { queue.takeBack(item) }
    }

    /// Waits for the message.
    ///
    /// - Parameter limit: how long.
    /// - Returns: the message; `nil` when none came in time or the dispatcher shut down. A message is given once.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func message(within limit: Duration) async throws(CancellationError) -> InboundMessage? {
        let item = await withTaskGroup(of: ReceivedItem?.self) { [id, waiters, clock] group in
            group.addTask { await waiters.item(of: id) }
            group.addTask {
                try? await clock.sleep(for: limit)
                return nil
            }
            var item = await group.next() ?? nil
            group.cancelAll()
            // The message may have come in the moment in which the time was up.
            for await other in group { item = item ?? other }
            return item
        }
        if case .event(.message(let message))? = item?.content { return message }
        if Task.isCancelled { throw CancellationError() }
        return nil
    }
}
