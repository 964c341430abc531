/// How much a delivery may hold.
public struct DecodingLimits: Hashable, Sendable {
    /// The largest body, in bytes. 3 MiB by default: "up to 3 MB" (webhooks reference §1.6). A larger one is refused
    /// before it is parsed.
    public var maximumBytes: Int
    /// How deep arrays and objects may be nested. 64 by default, 512 at most; real deliveries need about ten levels.
    public var maximumDepth: Int
    /// How many events and problems one delivery may become. 10,000 by default: the platform batches at most 1,000
    /// updates (webhooks reference §1.6), but relays, tests and chunks of `history` with broken messages may have more.
    /// Set 1,000 to hold the platform to its word. A chunk of history is one event, however many messages it brings.
    ///
    /// What lies beyond is not dropped silently: one last problem carries the whole body. Bytes are refused before
    /// they are parsed, see ``maximumBytes``; updates cannot be counted before.
    public var maximumEvents: Int

    /// Creates limits.
    public init(maximumBytes: Int = 3 * 1024 * 1024, maximumDepth: Int = 64, maximumEvents: Int = 10_000) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumEvents = maximumEvents
    }

    /// The platform's documented sizes.
    public static let `default` = Self()
}
