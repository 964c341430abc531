import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppMessenger

@Suite("The pacer", .timeLimit(.minutes(1)))
struct PacerTests {
    private static func customer(_ number: Int) -> Recipient {
        .phoneNumber(PhoneNumber(rawValue: "1650555\(1000 + number)"))
    }

    /// Asks for turns in this order, each as its own task, and gives who had a turn when.
    private func turns(
        _ recipients: [Recipient], _ pacer: SendPacer, _ clock: RecordingClock
    ) async throws -> [(index: Int, at: Duration)] {
        let served = Locked<[(index: Int, at: Duration)]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, recipient) in recipients.enumerated() {
                let before = pacer.load.messages + served.withLock { $0.count }
                group.addTask {
                    try await pacer.turn(for: recipient)
                    served.withLock { $0.append((index, clock.now.offset)) }
                }
                // In this order: the next asks when this one has asked.
                while pacer.load.messages + served.withLock({ $0.count }) == before { await Task.yield() }
            }
            try await group.waitForAll()
        }
        return served.withLock { $0 }
    }

    @Test("gives as many turns a second as the number may send", arguments: [20, 80, 1_000])
    func throughput(rate: Int) async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .init(messagesPerSecond: rate), clock: clock)
        for number in 0..<(2 * rate) { try await pacer.turn(for: Self.customer(number)) }
        let seconds = clock.now.offset / .seconds(1)
        let expected = Double(2 * rate - 1) / Double(rate)
        #expect(abs(seconds - expected) / expected < 0.01)
    }

    @Test("counts what is received, for the throughput is that of both directions")
    func received() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .init(messagesPerSecond: 10), clock: clock)
        try await pacer.turn(for: Self.customer(0))
        for _ in 0..<5 { pacer.countReceived() }
        try await pacer.turn(for: Self.customer(1))
        #expect(clock.now.offset >= .milliseconds(550))
    }

    @Test("lets 45 messages to one person go at once, and the next when they are paid back")
    func burst() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .upgraded, clock: clock)
        for _ in 0..<45 { try await pacer.turn(for: Self.customer(0)) }
        #expect(clock.now.offset < .seconds(1))
        try await pacer.turn(for: Self.customer(1))
        #expect(clock.now.offset < .seconds(1))
        try await pacer.turn(for: Self.customer(0))
        #expect(clock.now.offset >= .seconds(270) && clock.now.offset < .seconds(271))
        try await pacer.turn(for: Self.customer(0))
        #expect(clock.now.offset < .seconds(271), "after the pause a new burst may begin")
    }

    @Test("leaves a person alone for two minutes after 20 messages at once")
    func pause() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .upgraded, clock: clock)
        for _ in 0..<20 { try await pacer.turn(for: Self.customer(0)) }
        try await clock.sleep(until: .init(offset: .seconds(7)), tolerance: nil)
        try await pacer.turn(for: Self.customer(0))
        #expect(clock.now.offset >= .seconds(120) && clock.now.offset < .seconds(121))
    }

    @Test("knows one person in every spelling of the number, and does not mix up persons")
    func spellings() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .init(messagesPerSecond: 1_000, pairBurst: 1), clock: clock)
        try await pacer.turn(for: "5511987654321")
        try await pacer.turn(for: .user("BR.1"))
        try await pacer.turn(for: .group("g"))
        try await pacer.turn(for: .group("g"))
        #expect(clock.now.offset < .seconds(1))
        try await pacer.turn(for: "551187654321")
        #expect(clock.now.offset >= .seconds(6))
    }

    @Test("goes round among recipients, and keeps the order within one")
    func fairness() async throws {
        let clock = RecordingClock()
        // Slow enough that all have asked before the second turn.
        let pacer = SendPacer(limits: .init(messagesPerSecond: 1, pairBurst: 1_000), clock: HoldingClock(clock))
        let recipients = (0..<30).map { _ in Self.customer(0) } + [Self.customer(1), Self.customer(2)]
        let served = Locked<[Int]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, recipient) in recipients.enumerated() {
                group.addTask {
                    try await pacer.turn(for: recipient)
                    served.withLock { $0.append(index) }
                }
                while pacer.load.messages + served.withLock({ $0.count }) <= index { await Task.yield() }
            }
            #expect(pacer.load.messages >= 30 && pacer.load.recipients == 3)
            HoldingClock.open(clock)
            try await group.waitForAll()
        }
        let order = served.withLock { $0 }
        #expect(order.filter { $0 < 30 } == Array(0..<30))
        let places = [30, 31].compactMap { order.firstIndex(of: $0) }
        #expect(places.allSatisfy { $0 <= 5 }, "\(order)")
        #expect(pacer.load == .init(messages: 0, recipients: 0, throughputWait: .zero))
    }

    @Test("pauses for 1, 2, 4, … seconds when the platform says that the number is too fast")
    func throughputBackOff() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .upgraded, clock: clock)
        let error = WhatsAppError(
            code: .rateLimited, outcome: .refused, message: "", platform: PlatformError(code: .rateLimitHit))
        for (index, seconds) in [1, 2, 4, 8, 16, 32, 64, 64].enumerated() {
            let before = clock.now.offset
            pacer.report(error, for: Self.customer(0))
            // Calls that were out at the same time fail too; they are one sign.
            pacer.report(error, for: Self.customer(1))
            try await pacer.turn(for: Self.customer(10 + index))
            #expect(clock.now.offset - before == .seconds(seconds))
        }
        pacer.report(nil, for: Self.customer(2))
        let before = clock.now.offset
        pacer.report(error, for: Self.customer(0))
        try await pacer.turn(for: Self.customer(3))
        #expect(clock.now.offset - before == .seconds(1))
    }

    @Test("pauses a person for 1, 4, 16, … seconds when the platform says that they are sent too much")
    func pairBackOff() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .upgraded, clock: clock)
        let error = WhatsAppError(
            code: .rateLimited, outcome: .refused, message: "", platform: PlatformError(code: .pairRateLimitHit))
        for seconds in [1, 4, 16, 64, 256, 256] {
            let before = clock.now.offset
            pacer.report(error, for: Self.customer(0))
            try await pacer.turn(for: Self.customer(1))
            #expect(clock.now.offset - before < .seconds(1))
            try await pacer.turn(for: Self.customer(0))
            let waited = clock.now.offset - before
            #expect(waited >= .seconds(seconds) && waited < .seconds(seconds + 6))
            try await clock.sleep(until: clock.now.advanced(by: .seconds(6)), tolerance: nil)
        }
    }

    @Test("forgets who is cancelled, and gives the turn to the next")
    func cancellation() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .init(messagesPerSecond: 1), clock: HoldingClock(clock))
        try await pacer.turn(for: Self.customer(0))
        let cancelled = Task { try await pacer.turn(for: Self.customer(1)) }
        while pacer.load.messages == 0 { await Task.yield() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        #expect(pacer.load.messages == 0)
        HoldingClock.open(clock)
        try await pacer.turn(for: Self.customer(2))
        #expect(clock.now.offset == .seconds(1))
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await pacer.turn(for: Self.customer(3))
        }
        await #expect(throws: CancellationError.self) { try await early.value }
    }

    @Test("gives every turn once, however many ask at once")
    func concurrency() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .init(messagesPerSecond: 100_000), clock: clock)
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<5_000 {
                group.addTask {
                    try await pacer.turn(for: Self.customer(number % 700))
                    return 1
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(count == 5_000)
        #expect(pacer.load.messages == 0)
    }

    @Test("keeps the hourly limit of calls that manage the account")
    func managementCalls() async throws {
        let clock = RecordingClock()
        let pacer = SendPacer(limits: .init(managementCallsPerHour: 3), clock: clock)
        for _ in 0..<3 { try await pacer.managementTurn() }
        #expect(clock.waits.isEmpty)
        try await pacer.managementTurn()
        #expect(clock.now.offset == .seconds(3_600))
        for _ in 0..<2 { try await pacer.managementTurn() }
        #expect(clock.now.offset == .seconds(3_600))
        try await pacer.managementTurn()
        #expect(clock.now.offset == .seconds(7_200))
    }

    @Test("bears limits that make no sense")
    func senselessLimits() async throws {
        for limits in [
            PaceLimits(messagesPerSecond: 0), .init(messagesPerSecond: -5), .init(messagesPerSecond: .max),
            .init(pairInterval: .zero, pairBurst: 0), .init(pairInterval: .seconds(-5)),
            .init(pairInterval: .seconds(Int64.max), pairBurst: .max, managementCallsPerHour: 0),
        ] {
            let pacer = SendPacer(limits: limits, clock: RecordingClock())
            for _ in 0..<3 { try await pacer.turn(for: Self.customer(0)) }
            try await pacer.managementTurn()
        }
    }
}

/// A clock whose waits last until it is opened; then they end at once and move the time of the clock below.
private struct HoldingClock: Clock {
    private static let gates = Locked<[ObjectIdentifier: Bool]>([:])
    private let base: RecordingClock

    init(_ base: RecordingClock) {
        self.base = base
    }

    static func open(_ base: RecordingClock) {
        gates.withLock { $0[ObjectIdentifier(base)] = true }
    }

    var now: RecordingClock.Instant { base.now }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: RecordingClock.Instant, tolerance: Duration?) async throws {
        while Self.gates.withLock({ $0[ObjectIdentifier(base)] }) != true {
            try Task.checkCancellation()
            await Task.yield()
        }
        try await base.sleep(until: deadline, tolerance: tolerance)
    }
}
