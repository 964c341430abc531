/// A question's options: what the customer reads, and what the program gets.
///
/// ```swift
/// let sizes: Choices = ["S", "M", "L"]
/// try await cloud.send(.choices("Which size?", sizes), to: customer)
///
/// if let choice = sizes.choice(in: message) { order.size = choice.value }
/// ```
///
/// The ids of buttons and rows carry index and value, so that an answer is understood without the question, by another
/// process too: see ``InboundMessage/choice(of:)``. Equal options have equal ids, always.
///
/// Up to three options are reply buttons, up to ten or a label of more than 20 characters make a list; more are a
/// violation (Cloud API reference §2.3).
public struct Choices<Value: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// An option.
    public struct Option: Hashable, Sendable {
        /// What the customer reads, at most 96 characters; of more than 24 the rest becomes the second line of a row.
        public var label: String
        /// What the answer carries. Its JSON must fit into an id: 200 characters in a list.
        public var value: Value

        /// Creates an option.
        public init(_ label: String, value: Value) {
            self.label = label
            self.value = value
        }
    }

    /// The options in their order.
    public var options: [Option]

    /// Creates options.
    public init(_ options: [Option]) {
        self.options = options
    }

    /// Creates options from values and their labels.
    public init(_ values: some Sequence<Value>, label: (Value) -> String) {
        options = values.map { Option(label($0), value: $0) }
    }

    /// The id of an option's button or row; `nil` where there is no such option or its value has no JSON.
    public func id(at index: Int) -> String? {
        guard options.indices.contains(index) else { return nil }
        return ChoiceID(index: index, value: options[index].value)?.text
    }

    /// The option that the customer chose, by a tap, or by its number or its label in a text.
    ///
    /// A tap counts only where the option still has the same place and value; where a provider tells a tap without its id,
    /// its label counts. In a text a label counts before a number, so that "10" is the label `10` and not the tenth
    /// option.
    /// - Parameter message: the customer's message.
    /// - Returns: `nil` where the message is no answer to this question.
    public func choice(in message: InboundMessage) -> Choice<Value>? {
        switch message.content {
        case .text(let text): return choice(in: text.body)
        case .button(let tap): return tap.text.flatMap { choice(labelled: $0) }
        default: break
        }
        guard let choice = message.choice(of: Value.self), options.indices.contains(choice.index),
            options[choice.index].value == choice.value
        else { return nil }
        return choice
    }

    /// The option whose label a text is.
    private func choice(labelled text: String) -> Choice<Value>? {
        guard text.utf8.count <= 4096 else { return nil }
        let said = Self.folded(text)
        guard !said.isEmpty, let index = options.firstIndex(where: { Self.folded($0.label) == said }) else {
            return nil
        }
        return Choice(index: index, value: options[index].value)
    }

    /// The option whose label or number a text is. Case, white space, and a point or parenthesis after the number do not
    /// count; digits of any script do.
    public func choice(in text: String) -> Choice<Value>? {
        // No answer is so long; what is longer is not worth folding.
        guard text.utf8.count <= 4096 else { return nil }
        let said = Self.folded(text)
        guard !said.isEmpty else { return nil }
        if let choice = choice(labelled: text) { return choice }
        var number = 0
        for character in said.hasSuffix(".") || said.hasSuffix(")") ? said.dropLast() : said[...] {
            guard let digit = character.wholeNumberValue, (0...9).contains(digit), number < 1000 else { return nil }
            number = number * 10 + digit
        }
        guard options.indices.contains(number - 1) else { return nil }
        return Choice(index: number - 1, value: options[number - 1].value)
    }

    private static func folded(_ text: String) -> String {
        let isHidden: (Unicode.Scalar) -> Bool = {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
        let scalars = text.unicodeScalars
        let start = scalars.drop(while: isHidden)
        guard let end = start.lastIndex(where: { !isHidden($0) }) else { return "" }
        return String(String.UnicodeScalarView(start[...end])).lowercased()
    }
}

extension Choices where Value == String {
    /// Creates options whose values are their labels.
    public init(_ labels: some Sequence<String>) {
        self.init(labels) { $0 }
    }
}

extension Choices: ExpressibleByArrayLiteral where Value == String {
    /// Takes labels that are written in the program.
    public init(arrayLiteral elements: String...) {
        self.init(elements)
    }
}

/// What a customer chose.
public struct Choice<Value: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// The option's place, counted from 0.
    public var index: Int
    /// The option's value.
    public var value: Value

    /// Creates a choice.
    public init(index: Int, value: Value) {
        self.index = index
        self.value = value
    }
}
