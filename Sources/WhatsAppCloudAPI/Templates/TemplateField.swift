/// Something that the platform can be asked of a template; an open set.
///
/// Source: Cloud API reference §4.8 (December 2025).
public struct TemplateField: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The id, which is always given.
    public static let id = Self(rawValue: "id")
    /// The name.
    public static let name = Self(rawValue: "name")
    /// How it stands.
    public static let status = Self(rawValue: "status")
    /// The category.
    public static let category = Self(rawValue: "category")
    /// The language.
    public static let language = Self(rawValue: "language")
    /// What it consists of.
    public static let components = Self(rawValue: "components")
    /// Whether placeholders are numbers or names.
    public static let parameterFormat = Self(rawValue: "parameter_format")
    /// How long the platform tries to deliver a message.
    public static let timeToLive = Self(rawValue: "message_send_ttl_seconds")
    /// The category that the platform holds for right.
    public static let correctCategory = Self(rawValue: "correct_category")
    /// The category before the platform changed it.
    public static let previousCategory = Self(rawValue: "previous_category")
    /// Why it was rejected.
    public static let rejectedReason = Self(rawValue: "rejected_reason")
    /// Why it was rejected, in words; unconfirmed, and so not among ``standard``.
    public static let rejectionInfo = Self(rawValue: "rejection_info")
    /// The template of the library that it was made from.
    public static let libraryTemplateName = Self(rawValue: "library_template_name")
    /// How customers like it.
    public static let quality = Self(rawValue: "quality_score")
    /// Whether links are left as they are.
    public static let linkTrackingOptedOut = Self(rawValue: "cta_url_link_tracking_opted_out")
    /// A finer category.
    public static let subCategory = Self(rawValue: "sub_category")
    /// Which automatic changes are wanted.
    public static let creativeFeatures = Self(rawValue: "degrees_of_freedom_spec")
    /// Whether messages with it can be sent; it is among the template's unknown members.
    public static let healthStatus = Self(rawValue: "health_status")
    /// When it was created; unconfirmed, and so not among ``standard``.
    public static let created = Self(rawValue: "created_time")
    /// When it was changed; unconfirmed, and so not among ``standard``.
    public static let updated = Self(rawValue: "last_updated_time")

    /// Everything that is confirmed and that a template has a property for: a field that the platform does not know makes
    /// it refuse the whole call.
    public static let standard: [Self] = [
        .id, .name, .status, .category, .language, .components, .parameterFormat, .timeToLive, .correctCategory,
        .previousCategory, .rejectedReason, .libraryTemplateName, .quality, .linkTrackingOptedOut, .subCategory,
        .creativeFeatures,
    ]

    /// The query item that asks for fields; none where nothing is asked.
    package static func query(_ fields: [Self]) -> [(name: String, text: String)] {
        fields.isEmpty ? [] : [("fields", fields.map(\.rawValue).joined(separator: ","))]
    }
}
