/// One value for a placeholder of a template's body.
///
/// Source: Cloud API reference §2.17.
public struct TemplateParameter: PlatformValue {
    /// The kinds of value. Grows with the platform.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Value: Hashable, Sendable {
        /// A text.
        case text(String)
        /// An amount, shown in the customer's language.
        case currency(CurrencyParameter)
        /// A date.
        case dateTime(DateTimeParameter)
        /// A group whose invitation the template carries.
        case group(GroupID)
    }

    /// The value.
    public var value: Value
    /// The placeholder's name, for templates with named placeholders; `nil` for numbered ones.
    public var name: String?

    /// Creates a parameter.
    public init(_ value: Value, name: String? = nil) {
        self.value = value
        self.name = name
    }

    /// Text for a placeholder.
    /// - Parameters:
    ///   - text: the text.
    ///   - name: the placeholder's name where the template names its placeholders.
    public static func text(_ text: String, name: String? = nil) -> Self { Self(.text(text), name: name) }

    /// An amount for a placeholder.
    /// - Parameters:
    ///   - fallback: what is shown where the amount cannot be put into the customer's language.
    ///   - code: the currency, such as `USD`.
    ///   - thousandths: the amount times 1,000.
    ///   - name: the placeholder's name where the template names its placeholders.
    public static func currency(_ fallback: String, code: String, thousandths: Int, name: String? = nil) -> Self {
        Self(.currency(CurrencyParameter(fallback: fallback, code: code, thousandths: thousandths)), name: name)
    }

    /// A date for a placeholder, as the text that is shown.
    public static func dateTime(_ text: String, name: String? = nil) -> Self {
        Self(.dateTime(DateTimeParameter(text)), name: name)
    }

    /// A group whose invitation the template carries.
    public static func group(_ id: GroupID) -> Self { Self(.group(id)) }

    package init(reading object: WireObject) {
        switch object.keyword("type") {
        case "text": value = .text(object.text("text"))
        case "currency": value = .currency(object.value("currency"))
        case "date_time": value = .dateTime(object.value("date_time"))
        case "group_id": value = .group(GroupID(object.text("group_id")))
        default:
            object.fail("type", .notAllowed, "a body takes no value of this type")
            object.abandon()
            value = .text("")
        }
        name = object.optionalText("parameter_name")
    }

    package var json: JSONValue {
        let name: JSONValue? = .text(name)
        switch value {
        case .text(let text): return .members(["type": "text", "parameter_name": name, "text": .string(text)])
        case .currency(let amount):
            return .members(["type": "currency", "parameter_name": name, "currency": amount.json])
        case .dateTime(let date):
            return .members(["type": "date_time", "parameter_name": name, "date_time": date.json])
        case .group(let id):
            return .members(["type": "group_id", "parameter_name": name, "group_id": .string(id.rawValue)])
        }
    }

    package func check(_ check: inout Check, at path: String) {
        switch value {
        case .text(let text): check.required(text, at: path + ".text")
        case .currency(let amount): amount.check(&check, at: path + ".currency")
        case .dateTime(let date): date.check(&check, at: path + ".date_time")
        case .group(let id): check.required(id.rawValue, at: path + ".group_id")
        }
        if let name { Self.check(name: name, &check, at: path + ".parameter_name") }
    }

    /// Checks a placeholder's name (Cloud API reference §2.17, §4.2).
    static func check(name: String, _ check: inout Check, at path: String) {
        check.required(name, at: path)
        let isNameCharacter: (UInt8) -> Bool = {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        if !name.utf8.allSatisfy(isNameCharacter), name.contains(where: { !$0.isWhitespace }) {
            check.fail(at: path, .characters, "a placeholder's name holds lower-case letters, digits and underscores")
        }
    }
}
