public import WhatsAppBusiness

/// A template of the platform's library, whose words are the platform's and which is approved at once as a rule.
///
/// ```swift
/// for try await item in cloud.libraryTemplates(LibraryQuery(topic: .orderManagement, language: "en_US")) {
///     print(item.name, item.body ?? "")
/// }
/// let definition = item.definition(
///     name: "my_order_update", buttonInputs: [.init(kind: .url, baseURL: "https://example.com/{{1}}", sampleURL: "https://example.com/1")])
/// try await cloud.createTemplate(definition)
/// ```
///
/// Source: Cloud API reference §4.9 ("Template library", December 2025).
public struct LibraryTemplate: Hashable, Sendable {
    /// The library's id, where it gives one.
    public var id: TemplateID?
    /// The name, by which a template is made from it.
    public var name: String
    /// The language.
    public var language: LanguageCode
    /// The category.
    public var category: TemplateCategory
    /// What it is about.
    public var topic: LibraryTopic?
    /// What it is for.
    public var useCase: LibraryUseCase?
    /// For which businesses it is.
    public var industries: [LibraryIndustry]
    /// The text above the body.
    public var header: String?
    /// The text.
    public var body: String?
    /// Sample values of the body's placeholders.
    public var bodyParameters: [String]
    /// What the values of the body's placeholders must be: the platform checks it when a message is sent.
    public var bodyParameterTypes: [LibraryParameterType]
    /// The buttons.
    public var buttons: [TemplateDefinition.Button]
    /// The item as it came.
    public var json: JSONValue

    /// Reads an item of the library.
    /// - Throws: `ValidationError` where it has no name or no language.
    package init(reading json: JSONValue) throws(ValidationError) {
        guard json.object != nil else {
            throw ValidationError([.init(path: "", rule: .type, explanation: "an object belongs here")])
        }
        let texts = { (key: String) in json[key]?.array?.compactMap(\.lenientText) ?? [] }
        let word = { (key: String) in json[key]?.string.flatMap { $0.isEmpty ? nil : $0.uppercased() } }
        let missing = ["name", "language"].filter { json[$0]?.lenientText == nil }
        guard missing.isEmpty else {
            throw ValidationError(
                missing.map { .init(path: $0, rule: .required, explanation: "a value is needed") })
        }
        id = json["id"]?.lenientText.map { TemplateID($0) }
        name = json["name"]?.lenientText ?? ""
        language = LanguageCode(rawValue: json["language"]?.lenientText ?? "")
        category = TemplateCategory(rawValue: word("category") ?? "")
        topic = word("topic").map { LibraryTopic(rawValue: $0) }
        useCase = word("usecase").map { LibraryUseCase(rawValue: $0) }
        industries = texts("industry").map { LibraryIndustry(rawValue: $0.uppercased()) }
        header = json["header"]?.lenientText
        body = json["body"]?.lenientText
        bodyParameters = texts("body_params")
        bodyParameterTypes = texts("body_param_types").map { LibraryParameterType(rawValue: $0.uppercased()) }
        buttons = json["buttons"]?.array?.map { TemplateDefinition.Button(json: $0) } ?? []
        self.json = json
    }

    /// A definition by which a template is made from this one.
    ///
    /// - Parameters:
    ///   - name: the new template's name.
    ///   - buttonInputs: what the buttons need: addresses, numbers, apps.
    ///   - bodyInputs: what body and footer need.
    public func definition(
        name: String, buttonInputs: [TemplateDefinition.LibraryButtonInput] = [],
        bodyInputs: TemplateDefinition.LibraryBodyInputs? = nil
    ) -> TemplateDefinition {
        TemplateDefinition(
            name: name, language: language, category: category, libraryTemplateName: self.name,
            libraryButtonInputs: buttonInputs, libraryBodyInputs: bodyInputs)
    }

    /// What the item consists of, to be looked at: with the library's samples, and under the library's name.
    public var preview: TemplateDefinition {
        var components: [TemplateDefinition.Component] = []
        if let header { components.append(.header(header)) }
        if let body {
            components.append(
                .body(body, samples: bodyParameters.isEmpty ? nil : TemplateSamples.positional(bodyParameters)))
        }
        if !buttons.isEmpty { components.append(.buttons(buttons)) }
        return TemplateDefinition(name: name, language: language, category: category, components: components)
    }
}
