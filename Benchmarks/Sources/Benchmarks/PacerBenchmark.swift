import Synchronization
import WhatsApp

/// A clock on which every wait ends at once.
private final class VirtualClock: Clock {
    struct Instant: InstantProtocol {
        var nanoseconds: Int64

        func advanced(by duration: Duration) -> Self {
            let (seconds, fraction) = duration.components
            return Self(nanoseconds: nanoseconds + seconds * 1_000_000_000 + fraction / 1_000_000_000)
        }

        func duration(to other: Self) -> Duration { .nanoseconds(other.nanoseconds - nanoseconds) }

        static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }
    }

    private let time = Atomic<Int64>(0)

    var now: Instant { Instant(nanoseconds: time.load(ordering: .acquiring)) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        time.store(max(deadline.nanoseconds, time.load(ordering: .acquiring)), ordering: .releasing)
    }
}

/// One million recipients through the pacer: what a turn costs, and what it remembers.
enum PacerBenchmark {
    static func run() async throws {
        let count = 1_000_000
        let clock = VirtualClock()
        let pacer = SendPacer(limits: .upgraded, clock: clock)
        // What tasks and allocator need anyway is there before it is measured.
        for number in 0..<10_000 { try await pacer.turn(for: recipient(number)) }
        let memory = ReceivingBenchmark.residentMemory()
        let start = ContinuousClock.now
        let began = clock.now
        for number in 0..<count { try await pacer.turn(for: recipient(number)) }
        let elapsed = (ContinuousClock.now - start).seconds
        let growth = Double(ReceivingBenchmark.residentMemory() - memory) / 1_048_576
        let virtual = began.duration(to: clock.now).seconds
        let error = abs(Double(count) / virtual / 1_000 - 1) * 100
        print(
            "  one million recipients, one after the other on a virtual clock: \(fixed(elapsed * 1e9 / Double(count), 0)) ns "
                + "a turn, \(fixed(growth, 1)) MB more at the end, pace off by \(fixed(error, 3)) %")
    }

    private static func recipient(_ number: Int) -> Recipient {
        .phoneNumber(PhoneNumber(rawValue: "1555\(1_000_000 + number)"))
    }
}
