import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A template as the platform keeps it.
struct TemplateRecord: Sendable {
    var id: String
    var name: String
    var language: LanguageCode
    /// `MARKETING`, `UTILITY` or `AUTHENTICATION`.
    var category: String
    var components: [JSONValue]
    var parameterFormat = "POSITIONAL"
    var status = "APPROVED"
    var rejectedReason: String?
    var quality = "UNKNOWN"
    var previousCategory: String?
    /// What else the creation said: time to live, sub-category and so on.
    var extras = JSONObject()
    var created: Date
    /// When it was edited while it was approved.
    var edits: [Date] = []
    /// When its review is due.
    var reviewAt: Date?
    /// How often it was paused for its quality.
    var pauses = 0
    var pausedUntil: Date?
    /// A category that it gets at a time.
    var comingCategory: (category: String, at: Date)?
    var sent = 0

    var isNamed: Bool { parameterFormat == "NAMED" }

    func component(_ type: String) -> JSONValue? {
        components.first { $0["type"]?.string?.uppercased() == type }
    }

    var buttons: [JSONValue] { component("BUTTONS")?["buttons"]?.array ?? [] }

    /// The template as Cloud API lists it (Cloud API reference §4.8).
    var json: JSONObject {
        var members: JSONObject = [
            "name": .string(name), "parameter_format": .string(parameterFormat),
            "components": .array(components.map(Self.shown)), "language": .string(language.rawValue),
            "status": .string(status), "category": .string(category), "id": .string(id),
        ]
        if let previousCategory { members["previous_category"] = .string(previousCategory) }
        members["rejected_reason"] = .string(rejectedReason ?? "NONE")
        members["quality_score"] = ["score": .string(quality)]
        if let coming = comingCategory { members["correct_category"] = .string(coming.category) }
        for member in extras.members { members[member.key] = member.value }
        return members
    }

    /// What a list shows where no fields are asked for.
    static let usualFields: Set<String> = [
        "name", "parameter_format", "components", "language", "status", "category", "sub_category",
        "previous_category", "message_send_ttl_seconds",
    ]

    /// A component as it is read back: a sample's handle has become an address, and a button for a code has become one
    /// with an address (Cloud API reference §4.3, §4.8).
    private static func shown(_ component: JSONValue) -> JSONValue {
        guard var object = component.object else { return component }
        if let handles = object["example"]?["header_handle"]?.array, var example = object["example"]?.object {
            example["header_handle"] = .array(
                handles.indices.map { .string("https://simulated.example/samples/\($0).bin") })
            object["example"] = .object(example)
        }
        if let cards = object["cards"]?.array {
            object["cards"] = .array(
                cards.map { card in
                    guard var card = card.object, let components = card["components"]?.array else { return card }
                    card["components"] = .array(components.map(shown))
                    return .object(card)
                })
        }
        return .object(object)
    }

    /// The template as tests see it.
    var shown: SimulatedTemplate {
        var template = SimulatedTemplate(
            name: name, language: language, category: Pricing.Category(rawValue: category.lowercased()),
            components: .array(components), hasNamedParameters: isNamed, status: status)
        template.id = id
        template.rejectedReason = rejectedReason
        template.quality = quality
        return template
    }
}
