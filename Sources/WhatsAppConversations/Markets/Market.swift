/// A market of the rate cards: a country with a price of its own, a region, or Other; an open set.
///
/// The price of a message follows the market of the **recipient's** number, never that of the sender (pricing
/// reference §0.5 and §4, November 2026). Names are those of the platform's files.
public struct Market: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The name, such as `Rest of Africa`.
    public let rawValue: String

    /// Wraps a name as a card spells it.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension Market: CustomStringConvertible {
    /// The name.
    public var description: String { rawValue }
}
