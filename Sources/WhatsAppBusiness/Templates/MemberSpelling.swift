/// How an object was spelled where it was read, as far as this package would spell it otherwise.
///
/// Members without a property, words in other cases, explicit defaults, `null`, numbers as text: each goes out as it
/// came while the property that stands for it has the value that was read. What reading found wrong stands here too, and
/// is forgotten with the member it is about.
package struct MemberSpelling: Sendable {
    private struct Deviation: Sendable, Hashable {
        var key: String
        /// As this package writes the member; `nil` where it writes none.
        var ours: JSONValue?
        /// As it came; `nil` where it was not there.
        var theirs: JSONValue?
    }

    /// What came in the place of an object, and the members that stand for it.
    private struct Substitute: Sendable {
        var members: JSONObject
        var value: JSONValue
    }

    private var deviations: [Deviation] = []
    private var substitute: Substitute?
    private var violations: [ValidationError.Violation] = []

    package init() {}

    /// Compares what was read with what this package would write for it.
    package init(of value: JSONValue, canonical: JSONObject, violations: [ValidationError.Violation]) {
        self.violations = violations
        guard let source = value.object else {
            substitute = Substitute(members: canonical, value: value)
            return
        }
        guard source != canonical else { return }
        for member in source.members where canonical[member.key] != member.value {
            deviations.append(Deviation(key: member.key, ours: canonical[member.key], theirs: member.value))
        }
        for member in canonical.members where source[member.key] == nil {
            deviations.append(Deviation(key: member.key, ours: member.value, theirs: nil))
        }
    }

    /// The members in the spelling in which they came, those excepted that were changed since.
    package func applied(to members: JSONObject) -> JSONValue {
        if let substitute, substitute.members == members { return substitute.value }
        guard !deviations.isEmpty else { return .object(members) }
        var result = members
        for deviation in deviations where members[deviation.key] == deviation.ours {
            result[deviation.key] = deviation.theirs
        }
        return .object(result)
    }

    /// What reading found wrong with members that were not changed since; paths begin at the object.
    package func violations(in members: JSONObject) -> [ValidationError.Violation] {
        guard !violations.isEmpty else { return [] }
        return violations.filter { violation in
            let key = violation.path.prefix { $0 != "." && $0 != "[" }
            guard !key.isEmpty else { return substitute?.members == members }
            guard let deviation = deviations.first(where: { $0.key == key }) else { return true }
            return members[deviation.key] == deviation.ours
        }
    }

    /// The members that have no property, in their order.
    package var unknownMembers: JSONObject {
        JSONObject(
            deviations.compactMap { deviation in
                guard deviation.ours == nil, let value = deviation.theirs, !value.isNull else { return nil }
                return JSONObject.Member(key: deviation.key, value: value)
            })
    }
}

extension MemberSpelling: Hashable {
    /// Whether both hold the same unknown members; in whatever spelling the known ones came.
    package static func == (left: Self, right: Self) -> Bool {
        if left.deviations.isEmpty && right.deviations.isEmpty { return true }
        return left.unknownMembers == right.unknownMembers
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(unknownMembers)
    }
}
