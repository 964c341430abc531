#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The time zone of a WhatsApp Business Account, as plain offsets.
///
/// Effective dates and months turn at midnight of this zone (pricing reference §0.3, November 2026). Names of zones
/// need a zone database, which this module does not carry; the caller, who has Foundation, lists the offsets:
///
/// ```swift
/// func businessTimeZone(_ zone: TimeZone, from start: Date, to end: Date) -> BusinessTimeZone {
///     var transitions: [BusinessTimeZone.Transition] = []
///     var date = start
///     while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end {
///         transitions.append(.init(at: next, offset: zone.secondsFromGMT(for: next)))
///         date = next
///     }
///     return BusinessTimeZone(initialOffset: zone.secondsFromGMT(for: start), transitions: transitions)
/// }
/// ```
public struct BusinessTimeZone: Hashable, Sendable, Codable {
    /// A change of the offset.
    public struct Transition: Hashable, Sendable, Codable {
        /// The instant from which the offset holds.
        public var at: Date
        /// Seconds east of Greenwich.
        public var offset: Int

        /// Creates a change of the offset.
        public init(at: Date, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// Seconds east of Greenwich before the first transition.
    public let initialOffset: Int
    /// The changes of the offset, in order of time.
    public let transitions: [Transition]

    /// Creates a zone from its offsets; the transitions may come in any order.
    public init(initialOffset: Int, transitions: [Transition] = []) {
        self.initialOffset = initialOffset
        self.transitions = transitions.sorted { $0.at < $1.at }
    }

    private enum CodingKeys: String, CodingKey { case initialOffset, transitions }

    /// Reads a zone; the transitions may come in any order.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            initialOffset: try container.decode(Int.self, forKey: .initialOffset),
            transitions: try container.decodeIfPresent([Transition].self, forKey: .transitions) ?? [])
    }

    /// Coordinated Universal Time.
    public static let utc = Self(initialOffset: 0)

    /// A zone whose offset never changes.
    public static func fixed(secondsFromGMT offset: Int) -> Self {
        Self(initialOffset: offset)
    }

    /// Seconds east of Greenwich at an instant.
    public func offset(at instant: Date) -> Int {
        guard !transitions.isEmpty else { return initialOffset }
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= instant {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// The day in this zone at an instant.
    public func date(at instant: Date) -> CalendarDate {
        // Beyond these bounds, and for what is not a number, there is no day; the nearest one stands for it.
        let limit = 6e10
        let seconds = instant.timeIntervalSince1970
        let bounded = seconds.isNaN ? -limit : min(max(seconds, -limit), limit)
        let offset = min(max(offset(at: instant), -86_400), 86_400)
        let local = Int64(bounded.rounded(.down)) + Int64(offset)
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return CalendarDate(daysSince1970: Int32(clamping: days))
    }

    /// The month in this zone at an instant.
    public func month(at instant: Date) -> BillingMonth {
        date(at: instant).billingMonth
    }
}
