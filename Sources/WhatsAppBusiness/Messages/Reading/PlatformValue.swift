#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value with a form in the platform's JSON, from which it is read leniently.
///
/// Reading never fails: what the type cannot hold goes to the log of the object that is read, and the value gets a
/// substitute that nobody sees, because the whole message is then kept as ``UnmodelledContent``.
package protocol PlatformValue: Hashable, Sendable, Codable {
    /// Reads the value from its members.
    init(reading object: WireObject)
    /// The platform's JSON.
    var json: JSONValue { get }
    /// Reports what breaks the platform's limits.
    func check(_ check: inout Check, at path: String)
}

extension PlatformValue {
    /// Reads the platform's JSON.
    /// - Throws: a `DecodingError` with the first violation when the type cannot hold what the JSON says.
    public init(from decoder: any Decoder) throws {
        let log = ReadingLog()
        let object = WireObject(try JSONValue(from: decoder), at: "", log: log)
        self.init(reading: object)
        object.finish()
        guard let violation = log.violations.first else { return }
        throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: violation.description))
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}

extension JSONValue {
    /// An object of the members that have a value.
    package static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(
            JSONObject(
                members.compactMap { member in
                    member.value.map { JSONObject.Member(key: member.key, value: $0) }
                }))
    }

    package static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
    package static func whole(_ number: Int?) -> JSONValue? { number.map { .number(JSONNumber($0)) } }
    package static func list(_ values: some Sequence<some PlatformValue>) -> JSONValue { .array(values.map(\.json)) }
}
