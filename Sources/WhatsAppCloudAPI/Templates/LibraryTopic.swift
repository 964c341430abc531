/// What a template of the library is about; an open set.
///
/// Source: Cloud API reference §4.9 ("Template library", December 2025).
public struct LibraryTopic: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// News about an account.
    public static let accountUpdate = Self(rawValue: "ACCOUNT_UPDATE")
    /// What customers think.
    public static let customerFeedback = Self(rawValue: "CUSTOMER_FEEDBACK")
    /// Orders.
    public static let orderManagement = Self(rawValue: "ORDER_MANAGEMENT")
    /// Payments.
    public static let payments = Self(rawValue: "PAYMENTS")
    /// An invitation to a group.
    public static let groupInviteLink = Self(rawValue: "GROUP_INVITE_LINK")
}
