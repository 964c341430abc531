public import WhatsAppBusiness

/// Keeps a number's sends below the platform's limits, so that no burst ends in 130429 or 131056.
///
/// ```swift
/// let pacer = SendPacer(limits: .standard)
/// try await pacer.turn(for: customer)
/// try await cloud.send(message, to: customer)
/// ```
///
/// Messages wait for the throughput of the number and for the pair rate of their recipient. Turns go round among
/// recipients, so that a thousand messages to one do not keep the others waiting; messages to one recipient keep their
/// order. A wait ends with its task. ``Messenger`` uses one for each number.
public final class SendPacer: Sendable {
    /// What waits at the moment.
    public struct Load: Hashable, Sendable {
        /// Messages that wait for their turn.
        public var messages: Int
        /// Recipients that these messages are for.
        public var recipients: Int
        /// How long the throughput alone makes the last of them wait; pair rates may make it longer.
        public var throughputWait: Duration

        /// Creates a load; of a pacer with which nothing waits by default.
        public init(messages: Int = 0, recipients: Int = 0, throughputWait: Duration = .zero) {
            self.messages = messages
            self.recipients = recipients
            self.throughputWait = throughputWait
        }
    }

    private struct State: Sendable {
        var queue: PaceQueue
        var turns: [UInt64: CheckedContinuation<Bool, Never>] = [:]
        var lastTicket: UInt64 = 0
        /// Whether the pump runs.
        var isPumping = false
        /// The pump's present sleep.
        var sleep: Task<Void, Never>?
        /// Until when that sleep lasts.
        var sleepsUntil: Int64 = .max
        /// The times of the last management calls, a ring.
        var calls: [Int64] = []
        var oldestCall = 0
    }

    private let clock: PaceClock
    private let state: Locked<State>

    /// Creates a pacer.
    ///
    /// - Parameters:
    ///   - limits: the limits of the number.
    ///   - clock: what measures time and waits.
    public init<C: Clock>(limits: PaceLimits = .standard, clock: C) where C.Duration == Duration {
        self.clock = PaceClock(clock)
        state = Locked(State(queue: PaceQueue(limits: limits)))
    }

    /// Creates a pacer on the continuous clock.
    public convenience init(limits: PaceLimits = .standard) {
        self.init(limits: limits, clock: ContinuousClock())
    }

    /// The limits of the number; change them when the platform raises its throughput.
    public var limits: PaceLimits {
        get { state.withLock { $0.queue.limits } }
        set { state.withLock { $0.queue.limits = newValue } }
    }

    /// What waits at the moment.
    public var load: Load {
        state.withLock { state in
            Load(
                messages: state.queue.count, recipients: state.queue.recipientCount,
                throughputWait: .seconds(1) * state.queue.count / max(1, state.queue.limits.messagesPerSecond))
        }
    }

    /// Waits until a message may be sent.
    ///
    /// - Parameter recipient: to whom. The pair rate is that of persons; groups have the number's throughput only.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func turn(for recipient: Recipient) async throws(CancellationError) {
        let key = Self.key(of: recipient)
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        let hasTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (isCancelled, mustPump, sleep) = state.withLock { state -> (Bool, Bool, Task<Void, Never>?) in
                    guard !Task.isCancelled else { return (true, false, nil) }
                    state.turns[ticket] = continuation
                    state.queue.add(ticket, for: key, at: clock.now)
                    defer { state.isPumping = true }
                    // Whoever comes may be earlier than what the pump sleeps for.
                    let isEarlier = state.sleepsUntil > state.queue.nextTime
                    return (false, !state.isPumping, isEarlier ? state.sleep : nil)
                }
                if isCancelled { continuation.resume(returning: false) }
                sleep?.cancel()
                if mustPump { Task { await pump() } }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                _ = state.queue.cancel(ticket)
                return state.turns.removeValue(forKey: ticket)
            }
            continuation?.resume(returning: false)
        }
        if !hasTurn { throw CancellationError() }
    }

    /// Tells the pacer how a send went: refusals for the rate make it pause.
    ///
    /// - Parameters:
    ///   - error: why the send failed; `nil` for one that was taken.
    ///   - recipient: to whom.
    public func report(_ error: WhatsAppError?, for recipient: Recipient) {
        let key = Self.key(of: recipient)
        let now = clock.now
        state.withLock { state in
            switch error?.platform?.code {
            case .pairRateLimitHit?: state.queue.pairWasExceeded(key, at: now)
            case .rateLimitHit?, 4, 80007: state.queue.throughputWasExceeded(at: now)
            default: if error == nil { state.queue.succeeded(key, at: now) }
            }
        }
    }

    /// Counts a message that was received: the throughput is that of both directions.
    public func countReceived() {
        let now = clock.now
        state.withLock { $0.queue.countForThroughput(at: now) }
    }

    /// Waits until a call that manages the account may be made.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func managementTurn() async throws(CancellationError) {
        let instant = state.withLock { state in
            let now = clock.now
            let limit = max(1, state.queue.limits.managementCallsPerHour)
            guard state.calls.count >= limit else {
                state.calls.append(now)
                return now
            }
            let place = state.oldestCall % state.calls.count
            let turn = max(now, state.calls[place] + 3_600_000_000_000)
            state.calls[place] = turn
            state.oldestCall = (place + 1) % state.calls.count
            return turn
        }
        guard instant > clock.now else { return }
        do {
            try await clock.sleep(until: instant)
        } catch {
            throw CancellationError()
        }
    }

    /// Gives turns until nobody waits.
    private func pump() async {
        while true {
            let (woken, sleep, isOver) = state.withLock {
                state -> (CheckedContinuation<Bool, Never>?, Task<Void, Never>?, Bool) in
                state.sleep = nil
                switch state.queue.step(at: clock.now) {
                case .turn(let ticket): return (state.turns.removeValue(forKey: ticket), nil, false)
                case .wait(let instant):
                    state.sleep = Task { [clock] in _ = try? await clock.sleep(until: instant) }
                    state.sleepsUntil = instant
                    return (nil, state.sleep, false)
                case .idle:
                    state.isPumping = false
                    return (nil, nil, true)
                }
            }
            woken?.resume(returning: true)
            if isOver { return }
            await sleep?.value
        }
    }

    private static func key(of recipient: Recipient) -> String {
        if let number = recipient.phoneNumber { return number.matchingKey.rawValue }
        return recipient.userID?.rawValue ?? ""
    }
}

extension SendPacer: CustomStringConvertible {
    /// How many messages wait.
    public var description: String { "pacer with \(load.messages) messages waiting" }
}
