/// Who waits for a turn, and who has had one: the pacer's rules without its waiting.
///
/// Turns go round among the recipients that have messages; within a recipient they keep their order.
struct PaceQueue: Sendable {
    /// Whom a turn is for; `nil` for what counts for the number only, such as a message to a group.
    typealias Key = String

    /// A message that waits.
    struct Ticket: Hashable, Sendable {
        var number: UInt64
    }

    private struct Lane: Sendable {
        var tickets: [UInt64] = []
        var head = 0

        var isEmpty: Bool { head == tickets.count }

        mutating func popFirst() -> UInt64? {
            guard head < tickets.count else { return nil }
            defer {
                head += 1
                if head > 64, head * 2 > tickets.count {
                    tickets.removeFirst(head)
                    head = 0
                }
            }
            return tickets[head]
        }
    }

    var limits: PaceLimits
    private var lanes: [Key: Lane] = [:]
    private var ready: [Key] = []
    private var readyHead = 0
    private var delayed = TimeHeap<Key>()
    private var pairs: [Key: PairRate] = [:]
    /// How often each recipient's rate was found too high since it was last fine.
    private var pairHits: [Key: Int] = [:]
    private var throughputHits = 0
    private var nextSlot: Int64 = -3_600_000_000_000
    private var pausedUntil: Int64 = .min
    private var waiting: Set<UInt64> = []
    private var sweepAt = 4_096

    /// How much of the time that was overslept is made up for.
    private static let catchUp: Int64 = 50_000_000

    init(limits: PaceLimits) {
        self.limits = limits
    }

    /// How many messages wait.
    var count: Int { waiting.count }
    /// How many recipients have messages that wait.
    var recipientCount: Int { lanes.count }
    /// How many recipients' rates are remembered.
    var rememberedCount: Int { pairs.count }

    /// When the number may send next.
    var nextTime: Int64 { max(nextSlot, pausedUntil) }

    private var slotInterval: Int64 { 1_000_000_000 / Int64(max(1, min(limits.messagesPerSecond, 1_000_000))) }
    // At most a day, so that no sum overflows.
    private var pairInterval: Int64 { min(max(1, limits.pairInterval.nanoseconds), 86_400_000_000_000) }

    /// Puts a message down.
    mutating func add(_ ticket: UInt64, for key: Key, at now: Int64) {
        waiting.insert(ticket)
        if lanes[key] == nil {
            lanes[key] = Lane()
            schedule(key, at: now)
        }
        lanes[key]?.tickets.append(ticket)
    }

    /// Strikes a message off.
    /// - Returns: whether it waited.
    mutating func cancel(_ ticket: UInt64) -> Bool {
        waiting.remove(ticket) != nil
    }

    /// What can be done now.
    enum Step: Equatable {
        /// This message has its turn.
        case turn(UInt64)
        /// Nothing before this instant.
        case wait(until: Int64)
        /// Nobody waits.
        case idle
    }

    /// Gives the next turn, if it is time.
    mutating func step(at now: Int64) -> Step {
        while let key = delayed.popFirst(at: now) { ready.append(key) }
        // Recipients whose messages were all struck off are passed over.
        while readyHead < ready.count {
            let slot = nextTime
            let key = ready[readyHead]
            guard hasMessages(key) else {
                popReady()
                lanes[key] = nil
                continue
            }
            guard slot <= now else { return .wait(until: slot) }
            guard let ticket = popTicket(key) else { continue }
            popReady()
            takeSlot(at: now)
            count(key, at: now)
            if hasMessages(key) { schedule(key, at: now) } else { lanes[key] = nil }
            return .turn(ticket)
        }
        return delayed.earliest.map { .wait(until: $0) } ?? .idle
    }

    /// Counts a message that did not ask for a turn, such as one that was received.
    mutating func countForThroughput(at now: Int64) {
        takeSlot(at: now)
    }

    /// The number sends too fast (130429): everything pauses, for 1, 2, 4, … up to 64 seconds.
    mutating func throughputWasExceeded(at now: Int64) {
        // Calls that were already out fail together; they are one sign.
        guard pausedUntil <= now else { return }
        pausedUntil = now + 1_000_000_000 << Int64(min(throughputHits, 6))
        throughputHits += 1
    }

    /// A recipient is sent too much (131056): it pauses for 1, 4, 16, … up to 256 seconds (Cloud API reference §1.5).
    mutating func pairWasExceeded(_ key: Key, at now: Int64) {
        let hits = pairHits[key] ?? 0
        pairHits[key] = hits + 1
        let pause = now + 1_000_000_000 << Int64(min(2 * hits, 8))
        var pair = pairs[key] ?? PairRate(burstStart: now, paidAt: now)
        // No burst is left.
        pair.burstStart = min(pair.burstStart, now - pairInterval)
        pair.paidAt = max(pair.paidAt, pause)
        pairs[key] = pair
    }

    /// A message was taken: back-offs begin anew.
    mutating func succeeded(_ key: Key, at now: Int64) {
        pairHits[key] = nil
        if pausedUntil <= now { throughputHits = 0 }
    }

    private mutating func takeSlot(at now: Int64) {
        // After a rest nothing is made up for.
        let isRested = nextSlot < now - 1_000_000_000
        nextSlot = (isRested ? now : max(nextSlot, now - Self.catchUp)) + slotInterval
    }

    private mutating func schedule(_ key: Key, at now: Int64) {
        let time = key.isEmpty ? now : earliest(key, at: now)
        if time <= now { ready.append(key) } else { delayed.insert(key, at: time) }
    }

    private func earliest(_ key: Key, at now: Int64) -> Int64 {
        pairs[key]?.next(after: now, interval: pairInterval, burst: Int64(limits.pairBurst)) ?? now
    }

    private mutating func count(_ key: Key, at now: Int64) {
        guard !key.isEmpty else { return }
        var pair = pairs[key] ?? PairRate(burstStart: now, paidAt: now)
        pair.count(at: now, interval: pairInterval)
        pairs[key] = pair
        guard pairs.count >= sweepAt else { return }
        // What is paid back is as good as forgotten.
        pairs = pairs.filter { $0.value.paidAt > now }
        pairHits = pairHits.filter { pairs[$0.key] != nil }
        sweepAt = max(4_096, pairs.count * 2)
    }

    private mutating func hasMessages(_ key: Key) -> Bool {
        while let lane = lanes[key], lane.head < lane.tickets.count {
            if waiting.contains(lane.tickets[lane.head]) { return true }
            _ = lanes[key]?.popFirst()
        }
        return false
    }

    private mutating func popTicket(_ key: Key) -> UInt64? {
        guard let ticket = lanes[key]?.popFirst() else { return nil }
        waiting.remove(ticket)
        return ticket
    }

    private mutating func popReady() {
        readyHead += 1
        if readyHead > 1_024, readyHead * 2 > ready.count {
            ready.removeFirst(readyHead)
            readyHead = 0
        }
    }
}
