/// Content that this version's types cannot hold: an unknown kind, or one that breaks the platform's form.
///
/// It is kept as its JSON and goes out as that, and ``Message/validate()`` reports what is wrong with it: it travels only
/// when validation is turned off.
public struct UnmodelledContent: Hashable, Sendable {
    /// The platform's name of the kind, as far as one was given.
    public var type: String
    /// The members of the message that hold the content: `type`, and the one that it names.
    public var members: JSONObject
    /// What the types cannot hold, each with its path, and the broken limits beside it; never empty.
    public var violations: [ValidationError.Violation]

    /// Creates content.
    public init(type: String, members: JSONObject, violations: [ValidationError.Violation]) {
        self.type = type
        self.members = members
        self.violations = violations
    }
}

extension UnmodelledContent: CustomStringConvertible, CustomReflectable {
    /// The kind and nothing of the content.
    public var description: String { "unmodelled content of type \(type)" }

    /// A mirror that shows the kind only.
    public var customMirror: Mirror { Mirror(self, children: ["type": type]) }
}

/// Members around a message that the types cannot hold, or do not know.
package struct UnheldMembers: Hashable, Sendable {
    package var members: JSONObject = [:]
    package var violations: [ValidationError.Violation] = []

    package init() {}

    /// Keeps those of some members whose reading failed.
    package mutating func keep(_ keys: [String], of root: WireObject, log: ReadingLog) {
        for key in keys where log.covers(key) {
            if let value = root.take(key) { members[key] = value }
        }
        violations += log.violations
    }

    func encode(to encoder: any Encoder) throws {
        guard members.count > 0 else { return }
        var container = encoder.container(keyedBy: AnyCodingKey.self)
        for member in members.members { try container.encode(member.value, forKey: AnyCodingKey(member.key)) }
    }
}
