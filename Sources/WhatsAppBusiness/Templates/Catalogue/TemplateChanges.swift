#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a synchronisation changed.
public struct TemplateChanges: Hashable, Sendable {
    /// What is new of a template; an open set.
    public struct Aspect: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// How it stands, and why.
        public static let status = Self(rawValue: "status")
        /// How customers like it.
        public static let quality = Self(rawValue: "quality")
        /// The category, also the one before it and the one to come.
        public static let category = Self(rawValue: "category")
        /// What it consists of.
        public static let content = Self(rawValue: "content")
        /// The id: it was deleted and created again.
        public static let identity = Self(rawValue: "identity")
        /// Anything else, such as its dates.
        public static let other = Self(rawValue: "other")
    }

    /// A template that was there and is other now.
    public struct Change: Hashable, Sendable {
        /// As it was.
        public var before: Template
        /// As it is.
        public var after: Template

        /// Creates a change.
        public init(before: Template, after: Template) {
            self.before = before
            self.after = after
        }

        /// What is new of it.
        public var aspects: Set<Aspect> {
            var aspects: Set<Aspect> = []
            if before.id != after.id || before.externalID != after.externalID { aspects.insert(.identity) }
            if before.status.folded != after.status.folded || before.rejectionReason != after.rejectionReason
                || before.rejectionDetails != after.rejectionDetails || before.recommendation != after.recommendation
            {
                aspects.insert(.status)
            }
            if before.quality != after.quality || before.qualityDate != after.qualityDate { aspects.insert(.quality) }
            if before.category != after.category || before.previousCategory != after.previousCategory
                || before.correctCategory != after.correctCategory
            {
                aspects.insert(.category)
            }
            var definition = before.definition
            definition.category = after.definition.category
            if definition != after.definition { aspects.insert(.content) }
            if aspects.isEmpty, before != after { aspects.insert(.other) }
            return aspects
        }
    }

    /// When it was synchronised: as of when the list is.
    public var at: Date
    /// Templates that are new, by name and language.
    public var added: [Template]
    /// Templates that are other now, by name and language.
    public var changed: [Change]
    /// Templates that are no longer there, by name and language.
    public var removed: [Template]
    /// Elements of the provider's list that could not be read. A template that was there before stays as it was.
    public var problems: [PageProblem]

    /// Creates the value.
    public init(
        at: Date, added: [Template] = [], changed: [Change] = [], removed: [Template] = [],
        problems: [PageProblem] = []
    ) {
        self.at = at
        self.added = added
        self.changed = changed
        self.removed = removed
        self.problems = problems
    }

    /// Whether everything is as it was; problems do not count.
    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

extension TemplateChanges: CustomStringConvertible {
    /// The numbers.
    public var description: String {
        var text = "\(added.count) added, \(changed.count) changed, \(removed.count) removed"
        if !problems.isEmpty { text += ", \(problems.count) unreadable" }
        return text
    }
}
