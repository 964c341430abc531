/// For which businesses a template of the library is; an open set.
///
/// Source: Cloud API reference §4.9 ("Template library", December 2025).
public struct LibraryIndustry: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Shops.
    public static let eCommerce = Self(rawValue: "E_COMMERCE")
    /// Banks and the like.
    public static let financialServices = Self(rawValue: "FINANCIAL_SERVICES")
}
