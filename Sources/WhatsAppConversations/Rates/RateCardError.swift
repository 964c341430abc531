/// What is wrong with the text of a rate card: every problem at once, each with its line.
public struct RateCardError: Error, Hashable, Sendable {
    /// One broken rule.
    public struct Problem: Hashable, Sendable {
        /// The line of the text, from 1; `nil` where the card as a whole is meant.
        public var line: Int?
        /// The broken rule.
        public var rule: Rule
        /// What the rule asks for, and what stands there.
        public var explanation: String

        /// Creates a problem.
        public init(line: Int?, rule: Rule, explanation: String) {
            self.line = line
            self.rule = rule
            self.explanation = explanation
        }
    }

    /// A rule for the text of a card; an open set.
    public struct Rule: RawRepresentable, Hashable, Sendable {
        /// The rule's name.
        public let rawValue: String

        /// Wraps a rule's name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The name of the card holds its date and currency, such as `2026-10-01-USD`.
        public static let name = Self(rawValue: "name")
        /// The first line names the columns market, category, tier_from, tier_to and rate.
        public static let header = Self(rawValue: "header")
        /// A line has as many values as the header, and its quotation marks are closed.
        public static let columns = Self(rawValue: "columns")
        /// Market and category are not empty.
        public static let key = Self(rawValue: "key")
        /// Tier bounds are whole numbers, the upper one or `MAX` not below the lower one.
        public static let tier = Self(rawValue: "tier")
        /// The tiers of a market and category begin at 0 and follow each other without a gap or an overlap.
        public static let tierSequence = Self(rawValue: "tierSequence")
        /// A rate is a decimal number from 0, or `n/a`.
        public static let rate = Self(rawValue: "rate")
        /// The card has at least one rate.
        public static let empty = Self(rawValue: "empty")
    }

    /// All problems, in the order of their lines; never empty.
    public var problems: [Problem]

    /// Creates an error from its problems.
    public init(_ problems: [Problem]) {
        self.problems = problems
    }
}

extension RateCardError: CustomStringConvertible {
    /// Each problem with its line.
    public var description: String {
        problems.map { problem in
            (problem.line.map { "line \($0): " } ?? "") + "\(problem.rule.rawValue): \(problem.explanation)"
        }.joined(separator: "; ")
    }
}
