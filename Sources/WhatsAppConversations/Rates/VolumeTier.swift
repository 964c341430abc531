/// A volume tier of a rate: the messages of a month, counted from 1, to which the rate applies.
///
/// Tiers are marginal: a lower rate applies only to the messages inside its tier. They exist for utility and
/// authentication since 2025-07-01 and count charged messages per business portfolio, market, category and month
/// (pricing reference §1.7, November 2026).
public struct VolumeTier: Hashable, Sendable {
    /// The first message of the tier; 0 in the first tier, as in the platform's files.
    public let from: Int
    /// The last message of the tier, or `nil` where the tier has no end.
    public let to: Int?

    /// Creates a tier.
    public init(from: Int, to: Int?) {
        self.from = from
        self.to = to
    }

    /// Whether this is the only tier: every message has the same rate.
    public var isOnly: Bool { from == 0 && to == nil }

    /// Whether the tier holds the next message after a number of charged ones.
    public func holdsMessage(after volume: Int) -> Bool {
        let before = max(volume, 0)
        guard before >= from - 1 else { return false }
        guard let to else { return true }
        return before < to
    }
}

extension VolumeTier: CustomStringConvertible {
    /// The bounds in the platform's form, such as `100001:1000000` or `0:MAX`.
    public var description: String { "\(from):\(to.map(String.init) ?? "MAX")" }
}
