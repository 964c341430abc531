/// Sample values for the placeholders of a template's text, which the platform's reviewers see.
///
/// Source: Cloud API reference §4.2, §4.3 (December 2025).
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateSamples: Hashable, Sendable {
    /// A value for `{{1}}`, one for `{{2}}`, …
    case positional([String])
    /// A value for each name.
    case named([NamedSample])

    /// A placeholder's name and a value for it.
    public struct NamedSample: Hashable, Sendable {
        /// The placeholder's name.
        public var name: String
        /// The value.
        public var value: String

        /// Creates a sample.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Samples by name, in the order of writing.
    public static func named(_ samples: KeyValuePairs<String, String>) -> Self {
        .named(samples.map { NamedSample(name: $0.key, value: $0.value) })
    }

    /// The number of values.
    public var count: Int {
        switch self {
        case .positional(let values): return values.count
        case .named(let values): return values.count
        }
    }

    /// The value for a placeholder.
    public subscript(placeholder: TemplatePlaceholder) -> String? {
        switch (self, placeholder.key) {
        case (.positional(let values), .position(let position)):
            return values.indices.contains(position - 1) ? values[position - 1] : nil
        case (.named(let values), _): return values.first { $0.name == placeholder.name }?.value
        default: return nil
        }
    }

    /// Reads the example of a header's or a body's text.
    init?(reading example: WireObject?, positional: String, named: String) {
        guard let example else { return nil }
        if let elements = example.elements(named) {
            self = .named(
                elements.enumerated().map { index, element in
                    let object = WireObject(element, at: "\(example.path(named))[\(index)]", log: example.log)
                    return NamedSample(
                        name: object.looseText("param_name") ?? "", value: object.looseText("example") ?? "")
                })
            return
        }
        guard var values = example.elements(positional) else { return nil }
        var path = example.path(positional)
        // A body's values stand in an array of arrays, of which one is needed; a flat array is understood too.
        if let row = values.first?.array {
            values = row
            path += "[0]"
        }
        self = .positional(
            values.enumerated().map { index, value in
                if let text = value.string ?? value.number?.text { return text }
                example.log.fail(at: "\(path)[\(index)]", .type, "a text belongs here")
                return ""
            })
    }

    /// The example as the platform's JSON.
    func example(positional: String, named: String, isNested: Bool) -> JSONValue {
        switch self {
        case .positional(let values):
            let row = JSONValue.array(values.map { .string($0) })
            return .object([positional: isNested ? .array([row]) : row])
        case .named(let values):
            return .object([
                named: .array(values.map { ["param_name": .string($0.name), "example": .string($0.value)] })
            ])
        }
    }
}
