/// What is wrong with a value that the program made: every violation at once, each with its path, rule and limit.
///
/// No violation carries the value itself, so that an error can be logged; it carries the value's size.
public struct ValidationError: Error, Hashable, Sendable {
    /// One broken rule.
    public struct Violation: Hashable, Sendable {
        /// Where the value stands in the platform's JSON, such as `text.body` or `template.components[0].type`.
        public var path: String
        /// The broken rule.
        public var rule: Rule
        /// What the rule asks for, in a sentence without the value.
        public var explanation: String
        /// The limit of the rule, where it has one.
        public var limit: Int?
        /// The size of the value in the unit of the limit.
        public var actual: Int?

        /// Creates a violation.
        public init(path: String, rule: Rule, explanation: String, limit: Int? = nil, actual: Int? = nil) {
            self.path = path
            self.rule = rule
            self.explanation = explanation
            self.limit = limit
            self.actual = actual
        }
    }

    /// The name of a rule; an open set.
    public struct Rule: RawRepresentable, Hashable, Sendable, Codable {
        /// The rule's name, as commands print it.
        public let rawValue: String

        /// Wraps a rule's name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The value is missing or empty.
        public static let required = Self(rawValue: "required")
        /// The value is longer than it may be.
        public static let maxLength = Self(rawValue: "maxLength")
        /// The value is shorter than it may be.
        public static let minLength = Self(rawValue: "minLength")
        /// The value holds characters that are not allowed.
        public static let characters = Self(rawValue: "characters")
        /// The value does not have the required form.
        public static let pattern = Self(rawValue: "pattern")
        /// A phone number without its country code.
        public static let countryCode = Self(rawValue: "countryCode")
        /// A value that this library cannot represent.
        public static let unsupported = Self(rawValue: "unsupported")
    }

    /// All violations, in the order in which they were found; never empty.
    public var violations: [Violation]

    /// Creates an error from its violations.
    public init(_ violations: [Violation]) {
        self.violations = violations
    }
}

extension ValidationError: CustomStringConvertible {
    /// Each violation's path, rule, limit and size; never the value.
    public var description: String {
        violations.map(\.description).joined(separator: "; ")
    }
}

extension ValidationError.Violation: CustomStringConvertible {
    /// The path, the rule, the limit and the size; never the value.
    public var description: String {
        var text = "\(path): \(rule.rawValue): \(explanation)"
        switch (limit, actual) {
        case (let limit?, let actual?): text += " (limit \(limit), actual \(actual))"
        case (let limit?, nil): text += " (limit \(limit))"
        case (nil, let actual?): text += " (actual \(actual))"
        case (nil, nil): break
        }
        return text
    }
}
