import Foundation
import Testing
import WhatsAppBusiness
import WhatsAppConversations

/// An instant in the form `2026-10-05T08:00:00Z`.
func instant(_ text: String) throws -> Date {
    try Date(text, strategy: .iso8601)
}

func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
}

extension Date {
    static func + (date: Date, hours: Hours) -> Date { date.addingTimeInterval(hours.count * 3_600) }
}

/// A span in hours, for readable timelines: `t + .hours(24)`.
struct Hours {
    var count: Double
    static func hours(_ count: Double) -> Self { Self(count: count) }
}

/// A generator of numbers that gives the same ones for the same seed (xorshift64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed == 0 ? 0x9E37_79B9_7F4A_7C15 : seed
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

/// The offsets of a named zone over some years, as a program with Foundation makes them.
func businessTimeZone(_ name: String, from start: Date, to end: Date) throws -> BusinessTimeZone {
    let zone = try #require(TimeZone(identifier: name))
    var transitions: [BusinessTimeZone.Transition] = []
    var date = start
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end {
        transitions.append(.init(at: next, offset: zone.secondsFromGMT(for: next)))
        date = next
    }
    return BusinessTimeZone(initialOffset: zone.secondsFromGMT(for: start), transitions: transitions)
}
