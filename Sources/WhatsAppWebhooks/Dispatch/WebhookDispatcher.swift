import HTTPTypes
public import Logging
public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a web server embeds to receive webhooks: it answers requests, drops duplicates, finds the channel of each event, and
/// hands events to handlers or to a sequence.
///
/// ```swift
/// let dispatcher = WebhookDispatcher(receiver: cloud.webhooks)
///
/// // In the web framework, for GET and POST alike:
/// let answer = await dispatcher.respond(to: WebhookRequest(request, body: bytes))
///
/// // Beside it, for as long as the program runs:
/// var handlers = WebhookHandlers()
/// handlers.on(.message) { message, item in
///     try await message.reply(.text("Thank you!"), through: cloud)
/// }
/// await dispatcher.run(handlers)
/// ```
///
/// - **Once.** An event that is delivered again is not handled again (``DuplicateFilter``).
/// - **In order.** The messages of one customer are handled one after the other, as are the statuses of one message; different
///   customers do not wait for each other. ``StatusTracker`` tells late statuses from news.
/// - **Never silently dropped.** Requests are answered without waiting for handlers. When more events wait than
///   ``Configuration/capacity``, the answer is 503 and the platform delivers again (webhooks reference §1.5).
///
/// Events that wait are in memory. A program that may not lose them with its process gives ``Configuration/record``, which stores
/// them before the request is answered.
public final class WebhookDispatcher: Sendable {
    /// The settings of a dispatcher.
    public struct Configuration: Sendable {
        /// The business numbers that the program serves. Without any, nothing is routed.
        public var channels: [Channel]
        /// How many events may wait to be handled before requests are answered with 503.
        public var capacity: Int
        /// How many events ``WebhookDispatcher/run(_:)`` handles at the same time.
        public var concurrency: Int
        /// What lets each event pass once; `nil` for programs that look after duplicates themselves.
        public var filter: DuplicateFilter?
        /// Stores new events before their request is answered. When it throws, the answer is 503 and the platform delivers
        /// again; so it must bear being given an event twice.
        public var record: (@Sendable ([ReceivedItem]) async throws -> Void)?
        /// Where the present time comes from, for the filter's horizon and ``ReceivedItem/receivedAt``.
        public var now: @Sendable () -> Date
        /// What measures the waits for expected messages.
        public var clock: any Clock<Duration>
        /// Where failures are logged that no handler is told of; the task's logger where it is `nil`.
        public var logger: Logger?

        /// Creates settings.
        ///
        /// - Parameters:
        ///   - channels: the business numbers that the program serves.
        ///   - capacity: how many events may wait to be handled.
        ///   - concurrency: how many events are handled at the same time.
        ///   - filter: what lets each event pass once.
        ///   - record: stores new events before their request is answered.
        ///   - now: where the present time comes from.
        ///   - clock: what measures waits.
        ///   - logger: where failures are logged.
        public init(
            channels: [Channel] = [], capacity: Int = 10_000, concurrency: Int = 32,
            filter: DuplicateFilter? = DuplicateFilter(),
            record: (@Sendable ([ReceivedItem]) async throws -> Void)? = nil,
            now: @escaping @Sendable () -> Date = { Date() }, clock: any Clock<Duration> = ContinuousClock(),
            logger: Logger? = nil
        ) {
            self.channels = channels
            self.capacity = capacity
            self.concurrency = concurrency
            self.filter = filter
            self.record = record
            self.now = now
            self.clock = clock
            self.logger = logger
        }
    }

    /// Checks and decodes requests.
    public let receiver: WebhookReceiver
    let configuration: Configuration
    let queue: ItemQueue
    let counters = Locked(Statistics())
    private let channels: ChannelTable
    private let waiters = MessageWaiters()

    /// Creates a dispatcher.
    ///
    /// - Parameters:
    ///   - receiver: checks and decodes requests, such as a provider's `webhooks`.
    ///   - configuration: settings.
    public init(receiver: WebhookReceiver, configuration: Configuration = Configuration()) {
        self.receiver = receiver
        self.configuration = configuration
        queue = ItemQueue(capacity: configuration.capacity)
        channels = ChannelTable(configuration.channels)
    }

    /// Answers any request to the webhook's address, without waiting for handlers.
    ///
    /// - Parameters:
    ///   - request: the request, its body as it was received.
    ///   - instance: of providers whose deliveries name no number, the ``Channel/instance`` that the address stands for.
    /// - Returns: what is to be sent back: 200 for a delivery that was taken, 503 for one that cannot be taken now, and
    ///   what ``WebhookReceiver/respond(to:)`` says to all others.
    public func respond(to request: WebhookRequest, instance: String? = nil) async -> WebhookResponse {
        let (response, delivery) = receiver.respond(to: request)
        guard let delivery else { return response }
        return await accept(delivery, instance: instance) ? response : WebhookResponse(status: .serviceUnavailable)
    }

    /// Takes a delivery that was received in another way.
    ///
    /// - Parameters:
    ///   - delivery: the delivery.
    ///   - instance: as in ``respond(to:instance:)``.
    /// - Returns: whether it was taken. Where it was not, answer with 503, or try again later; nothing of it counts as
    ///   delivered then.
    public func accept(_ delivery: ReceivedDelivery, instance: String? = nil) async -> Bool {
        let now = configuration.now()
        let all = items(of: delivery, instance: instance, at: now)
        guard let fresh = await claim(all, at: now) else { return false }
        guard !fresh.isEmpty else { return true }
        guard queue.hasRoom(for: fresh.count) else {
            await giveUp(fresh, "too many events wait to be handled")
            return false
        }
        if let record = configuration.record {
            do {
                try await record(fresh)
            } catch {
                await giveUp(fresh, "events could not be recorded", error)
                return false
            }
        }
        let rest = waiters.offer(fresh)
        guard queue.append(rest) else {
            // Others were faster. What was given to those who waited for it stays given.
            await giveUp(rest, "too many events wait to be handled")
            return false
        }
        counters.withLock { $0.accepted += fresh.count }
        if let filter = configuration.filter {
            do {
                try await filter.store.confirm(fresh.map(\.key), at: now)
            } catch {
                log(.warning, "keys could not be confirmed in the duplicate store", error)
            }
        }
        return true
    }

    /// Stops taking deliveries: they are answered with 503. What waits is still handled; then ``run(_:)`` returns, and
    /// sequences end. Expected messages that have not come are `nil`.
    public func shutDown() {
        queue.close()
        waiters.close()
    }

    /// Expects the next message of a customer.
    ///
    /// - Parameters:
    ///   - customer: by number, in any of its spellings, or by user id. Only what deliveries carry can match: a customer
    ///     who hides the number matches by user id only.
    ///   - channel: the name of the channel on which the message must arrive; `nil` for any.
    ///   - condition: what the message must fulfil; others take their usual way.
    /// - Returns: what can be waited for.
    public func expectMessage(
        from customer: Recipient, in channel: String? = nil,
        where condition: @escaping @Sendable (InboundMessage) -> Bool = { _ in true }
    ) -> ExpectedMessage {
        let id = waiters.register(CustomerKey.key(of: customer) ?? "", in: channel, where: condition)
        return ExpectedMessage(id, waiters, queue, clock: configuration.clock)
    }

    /// Waits for the next message of a customer, as ``expectMessage(from:in:where:)`` describes it.
    ///
    /// - Parameters:
    ///   - customer: by number or by user id.
    ///   - channel: the name of the channel on which the message must arrive; `nil` for any.
    ///   - limit: how long to wait.
    ///   - condition: what the message must fulfil.
    /// - Returns: the message; `nil` when none came in time.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func nextMessage(
        from customer: Recipient, in channel: String? = nil, within limit: Duration,
        where condition: @escaping @Sendable (InboundMessage) -> Bool = { _ in true }
    ) async throws(CancellationError) -> InboundMessage? {
        try await expectMessage(from: customer, in: channel, where: condition).message(within: limit)
    }

    private func items(of delivery: ReceivedDelivery, instance: String?, at now: Date) -> [ReceivedItem] {
        var items: [ReceivedItem] = []
        items.reserveCapacity(delivery.events.count + delivery.problems.count)
        for event in delivery.events {
            let route = channels.route(
                number: event.receivedOn?.phoneNumberID, account: event.businessAccountID, instance: instance)
            items.append(
                ReceivedItem(
                    .event(event), route: route, key: EventKey(event), receivedAt: now, match: delivery.match))
        }
        for problem in delivery.problems {
            let route = channels.route(number: nil, account: problem.businessAccountID, instance: instance)
            items.append(
                ReceivedItem(
                    .problem(problem), route: route, key: EventKey(problem), receivedAt: now, match: delivery.match))
        }
        return items
    }

    /// The items that are new; `nil` where the store cannot tell.
    private func claim(_ items: [ReceivedItem], at now: Date) async -> [ReceivedItem]? {
        guard let filter = configuration.filter, !items.isEmpty else { return items }
        do {
            let isNew = try await filter.store.claim(items.map(\.key), at: now)
            let fresh = zip(items, isNew).compactMap { item, isNew in isNew ? item : nil }
            counters.withLock { $0.duplicates += items.count - fresh.count }
            return fresh
        } catch {
            counters.withLock { $0.refused += 1 }
            log(.error, "the duplicate store failed; the delivery is refused", error)
            return nil
        }
    }

    /// Lets items come again.
    private func giveUp(_ items: [ReceivedItem], _ reason: Logger.Message, _ error: (any Error)? = nil) async {
        counters.withLock { $0.refused += 1 }
        log(.warning, reason, error)
        guard let filter = configuration.filter else { return }
        do {
            try await filter.store.release(items.map(\.key))
        } catch {
            log(.error, "keys could not be released in the duplicate store", error)
        }
    }

    func log(_ level: Logger.Level, _ message: Logger.Message, _ error: (any Error)? = nil) {
        let logger = configuration.logger ?? Logger.current
        // Only the type: what an error says may quote a message.
        logger.log(level: level, message, metadata: error.map { ["error": "\(type(of: $0))"] })
    }
}

extension WebhookDispatcher: CustomStringConvertible {
    /// How many events wait.
    public var description: String { "dispatcher with \(queue.count) of \(queue.capacity) events waiting" }
}
