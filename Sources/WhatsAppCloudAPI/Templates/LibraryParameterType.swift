/// What the value of a placeholder must be in a template of the library; an open set.
///
/// Source: Cloud API reference §4.9 ("Template library", December 2025).
public struct LibraryParameterType: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An address.
    public static let address = Self(rawValue: "ADDRESS")
    /// Any text.
    public static let text = Self(rawValue: "TEXT")
    /// An amount of money.
    public static let amount = Self(rawValue: "AMOUNT")
    /// A date.
    public static let date = Self(rawValue: "DATE")
    /// A phone number.
    public static let phoneNumber = Self(rawValue: "PHONE NUMBER")
    /// An e-mail address.
    public static let email = Self(rawValue: "EMAIL")
    /// A number.
    public static let number = Self(rawValue: "NUMBER")
}
