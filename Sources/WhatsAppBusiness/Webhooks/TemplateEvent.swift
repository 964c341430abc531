#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A change of a template (webhooks reference §2.4).
public struct TemplateEvent: Hashable, Sendable {
    /// What changed.
    ///
    /// New cases will come: switch with a `default`.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Change: Hashable, Sendable {
        /// The template was approved, rejected, paused and so on (`message_template_status_update`).
        case status(StatusChange)
        /// The quality changed, such as from `GREEN` to `YELLOW` (`message_template_quality_update`).
        case quality(previous: TemplateQuality?, current: TemplateQuality)
        /// The template was edited (`message_template_components_update`).
        case components(Components)
        /// The category changed (`template_category_update`).
        case category(previous: TemplateCategory?, current: TemplateCategory)
        /// The category will change from `current` to `upcoming` (`template_category_update`, a day ahead).
        case upcomingCategory(current: TemplateCategory?, upcoming: TemplateCategory, at: Date?)
        /// The category that a message sent without an approved template should have had
        /// (`template_correct_category_detection`).
        case detectedCategory(sent: TemplateCategory?, correct: TemplateCategory)
    }

    /// The template.
    public var templateID: TemplateID?
    /// Its name.
    public var name: String?
    /// Its language, such as `en_US`.
    public var language: String?
    /// What changed.
    public var change: Change
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        templateID: TemplateID? = nil, name: String? = nil, language: String? = nil, change: Change, origin: EventOrigin
    ) {
        self.templateID = templateID
        self.name = name
        self.language = language
        self.change = change
        self.origin = origin
    }
}

extension TemplateEvent {
    /// Reads the value of one of the template fields; `nil` where it does not say what changed.
    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin) {
        let text = { (name: StaticString) in node.member(name)?.text }
        let change: Change
        switch origin.field {
        case "message_template_status_update", "message_template_quality_update":
            // The platform's page prints the wrong field for changes of the quality: the members decide.
            if origin.field == "message_template_status_update", let state = text("event") {
                change = .status(StatusChange(node, state: TemplateStatus(rawValue: state)))
            } else if let current: TemplateQuality = node.read("new_quality_score") {
                change = .quality(previous: node.read("previous_quality_score"), current: current)
            } else {
                return nil
            }
        case "message_template_components_update":
            guard let components = Components(node) else { return nil }
            change = .components(components)
        case "template_category_update":
            // With `correct_category`, `new_category` is the one that still holds.
            if let upcoming: TemplateCategory = node.read("correct_category") {
                change = .upcomingCategory(
                    current: node.read("new_category"), upcoming: upcoming,
                    at: node.member("category_update_timestamp")?.time)
            } else if let current: TemplateCategory = node.read("new_category") {
                change = .category(previous: node.read("previous_category"), current: current)
            } else {
                return nil
            }
        case "template_correct_category_detection":
            guard let correct: TemplateCategory = node.read("correct_category") else { return nil }
            change = .detectedCategory(sent: node.read("category"), correct: correct)
        default: return nil
        }
        self.init(
            templateID: text("message_template_id").map { TemplateID(rawValue: $0) },
            name: text("message_template_name"),
            language: text("message_template_language"), change: change, origin: origin)
    }
}

extension TemplateEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "template event of \(origin)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
