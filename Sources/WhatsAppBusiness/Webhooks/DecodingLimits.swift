/// How much a delivery may hold.
public struct DecodingLimits: Hashable, Sendable {
    /// The largest body, in bytes. 3 MiB by default: "up to 3 MB" (webhooks reference §1.6).
    public var maximumBytes: Int
    /// How deep arrays and objects may be nested. 64 by default, 512 at most; real deliveries need about ten levels.
    public var maximumDepth: Int
    /// How many events and problems one delivery may become. 10,000 by default: the platform batches at most 1,000
    /// updates, but a `history` may carry thousands of messages (webhooks reference §1.6). What lies beyond is not
    /// dropped silently: one last problem carries the whole body.
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
