/// Values that an application's own text names, such as fields of the contact to whom it goes.
///
/// ```swift
/// let values = DynamicValues(contact: ["name": "Ana"])
/// try values.expanding("Hi {{contact.name|there}}, your city is {{contact.city|unknown}}.")
/// // "Hi Ana, your city is unknown."
/// ```
///
/// A dynamic value is two braces, a name with a point in it, and two braces; after `|` stands what is shown where there
/// is no value, which may be nothing. Everything else in braces, such as `{{1}}` or `{{first_name}}`, is text: it belongs
/// to templates. A value is taken as it is: braces in it are not expanded again. A value that is empty or white space
/// counts as none.
public struct DynamicValues: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The values by their whole names, such as `contact.name`.
    public var values: [String: String]

    /// The most bytes that a text may grow to: 1 MiB. The longest body of a template takes 32,768 characters.
    public static let maximumByteCount = 1 << 20

    /// Creates no values.
    public init() {
        self.init([String: String]())
    }

    /// Creates values by their whole names.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// Creates values of a contact: `name` stands for `contact.name`.
    public init(contact fields: [String: String]) {
        self.init(Dictionary(fields.map { ("contact." + $0.key, $0.value) }) { first, _ in first })
    }

    /// Takes values that are written in the program; of equal names the last value counts.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(elements) { _, last in last })
    }

    /// The value under a whole name.
    public subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// A text with values in the places of their names.
    /// - Throws: ``ValidationError``: with rule `required` and the name as path for each value that is missing and has no
    ///   default, with `maxLength` where the text would grow beyond ``maximumByteCount``.
    public func expanding(_ text: String) throws(ValidationError) -> String {
        try expanding(text, at: "")
    }

    /// Values for a template, with dynamic values expanded in their texts.
    /// - Throws: ``ValidationError`` with all that are missing.
    public func expanding(_ values: TemplateValues) throws(ValidationError) -> TemplateValues {
        var violations: [ValidationError.Violation] = []
        let expanded = expanding(values, &violations)
        guard violations.isEmpty else { throw ValidationError(violations) }
        return expanded
    }

    /// A message with dynamic values expanded in what it says: a text, a caption, the body of a question, the texts of a
    /// template's body.
    ///
    /// Other texts (titles of buttons, ids, addresses) are left as they are: expand them before they go into a message.
    /// - Throws: ``ValidationError`` with all that are missing.
    public func expanding(_ message: Message) throws(ValidationError) -> Message {
        var message = message
        var violations: [ValidationError.Violation] = []
        func expand(_ text: inout String) { text = expanding(text, at: "", &violations) }
        func expand(_ text: inout String?) { text = text.map { expanding($0, at: "", &violations) } }
        switch message.content {
        case .text(var content):
            expand(&content.body)
            message.content = .text(content)
        case .image(var content):
            expand(&content.caption)
            message.content = .image(content)
        case .video(var content):
            expand(&content.caption)
            message.content = .video(content)
        case .document(var content):
            expand(&content.caption)
            message.content = .document(content)
        case .buttons(var content):
            expand(&content.body)
            message.content = .buttons(content)
        case .list(var content):
            expand(&content.body)
            message.content = .list(content)
        case .link(var content):
            expand(&content.body)
            message.content = .link(content)
        case .template(var content):
            content.components = content.components.map { component in
                guard case .body(let parameters) = component else { return component }
                return .body(
                    parameters.map { parameter in
                        guard case .text(var text) = parameter.value else { return parameter }
                        expand(&text)
                        return TemplateParameter(.text(text), name: parameter.name)
                    })
            }
            message.content = .template(content)
        default: break
        }
        guard violations.isEmpty else { throw ValidationError(violations) }
        return message
    }

    private func expanding(
        _ values: TemplateValues, _ violations: inout [ValidationError.Violation]
    ) -> TemplateValues {
        var expanded = values
        for (key, value) in values.entries.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .text(let text): expanded.entries[key] = .text(expanding(text, at: key, &violations))
            case .dateTime(var date):
                date.text = expanding(date.text, at: key, &violations)
                expanded.entries[key] = .dateTime(date)
            case .button(.url(let text)):
                expanded.entries[key] = .button(.url(expanding(text, at: key, &violations)))
            case .button(.quickReply(let payload?)):
                expanded.entries[key] = .button(.quickReply(expanding(payload, at: key, &violations)))
            case .button(.copyCode(let code)):
                expanded.entries[key] = .button(.copyCode(expanding(code, at: key, &violations)))
            default: break
            }
        }
        expanded.cards = values.cards.map { expanding($0, &violations) }
        return expanded
    }

    private func expanding(_ text: String, at path: String) throws(ValidationError) -> String {
        var violations: [ValidationError.Violation] = []
        let expanded = expanding(text, at: path, &violations)
        guard violations.isEmpty else { throw ValidationError(violations) }
        return expanded
    }

    private func expanding(
        _ text: String, at path: String, _ violations: inout [ValidationError.Violation]
    ) -> String {
        var result = ""
        var missing: Set<String> = []
        for piece in TemplatePlaceholder.pieces(of: text) {
            switch piece {
            case .text(let text): result += text
            case .placeholder(let placeholder):
                let whole = text[placeholder.range]
                guard let name = DynamicName(whole.dropFirst(2).dropLast(2)) else {
                    result += whole
                    continue
                }
                if let value = values[name.name], !value.allSatisfy(\.isWhitespace) {
                    result += value
                } else if let fallback = name.fallback {
                    result += fallback
                } else if missing.insert(name.name).inserted {
                    violations.append(
                        .init(
                            path: name.name, rule: .required,
                            explanation: "a text names this value, which is missing and has no default"))
                }
            }
            if result.utf8.count > Self.maximumByteCount {
                violations.append(
                    .init(
                        path: path, rule: .maxLength, explanation: "the text grows too long",
                        limit: Self.maximumByteCount, actual: result.utf8.count))
                return ""
            }
        }
        return result
    }
}

extension DynamicValues: CustomStringConvertible, CustomReflectable {
    /// The number of values; none of them, since they can be personal.
    public var description: String { "\(values.count) dynamic values" }

    /// A mirror that shows the number of values only.
    public var customMirror: Mirror { Mirror(self, children: ["count": values.count]) }
}

/// What stands between the braces of a dynamic value.
private struct DynamicName {
    let name: String
    let fallback: String?

    private static let maximumLength = 128

    /// `nil` for what is no dynamic value: its name has letters, digits, `_` and `-`, and at least one point.
    init?(_ inner: Substring) {
        let parts = inner.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first else { return nil }
        let name = String(first).trimmingASCIIWhitespace()
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= Self.maximumLength, words.count > 1,
            words.allSatisfy({ word in
                !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
            })
        else { return nil }
        self.name = name
        fallback = parts.count > 1 ? String(parts[1]) : nil
    }
}
