/// What becomes of a billing conversation that was opened under one pricing model and is open under the next
/// (pricing reference §1.4, §1.10, November 2026).
///
/// Documented is one case: a utility conversation opened before 2025-07-01 covers utility templates until it ends. The
/// platform says nothing of the others, which makes each a switch.
public struct SwitchOverPolicy: Hashable, Sendable, Codable {
    /// Whether a user- or business-initiated conversation that is open on 2023-06-01 covers all messages until its end,
    /// as it would have before. `true` assumes that what was paid for is kept.
    public var uncategorizedCarryOn: Bool
    /// Whether marketing and authentication conversations that are open on 2025-07-01 cover templates of their category
    /// as utility conversations do. `false` assumes only what is documented.
    public var everyCategoryCarriesOn: Bool

    /// Creates a policy.
    public init(uncategorizedCarryOn: Bool = true, everyCategoryCarriesOn: Bool = false) {
        self.uncategorizedCarryOn = uncategorizedCarryOn
        self.everyCategoryCarriesOn = everyCategoryCarriesOn
    }

    /// The assumptions named at each switch.
    public static let standard = Self()
}
