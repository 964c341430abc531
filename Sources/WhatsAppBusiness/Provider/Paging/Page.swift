/// A page of a list.
///
/// An element that cannot be read never hides its siblings: it is one of the page's ``problems``.
///
/// Source: Cloud API reference §1.3.
public struct Page<Element: Sendable>: Sendable {
    /// The elements in the provider's order; a page may have none and still have one after it.
    public var elements: [Element]
    /// Where the next page begins; `nil` on the last one.
    public var next: PageCursor?
    /// Elements that could not be read.
    public var problems: [PageProblem]

    /// Creates a page.
    public init(_ elements: [Element], next: PageCursor? = nil, problems: [PageProblem] = []) {
        self.elements = elements
        self.next = next
        self.problems = problems
    }
}

extension Page: Equatable where Element: Equatable {}
extension Page: Hashable where Element: Hashable {}

/// An element of a page that could not be read.
public struct PageProblem: Hashable, Sendable {
    /// The element's place on its page, counted from 0.
    public var index: Int
    /// What is wrong with it; paths begin at the element.
    public var violations: [ValidationError.Violation]
    /// The element as it came.
    public var json: JSONValue

    /// Creates a problem.
    public init(index: Int, violations: [ValidationError.Violation], json: JSONValue) {
        self.index = index
        self.violations = violations
        self.json = json
    }
}

extension PageProblem: CustomStringConvertible {
    /// The place and what is wrong; nothing of the content.
    public var description: String {
        "element \(index): " + violations.map(\.description).joined(separator: "; ")
    }
}

/// Where a page begins. It is the provider's own, opaque, and not to be kept: it ends with the list.
///
/// Source: Cloud API reference §1.3.
public struct PageCursor: RawRepresentable, Hashable, Sendable {
    /// The cursor as the provider spells it.
    public let rawValue: String

    /// Wraps a cursor.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps a cursor.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }
}
