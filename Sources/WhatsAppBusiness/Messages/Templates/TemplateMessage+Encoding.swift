// Written without a tree: broadcasts send many templates, most of them with texts in their bodies.

extension TemplateMessage {
    private enum CodingKeys: String, CodingKey {
        case namespace, name, language, components, code, policy
    }

    /// Writes the platform's `template` object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(namespace, forKey: .namespace)
        try container.encode(name, forKey: .name)
        var language = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .language)
        try language.encodeIfPresent(languagePolicy, forKey: .policy)
        try language.encode(self.language.rawValue, forKey: .code)
        if !components.isEmpty { try container.encode(components, forKey: .components) }
    }
}

extension TemplateComponent {
    private enum CodingKeys: String, CodingKey {
        case type, parameters
    }

    /// Writes one element of `components`.
    public func encode(to encoder: any Encoder) throws {
        guard case .body(let parameters) = self else { return try json.encode(to: encoder) }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("body", forKey: .type)
        try container.encode(parameters, forKey: .parameters)
    }
}

extension TemplateParameter {
    private enum CodingKeys: String, CodingKey {
        case type, text
        case parameterName = "parameter_name"
    }

    /// Writes one element of `parameters`.
    public func encode(to encoder: any Encoder) throws {
        guard case .text(let text) = value else { return try json.encode(to: encoder) }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("text", forKey: .type)
        try container.encodeIfPresent(name, forKey: .parameterName)
        try container.encode(text, forKey: .text)
    }
}
