/// A field to which an app subscribes; an open set.
///
/// Source: webhooks reference §2.2.
public struct WebhookField: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Messages and statuses: without it a program receives nothing.
    public static let messages = Self(rawValue: "messages")
    /// Templates are approved, rejected, paused.
    public static let templateStatus = Self(rawValue: "message_template_status_update")
    /// The quality of templates.
    public static let templateQuality = Self(rawValue: "message_template_quality_update")
    /// Templates are changed by somebody.
    public static let templateComponents = Self(rawValue: "message_template_components_update")
    /// Templates change their category, and so their price.
    public static let templateCategory = Self(rawValue: "template_category_update")
    /// Decisions about display names.
    public static let numberName = Self(rawValue: "phone_number_name_update")
    /// The quality and limit of numbers.
    public static let numberQuality = Self(rawValue: "phone_number_quality_update")
    /// Bans, restrictions, partners.
    public static let account = Self(rawValue: "account_update")
    /// Alerts.
    public static let alerts = Self(rawValue: "account_alerts")
    /// The review of the account.
    public static let accountReview = Self(rawValue: "account_review_update")
    /// Limits of the account.
    public static let capability = Self(rawValue: "business_capability_update")
    /// Two-step verification.
    public static let security = Self(rawValue: "security")
    /// Flows.
    public static let flows = Self(rawValue: "flows")
    /// Calls.
    public static let calls = Self(rawValue: "calls")
    /// What customers want to receive.
    public static let userPreferences = Self(rawValue: "user_preferences")
    /// Business-scoped user ids that change.
    public static let userID = Self(rawValue: "user_id_update")

    /// What every program should subscribe to: messages, and what tells that something is wrong.
    public static let recommended: [WebhookField] = [
        .messages, .templateStatus, .templateQuality, .templateCategory, .numberName, .numberQuality,
        .account, .alerts,
        .capability,
    ]
}
