/// How open questions about free entry points are answered; the platform publishes no answer to them
/// (pricing reference §1.10, November 2026).
public struct FreeEntryPointPolicy: Hashable, Sendable, Codable {
    /// Whether a click during an open free entry point, once the business has answered it, starts 72 hours of its own.
    /// `false` assumes that the running 72 hours stay as they are.
    public var laterClickRestarts: Bool

    /// Creates a policy.
    public init(laterClickRestarts: Bool = false) {
        self.laterClickRestarts = laterClickRestarts
    }

    /// The assumptions of the reference: a later click does not restart a running free entry point.
    public static let standard = Self()
}
