import Logging
import WhatsAppBusiness

extension WebhookDispatcher {
    /// What has happened so far.
    public struct Statistics: Hashable, Sendable {
        /// Events and problems that wait to be handled.
        public var waiting = 0
        /// Events and problems that were new and were taken.
        public var accepted = 0
        /// Events and problems that had been delivered before.
        public var duplicates = 0
        /// Deliveries that were answered with 503.
        public var refused = 0
        /// Events and problems that handlers were called for.
        public var handled = 0
        /// Calls of handlers that threw.
        public var failures = 0

        /// Creates the statistics of a dispatcher to which nothing has happened.
        public init() {}
    }

    /// What has happened so far.
    public var statistics: Statistics {
        var statistics = counters.withLock { $0 }
        statistics.waiting = queue.count
        return statistics
    }

    /// Hands events to the handlers, until the task is cancelled or the dispatcher has shut down and is empty.
    ///
    /// Run it beside the web server. While it does not run, events wait. After a cancellation it can be run again; what
    /// was being handled is not handled again.
    /// - Parameter handlers: what is done with what arrives.
    public func run(_ handlers: WebhookHandlers) async {
        await withDiscardingTaskGroup { group in
            for _ in 0..<max(1, configuration.concurrency) {
                group.addTask { await self.work(handlers) }
            }
        }
    }

    private func work(_ handlers: WebhookHandlers) async {
        while let hold = await queue.take() {
            let (called, failures) = await handlers.handle(hold.item)
            counters.withLock { counters in
                counters.handled += called > 0 ? 1 : 0
                counters.failures += failures.count
            }
            if handlers.failureHandlers.isEmpty {
                for failure in failures { log(.error, "a webhook handler failed", failure.error) }
            }
            hold.finish()
        }
    }

    /// What arrives, as a sequence: for programs that prefer a loop to handlers.
    ///
    /// ```swift
    /// for await item in dispatcher.items {
    ///     switch item.content {
    ///     case .event(.message(let message)): …
    ///     case .event(.status(let status)): …
    ///     case .event(let event): …
    ///     case .problem(let problem): …
    ///     }
    /// }
    /// ```
    ///
    /// Several loops, or a loop beside ``run(_:)``, share the items: each item goes to one of them. An item counts as being
    /// handled until its loop asks for the next; until then no other loop is given a message of the same customer.
    public var items: Items { Items(queue: queue) }

    /// A sequence of what arrives. It ends when the dispatcher has shut down and is empty, or when the task is cancelled.
    public struct Items: AsyncSequence, Sendable {
        /// One event or problem.
        public typealias Element = ReceivedItem

        let queue: ItemQueue

        /// Starts reading.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(queue: queue) }

        /// Reads what arrives.
        public struct AsyncIterator: AsyncIteratorProtocol {
            let queue: ItemQueue
            private var hold: ItemQueue.Hold?

            init(queue: ItemQueue) {
                self.queue = queue
            }

            /// The next item; `nil` at the end.
            public mutating func next() async -> ReceivedItem? {
                hold?.finish()
                hold = await queue.take()
                return hold?.item
            }
        }
    }
}
