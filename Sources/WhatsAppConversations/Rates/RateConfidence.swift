/// How far a rate is to be trusted; an open set.
///
/// The platform publishes its files through links that expire, so that cards were collected from copies; each says how
/// well it is attested (pricing reference §5, November 2026).
public struct RateConfidence: RawRepresentable, Hashable, Sendable, Codable {
    /// The word, such as `very good`.
    public let rawValue: String

    /// Wraps a word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Two independent copies agree, or the copy is that of the platform's file.
    public static let veryGood = Self(rawValue: "very good")
    /// One copy, or a card built from two attested ones.
    public static let good = Self(rawValue: "good")
    /// A quotation, or derived from announcements.
    public static let fair = Self(rawValue: "fair")
    /// Inferred; nobody published this figure.
    public static let unconfirmed = Self(rawValue: "unconfirmed")
    /// The caller's own card.
    public static let supplied = Self(rawValue: "supplied")
}
