/// Any JSON value, with numbers as exact text and the order of keys kept.
///
/// It is for what has no type of its own: the raw JSON of unrecognized events, data that belongs to the user, tests.
/// Its description shows sizes only, since what stands inside can be personal; ``serialized()`` gives the text.
///
/// ```swift
/// let value = try JSONValue(parsing: bytes)
/// value["entry"]?[0]?["id"]?.string
/// ```
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it is spelled.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// Values in their order.
    case array([JSONValue])
    /// Members in their order.
    case object(JSONObject)
}

extension JSONValue {
    /// The text, where this is a string.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The truth value, where this is one.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number, where this is one.
    public var number: JSONNumber? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The whole number, where this is one and fits.
    public var integer: Int? { number?.integer }

    /// The elements, where this is an array.
    public var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members, where this is an object.
    public var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value under a key, where this is an object that has it.
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// The element at an index, where this is an array that is long enough.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and the size; none of the content.
    public var description: String {
        switch self {
        case .null: return "null"
        case .bool: return "bool"
        case .number(let number): return number.description
        case .string(let text): return "string of \(text.utf8.count) bytes"
        case .array(let elements): return "array of \(elements.count) elements"
        case .object(let object): return object.description
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows kind and size only.
    public var customMirror: Mirror { Mirror(self, children: ["kind": description]) }
}
