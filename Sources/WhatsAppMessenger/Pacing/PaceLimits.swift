/// How fast a business number may send.
///
/// Source: Cloud API reference §1.5 (2026).
public struct PaceLimits: Hashable, Sendable {
    /// The messages a second of the number, inbound and outbound together: 80 by default, 1,000 after the platform's
    /// upgrade, 20 for numbers that are used by the WhatsApp Business app as well. Beyond it: 130429.
    public var messagesPerSecond: Int
    /// The time between messages to one user: 6 seconds. Beyond it: 131056.
    public var pairInterval: Duration
    /// How many messages to one user may go out within ``pairInterval`` at once, borrowed from the time after: 45. They are
    /// paid back: after 20 at once the user is left alone for two minutes.
    public var pairBurst: Int
    /// The calls an hour that manage an account: 5,000 with at least one registered number, else 200. Beyond it: 80007.
    public var managementCallsPerHour: Int

    /// Creates limits.
    public init(
        messagesPerSecond: Int = 80, pairInterval: Duration = .seconds(6), pairBurst: Int = 45,
        managementCallsPerHour: Int = 5_000
    ) {
        self.messagesPerSecond = messagesPerSecond
        self.pairInterval = pairInterval
        self.pairBurst = pairBurst
        self.managementCallsPerHour = managementCallsPerHour
    }

    /// The limits of an ordinary number: 80 messages a second.
    public static let standard = Self()
    /// The limits of a number whose throughput was raised: 1,000 messages a second.
    public static let upgraded = Self(messagesPerSecond: 1_000)
    /// The limits of a number that the WhatsApp Business app uses as well: 20 messages a second.
    public static let coexistence = Self(messagesPerSecond: 20)
}
