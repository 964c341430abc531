extension Template {
    /// Reads a template as a provider shows it in a list or alone.
    ///
    /// Whatever its components hold, it can be read as long as it says which template it is and how it stands.
    /// - Throws: ``ValidationError`` with what is missing; paths begin at the template.
    package static func read(_ json: JSONValue) throws(ValidationError) -> Template {
        guard json.object != nil else {
            throw ValidationError([.init(path: "", rule: .type, explanation: "an object belongs here")])
        }
        let template = Template(json: json)
        let texts = [
            ("name", template.name), ("language", template.language.rawValue), ("status", template.status.rawValue),
        ]
        let missing = texts.filter(\.1.isEmpty).map(\.0)
        guard !missing.isEmpty else { return template }
        let found = template.readingViolations(at: "") + template.definition.readingViolations(at: "")
        throw ValidationError(
            missing.map { path in
                found.first { $0.path == path }
                    ?? .init(path: path, rule: .required, explanation: "a value is needed")
            })
    }
}
