/// How open questions about the 1,000 free service messages of a business number and month are answered; the platform
/// publishes no answer to them (pricing reference §1.6, §1.10, November 2026).
public struct ServiceFreeTierPolicy: Hashable, Sendable, Codable {
    /// Whether messages that are no templates use up the 1,000 in a free entry point too, where they are free in any case.
    /// `false` assumes that they do not. A ``Ledger`` can count only those of which it has the quote: statuses do not tell
    /// templates from others there.
    public var entryPointCounts: Bool
    /// Whether a status alone says which messages are the free ones: those whose `pricing.type` begins with `free_`, while
    /// every `regular` one is charged. The platform has not published the type of the free tier; `false` assumes that the
    /// first 1,000 that are counted are free, whatever their type says. Exact where all of them are seen.
    public var trustsReportedType: Bool

    /// Creates a policy.
    public init(entryPointCounts: Bool = false, trustsReportedType: Bool = false) {
        self.entryPointCounts = entryPointCounts
        self.trustsReportedType = trustsReportedType
    }

    /// The assumptions named at each switch.
    public static let standard = Self()
}
