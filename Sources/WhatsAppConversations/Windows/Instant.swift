#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An instant in eight bytes that also says "none".
struct Instant: Hashable, Sendable, Comparable {
    /// Seconds since 2001-01-01 (the reference date of `Date`, whose precision it keeps); infinite for none.
    var seconds: Double

    init(seconds: Double) {
        self.seconds = seconds
    }

    init(_ date: Date) {
        seconds = date.timeIntervalSinceReferenceDate
    }

    static let none = Self(seconds: -.infinity)

    var isSome: Bool { seconds.isFinite }
    var date: Date? { isSome ? Date(timeIntervalSinceReferenceDate: seconds) : nil }

    static func < (earlier: Self, later: Self) -> Bool { earlier.seconds < later.seconds }
    static func + (instant: Self, interval: Double) -> Self { Self(seconds: instant.seconds + interval) }
}
