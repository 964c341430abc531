/// Elements of which there is at least one.
///
/// The platform refuses messages whose lists are empty, so an empty list is no value of this type: a literal needs an
/// element, and an array goes through `OneOrMore(array)`, which is `nil` for none.
///
/// ```swift
/// Message.buttons("Which size?", [.reply(id: "s", title: "S"), .reply(id: "m", title: "M")])
///
/// guard let rows = OneOrMore(products.map { ListRow(id: $0.sku, title: $0.name) }) else { … }
/// Message.list("What may it be?", button: "Products", rows: rows)
/// ```
public struct OneOrMore<Element> {
    /// The elements; never empty.
    public private(set) var elements: [Element]

    /// Takes one element, and more.
    public init(first: Element, rest: [Element] = []) {
        elements = [first] + rest
    }

    /// Takes a sequence's elements; `nil` where it has none.
    public init?(_ elements: some Sequence<Element>) {
        self.elements = Array(elements)
        if self.elements.isEmpty { return nil }
    }

    /// Adds an element.
    public mutating func append(_ element: Element) {
        elements.append(element)
    }
}

extension OneOrMore: RandomAccessCollection, MutableCollection {
    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of elements.
    public var endIndex: Int { elements.count }

    /// The element at an index.
    public subscript(index: Int) -> Element {
        get { elements[index] }
        set { elements[index] = newValue }
    }
}

extension OneOrMore: ExpressibleByArrayLiteral {
    /// Takes elements that are written in the program; writing none is a programmer's error.
    public init(arrayLiteral elements: Element...) {
        // Only the literal `[]` comes here without an element; every value from outside goes through `init?(_:)`.
        precondition(!elements.isEmpty, "the platform refuses empty lists: write at least one element")
        self.elements = elements
    }
}

extension OneOrMore: Equatable where Element: Equatable {}
extension OneOrMore: Hashable where Element: Hashable {}
extension OneOrMore: Sendable where Element: Sendable {}
