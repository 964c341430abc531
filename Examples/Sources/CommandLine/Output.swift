import Foundation
import WhatsApp

/// Standard output and error: one JSON object a line, errors for people.
enum Output {
    /// Writes one value as a line.
    static func line(_ value: JSONValue) {
        FileHandle.standardOutput.write(Data(value.serialized() + [UInt8(ascii: "\n")]))
    }

    /// Writes a value that is JSON already as a line.
    static func line(bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes + [UInt8(ascii: "\n")]))
    }

    /// Writes text for a person as it is.
    static func text(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Writes a sentence to standard error.
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data("whatsapp: \(text)\n".utf8))
    }

    /// A time as commands print it.
    static func timestamp(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}

extension JSONValue {
    /// A text, or null.
    static func text(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }

    /// An object that leaves out the members that are null.
    static func compact(_ members: [(String, JSONValue)]) -> JSONValue {
        fields(members.filter { !$0.1.isNull })
    }

    /// An object.
    static func fields(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
