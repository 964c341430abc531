/// How long the platform tries to deliver a message, in seconds.
///
/// Source: Cloud API reference §4.5 ("Time-to-live", December 2025).
public struct TemplateTimeToLive: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByIntegerLiteral {
    /// The seconds, or -1 for ``thirtyDays``.
    public let rawValue: Int

    /// Wraps the platform's number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Wraps a number of seconds that is written in the program.
    public init(integerLiteral value: Int) {
        self.init(rawValue: value)
    }

    /// A number of seconds.
    public static func seconds(_ count: Int) -> Self { Self(rawValue: count) }

    /// 30 days, which the platform spells -1.
    public static let thirtyDays = Self(rawValue: -1)

    /// The seconds that are meant.
    public var seconds: Int { self == .thirtyDays ? 30 * 86_400 : rawValue }
}
