#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Coding through `Encoder` and `Decoder`, for values inside of other coded types. What these interfaces cannot express
/// is lost: the spelling of numbers beyond `Int64`, `UInt64` and `Decimal`, and the order of keys where the coder
/// has none. ``JSONValue/init(parsing:maximumDepth:)`` and ``JSONValue/serialized()`` lose nothing.
extension JSONValue: Codable {
    /// Reads any JSON value.
    /// - Throws: a `DecodingError` when the value is of no kind that JSON has.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: AnyCodingKey.self) {
            var object = JSONObject()
            for key in container.allKeys {
                object[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
            }
            self = .object(object)
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            try self.init(scalar: try decoder.singleValueContainer())
        }
    }

    private init(scalar container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let number = try? container.decode(Int64.self) {
            self = .number(JSONNumber(number))
        } else if let number = try? container.decode(UInt64.self) {
            self = .number(JSONNumber(number))
        } else if let decimal = try? container.decode(Decimal.self), let number = JSONNumber(decimal.description) {
            self = .number(number)
        } else {
            guard let number = JSONNumber(try container.decode(Double.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "the number is not finite")
            }
            self = .number(number)
        }
    }

    /// Writes the value.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let object):
            var container = encoder.container(keyedBy: AnyCodingKey.self)
            for member in object.members {
                try container.encode(member.value, forKey: AnyCodingKey(member.key))
            }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        case .string(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            if let whole = Int64(number.text) {
                try container.encode(whole)
            } else if let whole = UInt64(number.text) {
                try container.encode(whole)
            } else if let decimal = Decimal(string: number.text), !decimal.isNaN {
                try container.encode(decimal)
            } else {
                try container.encode(number.double)
            }
        }
    }
}
