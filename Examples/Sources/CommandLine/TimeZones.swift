import Foundation
import WhatsApp

extension BusinessTimeZone {
    /// The offsets of a zone of the system's database over a span; `nil` for a name that the system does not know.
    static func named(_ name: String, from start: Date, to end: Date) -> BusinessTimeZone? {
        guard let zone = TimeZone(identifier: name) else { return nil }
        var transitions: [BusinessTimeZone.Transition] = []
        var date = start
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next <= end, next > date {
            transitions.append(.init(at: next, offset: zone.secondsFromGMT(for: next)))
            date = next
        }
        return BusinessTimeZone(initialOffset: zone.secondsFromGMT(for: start), transitions: transitions)
    }

    /// The offsets of a zone over the years of the platform.
    static func named(_ name: String) -> BusinessTimeZone? {
        // 2015-01-01 to 2040-01-01.
        named(name, from: Date(timeIntervalSince1970: 1_420_070_400), to: Date(timeIntervalSince1970: 2_208_988_800))
    }
}
