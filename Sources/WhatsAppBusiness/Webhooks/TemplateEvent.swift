#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A change of a template (webhooks reference §2.4).
public struct TemplateEvent: Hashable, Sendable {
    /// How a template stands; an open set.
    public struct State: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It may be sent.
        public static let approved = Self(rawValue: "APPROVED")
        /// It is archived, and deleted after 28 days.
        public static let archived = Self(rawValue: "ARCHIVED")
        /// It is no longer archived.
        public static let unarchived = Self(rawValue: "UNARCHIVED")
        /// It is deleted.
        public static let deleted = Self(rawValue: "DELETED")
        /// It is disabled for good.
        public static let disabled = Self(rawValue: "DISABLED")
        /// It is about to be disabled.
        public static let flagged = Self(rawValue: "FLAGGED")
        /// A decision is appealed.
        public static let inAppeal = Self(rawValue: "IN_APPEAL")
        /// The account has too many templates.
        public static let limitExceeded = Self(rawValue: "LIMIT_EXCEEDED")
        /// It cannot be edited.
        public static let locked = Self(rawValue: "LOCKED")
        /// It is paused for its quality.
        public static let paused = Self(rawValue: "PAUSED")
        /// It is in review.
        public static let pending = Self(rawValue: "PENDING")
        /// It will be deleted.
        public static let pendingDeletion = Self(rawValue: "PENDING_DELETION")
        /// It may be sent again.
        public static let reinstated = Self(rawValue: "REINSTATED")
        /// It was rejected.
        public static let rejected = Self(rawValue: "REJECTED")
    }
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
        case quality(previous: Quality?, current: Quality)
        /// The template was edited (`message_template_components_update`).
        case components(Components)
        /// The category changed (`template_category_update`).
        case category(previous: Category?, current: Category)
        /// The category will change from `current` to `upcoming` (`template_category_update`, a day ahead).
        case upcomingCategory(current: Category?, upcoming: Category, at: Date?)
        /// The category that a message sent without an approved template should have had
        /// (`template_correct_category_detection`).
        case detectedCategory(sent: Category?, correct: Category)
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
                change = .status(StatusChange(node, state: State(rawValue: state)))
            } else if let current: Quality = node.read("new_quality_score") {
                change = .quality(previous: node.read("previous_quality_score"), current: current)
            } else {
                return nil
            }
        case "message_template_components_update":
            guard let components = Components(node) else { return nil }
            change = .components(components)
        case "template_category_update":
            // With `correct_category`, `new_category` is the one that still holds.
            if let upcoming: Category = node.read("correct_category") {
                change = .upcomingCategory(
                    current: node.read("new_category"), upcoming: upcoming,
                    at: node.member("category_update_timestamp")?.time)
            } else if let current: Category = node.read("new_category") {
                change = .category(previous: node.read("previous_category"), current: current)
            } else {
                return nil
            }
        case "template_correct_category_detection":
            guard let correct: Category = node.read("correct_category") else { return nil }
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
