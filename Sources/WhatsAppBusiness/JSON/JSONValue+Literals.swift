extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// `null`.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// A truth value that is written in the program.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// A text that is written in the program.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// A whole number that is written in the program.
    public init(integerLiteral value: Int) {
        self = .number(JSONNumber(value))
    }

    /// A number that is written in the program.
    public init(floatLiteral value: Double) {
        self = .number(JSONNumber(floatLiteral: value))
    }

    /// Elements that are written in the program.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// Members that are written in the program; of equal keys the last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
