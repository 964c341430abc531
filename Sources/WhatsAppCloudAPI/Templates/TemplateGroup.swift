public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The id of a group of templates.
public typealias TemplateGroupID = Identifier<TemplateGroup>

/// Templates that are looked at together, as in their analytics; a template is in one group at most.
///
/// Source: Cloud API reference §4.1 ("Template groups", December 2025).
public struct TemplateGroup: Hashable, Sendable {
    /// The most characters of a name.
    public static let maximumNameLength = 256
    /// The most characters of a description.
    public static let maximumDescriptionLength = 512

    /// The id.
    public var id: TemplateGroupID
    /// The name, which no other group has.
    public var name: String?
    /// What the group is for.
    public var details: String?
    /// When it was created.
    public var created: Date?
    /// When it was changed.
    public var updated: Date?
    /// The templates, as far as the platform shows them.
    public var templates: [TemplateID]

    /// Creates a group.
    public init(
        id: TemplateGroupID, name: String? = nil, details: String? = nil, created: Date? = nil, updated: Date? = nil,
        templates: [TemplateID] = []
    ) {
        self.id = id
        self.name = name
        self.details = details
        self.created = created
        self.updated = updated
        self.templates = templates
    }

    init(reading json: JSONValue) throws(ValidationError) {
        guard let id = json["id"]?.lenientText else {
            throw ValidationError([.init(path: "id", rule: .required, explanation: "a value is needed")])
        }
        let members = json["whatsapp_business_templates"]
        self.init(
            id: TemplateGroupID(id), name: json["name"]?.lenientText, details: json["description"]?.lenientText,
            created: Self.time(json["creation_time"]), updated: Self.time(json["update_time"]),
            templates: (members?["data"] ?? members)?.array?.compactMap {
                ($0["id"] ?? $0).lenientText.map { TemplateID($0) }
            } ?? [])
    }

    /// A time in seconds since 1970, or as ISO 8601 spells it.
    private static func time(_ value: JSONValue?) -> Date? {
        if let seconds = value?.lenientInteger { return Date(timeIntervalSince1970: Double(seconds)) }
        return value?.string.flatMap { try? Date.ISO8601FormatStyle.iso8601.parse($0) }
    }
}
