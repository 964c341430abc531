/// Where a rule about templates is written.
public struct TemplateRuleSource: Hashable, Sendable {
    /// The page and the section.
    public var page: String
    /// When the page said so.
    public var date: String

    /// Creates a source.
    public init(page: String, date: String) {
        self.page = page
        self.date = date
    }

    /// The body that creates a template, and its placeholders.
    public static let creation = Self(page: "Cloud API reference §4.2 (Templates overview)", date: "December 2025")
    /// Components and buttons.
    public static let components = Self(page: "Cloud API reference §4.3 (Template components)", date: "November 2025")
    /// How long the platform tries to deliver.
    public static let timeToLive = Self(page: "Cloud API reference §4.5 (Time-to-live)", date: "December 2025")
    /// The languages.
    public static let languages = Self(page: "Cloud API reference §4.6 (Supported languages)", date: "November 2025")
    /// Authentication templates.
    public static let authentication = Self(
        page: "Cloud API reference §4.7 (Authentication templates)", date: "December 2025")
    /// The template library.
    public static let library = Self(page: "Cloud API reference §4.9 (Template library)", date: "December 2025")
    /// Codes of coupons.
    public static let couponCodes = Self(page: "Cloud API reference §0.1, row 27 (changelog)", date: "December 2025")
    /// Uploads of samples.
    public static let uploads = Self(page: "Cloud API reference §3.3 (Resumable Upload API)", date: "November 2026")
    /// Members that the platform has taken away.
    public static let removedMembers = Self(page: "Cloud API reference §0.1, row 28 (changelog)", date: "April 2025")
    /// What the reference calls unconfirmed, or does not say.
    public static let unconfirmed = Self(page: "Cloud API reference §4, §8 (unconfirmed)", date: "November 2026")
    /// The limits of buttons before 2023, which some providers and old clients still have.
    public static let classicButtons = Self(page: "limits of buttons in older clients (unconfirmed)", date: "2022")
}

extension TemplateRuleSource: CustomStringConvertible {
    /// The page, the section and the date.
    public var description: String { "\(page), \(date)" }
}
