/// An object of a template's JSON: read leniently, written as it came.
package protocol TemplateNode: Hashable, Sendable, Codable {
    /// Reads the properties; members that have none are kept by ``spelling``.
    init(reading object: WireObject)
    /// The members as this package writes them.
    var members: JSONObject { get }
    /// How the object came.
    var spelling: MemberSpelling { get set }
}

extension TemplateNode {
    /// Reads the platform's JSON. What the type cannot hold is kept, and reported when the template is checked.
    public init(json: JSONValue) {
        let log = ReadingLog()
        let object = WireObject(json, at: "", log: log)
        self.init(reading: object)
        spelling = MemberSpelling(of: json, canonical: members, violations: log.violations)
    }

    /// The platform's JSON: members that have no property are in it as they came.
    public var json: JSONValue { spelling.applied(to: members) }

    /// Members that were read and that have no property.
    public var unknownMembers: JSONObject { spelling.unknownMembers }

    /// Reads the platform's JSON.
    /// - Throws: what the decoder throws where there is no JSON object.
    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        guard value.object != nil else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an object belongs here"))
        }
        self.init(json: value)
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }

    /// What reading found wrong, with paths that begin at `path`.
    package func readingViolations(at path: String) -> [ValidationError.Violation] {
        spelling.violations(in: members).map { violation in
            var violation = violation
            violation.path = JSONPath.joined(path, violation.path)
            return violation
        }
    }
}

/// Paths as violations name them.
package enum JSONPath {
    package static func joined(_ path: String, _ rest: String) -> String {
        if path.isEmpty { return rest }
        if rest.isEmpty { return path }
        return rest.hasPrefix("[") ? path + rest : "\(path).\(rest)"
    }
}

extension JSONObject {
    /// The members that have a value.
    package static func present(_ members: KeyValuePairs<String, JSONValue?>) -> JSONObject {
        JSONObject(
            members.compactMap { member in
                member.value.map { JSONObject.Member(key: member.key, value: $0) }
            })
    }
}

extension WireObject {
    /// A text, or a number as it is spelled.
    func looseText(_ key: String) -> String? {
        guard let value = take(key) else { return nil }
        if let text = value.string { return text }
        if let number = value.number { return number.text }
        fail(key, .type, "a text belongs here")
        return nil
    }

    /// A word of the platform's, in capital letters.
    func word(_ key: String) -> String? { optionalText(key)?.uppercased() }

    /// A truth value, which may be written as text.
    func looseFlag(_ key: String) -> Bool? {
        guard let value = take(key) else { return nil }
        if let flag = value.bool { return flag }
        switch value.string?.lowercased() {
        case "true": return true
        case "false": return false
        default:
            fail(key, .type, "true or false belongs here")
            return nil
        }
    }

    /// The elements of an array, or of JSON that is written as a text; `nil` where there is none.
    func elements(_ key: String) -> [JSONValue]? {
        guard let value = take(key) else { return nil }
        if let elements = value.array { return elements }
        if let text = value.string, let elements = try? JSONValue(parsing: Array(text.utf8)).array { return elements }
        fail(key, .type, "an array belongs here")
        return nil
    }

    /// An object, or JSON that is written as a text; `nil` where there is none. Nothing reports its unknown members.
    func part(_ key: String) -> WireObject? {
        guard let value = take(key) else { return nil }
        if let text = value.string, let parsed = try? JSONValue(parsing: Array(text.utf8)), parsed.object != nil {
            return WireObject(parsed, at: path(key), log: log)
        }
        return WireObject(value, at: path(key), log: log)
    }
}
