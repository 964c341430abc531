/// How the platform delivers: the real one puts many events into one delivery, repeats and reorders them, and adds members
/// that nobody knows (webhooks reference §1.5, §1.6).
public struct DeliveryHabits: Hashable, Sendable {
    /// How many events stand in one delivery at most.
    public var batchSize: Int
    /// How likely a delivery is to come again, from 0 to 1.
    public var duplicates: Double
    /// Whether events come in another order.
    public var reorders: Bool
    /// Whether objects have members that nobody knows (Cloud API and 360dialog).
    public var addsUnknownMembers: Bool
    /// Where the chances begin: the same seed gives the same deliveries.
    public var seed: UInt64

    /// Creates habits; by default each event comes once, alone and in order.
    public init(
        batchSize: Int = 1, duplicates: Double = 0, reorders: Bool = false, addsUnknownMembers: Bool = false,
        seed: UInt64 = 1
    ) {
        self.batchSize = max(batchSize, 1)
        self.duplicates = duplicates
        self.reorders = reorders
        self.addsUnknownMembers = addsUnknownMembers
        self.seed = seed
    }
}
