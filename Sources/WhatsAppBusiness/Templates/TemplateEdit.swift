#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What shall be changed in a template; what is `nil` stays.
///
/// ```swift
/// let edit = TemplateEdit(components: template.definition.components)
/// let obstacles = edit.obstacles(for: template, earlierEdits: edits, at: now)    // before anything travels
/// ```
///
/// Source: Cloud API reference §4.1, §4.8 ("Template management", December 2025).
public struct TemplateEdit: Hashable, Sendable {
    /// All components: they replace the template's as a whole.
    public var components: [TemplateDefinition.Component]?
    /// The category; that of an approved template cannot be changed.
    public var category: TemplateCategory?
    /// How long the platform tries to deliver a message.
    public var timeToLive: TemplateTimeToLive?
    /// Whether placeholders are numbers or names; unconfirmed for edits.
    public var parameterFormat: TemplateDefinition.ParameterFormat?
    /// Whether links are left as they are.
    public var linkTrackingOptedOut: Bool?
    /// Which automatic changes of the message are wanted.
    public var creativeFeatures: [CreativeFeature: CreativeFeature.Enrollment]?

    /// Creates an edit.
    public init(
        components: [TemplateDefinition.Component]? = nil, category: TemplateCategory? = nil,
        timeToLive: TemplateTimeToLive? = nil, parameterFormat: TemplateDefinition.ParameterFormat? = nil,
        linkTrackingOptedOut: Bool? = nil, creativeFeatures: [CreativeFeature: CreativeFeature.Enrollment]? = nil
    ) {
        self.components = components
        self.category = category
        self.timeToLive = timeToLive
        self.parameterFormat = parameterFormat
        self.linkTrackingOptedOut = linkTrackingOptedOut
        self.creativeFeatures = creativeFeatures
    }

    /// Whether nothing is changed.
    public var isEmpty: Bool { json.object?.count == 0 }

    /// The platform's JSON.
    public var json: JSONValue {
        .members([
            "category": .text(category?.rawValue), "components": components.map { .array($0.map(\.json)) },
            "message_send_ttl_seconds": .whole(timeToLive?.rawValue),
            "parameter_format": .text(parameterFormat?.rawValue),
            "cta_url_link_tracking_opted_out": linkTrackingOptedOut.map { .bool($0) },
            "degrees_of_freedom_spec": creativeFeatures.flatMap { CreativeFeature.json($0) },
        ])
    }

    /// The definition after the edit.
    public func applied(to definition: TemplateDefinition) -> TemplateDefinition {
        var result = definition
        if let components { result.components = components }
        if let category { result.category = category }
        if let timeToLive { result.timeToLive = timeToLive }
        if let parameterFormat { result.parameterFormat = parameterFormat }
        if let linkTrackingOptedOut { result.linkTrackingOptedOut = linkTrackingOptedOut }
        if let creativeFeatures { result.creativeFeatures = creativeFeatures }
        return result
    }

    /// How often an approved template may be edited: once in 24 hours (Cloud API reference §4.8, December 2025).
    public static let maximumEditsPerDay = 1
    /// How often an approved template may be edited: ten times in 30 days (Cloud API reference §4.8, December 2025).
    public static let maximumEditsPerMonth = 10

    /// What stands in the way of the edit, as far as it can be known beforehand; empty where nothing does.
    ///
    /// Only approved, rejected and paused templates can be edited; the category of an approved one cannot be changed, and
    /// an approved one can be edited once in 24 hours and ten times in 30 days. The account's own record of edits is the
    /// caller's: the platform does not show it.
    ///
    /// - Parameters:
    ///   - template: the template as it is.
    ///   - earlierEdits: when it was edited, as far as that is known.
    ///   - instant: now.
    public func obstacles(
        for template: Template, earlierEdits: [Date] = [], at instant: Date
    ) -> [ValidationError.Violation] {
        var check = Check()
        if isEmpty { check.fail(at: "", .required, "an edit changes something") }
        if let components, components.isEmpty {
            check.fail(at: "components", .minCount, "components are replaced as a whole", limit: 1, actual: 0)
        }
        let status = template.status.folded
        switch status {
        case .approved:
            if let category, category.rawValue.uppercased() != template.category.rawValue.uppercased() {
                check.fail(at: "category", .notAllowed, "the category of an approved template cannot be changed")
            }
            for (seconds, maximum, span) in [
                (86_400.0, Self.maximumEditsPerDay, "24 hours"), (30 * 86_400.0, Self.maximumEditsPerMonth, "30 days"),
            ] {
                let recent = earlierEdits.filter { $0 <= instant && instant.timeIntervalSince($0) < seconds }.count
                if recent >= maximum {
                    check.fail(
                        at: "", .maxCount, "an approved template was edited too often within \(span)", limit: maximum,
                        actual: recent + 1)
                }
            }
        case .rejected, .paused: break
        default: check.fail(at: "status", .notAllowed, "only approved, rejected and paused templates can be edited")
        }
        return check.violations
    }
}
