/// The `type` of a status's pricing: charged, or free and why; an open set.
///
/// Sources: webhooks reference §4.4; pricing reference §1.6 and §1.8 (November 2026). The value that marks the 1,000 free
/// service messages is not published.
public struct ChargeType: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word, such as `regular`.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Charged.
    public static let regular = Self(rawValue: "regular")
    /// Not charged because the customer service window was open (2025-07-01 to 2026-09-30).
    public static let freeCustomerService = Self(rawValue: "free_customer_service")
    /// Not charged because a free entry point was open.
    public static let freeEntryPoint = Self(rawValue: "free_entry_point")
    /// Not charged because the window of the group was open.
    public static let freeGroupCustomerService = Self(rawValue: "free_group_customer_service")

    /// Whether messages of this type are charged: `nil` for a type that this version does not know, but `false` for an
    /// unknown one that begins with `free_`.
    public var isCharged: Bool? {
        if self == .regular { return true }
        return rawValue.utf8.starts(with: "free_".utf8) ? false : nil
    }
}

extension ChargeType: CustomStringConvertible {
    /// The platform's word.
    public var description: String { rawValue }
}
