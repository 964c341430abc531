// What `TemplateNode` gives these types is the package's own: programs see only what the types declare.

extension Template {
    /// Reads the provider's JSON. What the type cannot hold is kept.
    public init(json: JSONValue) {
        let log = ReadingLog()
        self.init(reading: WireObject(json, at: "", log: log))
        spelling = MemberSpelling(of: json, canonical: members, violations: log.violations)
    }

    /// The provider's JSON: members that have no property are in it as they came.
    public var json: JSONValue { spelling.applied(to: members) }

    /// Members that were read and that have no property.
    public var unknownMembers: JSONObject { spelling.unknownMembers }
}

extension TemplateDefinition {
    /// Reads the platform's JSON. What the type cannot hold is kept, and reported by ``lint(_:)``.
    public init(json: JSONValue) {
        let log = ReadingLog()
        self.init(reading: WireObject(json, at: "", log: log))
        spelling = MemberSpelling(of: json, canonical: members, violations: log.violations)
    }

    /// The platform's JSON: members that have no property are in it as they came.
    public var json: JSONValue { spelling.applied(to: members) }

    /// Members that were read and that have no property.
    public var unknownMembers: JSONObject { spelling.unknownMembers }
}
