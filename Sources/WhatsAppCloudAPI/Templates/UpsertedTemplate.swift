public import WhatsAppBusiness

/// What became of one language of an authentication template that was created or changed with others.
///
/// Source: Cloud API reference §4.7 (December 2025).
public struct UpsertedTemplate: Hashable, Sendable {
    /// The template's id.
    public var id: TemplateID?
    /// The language.
    public var language: LanguageCode
    /// How it stands.
    public var status: TemplateStatus?

    /// Creates the value.
    public init(id: TemplateID?, language: LanguageCode, status: TemplateStatus? = nil) {
        self.id = id
        self.language = language
        self.status = status
    }

    init(reading json: JSONValue) throws(ValidationError) {
        guard let language = json["language"]?.lenientText else {
            throw ValidationError([.init(path: "language", rule: .required, explanation: "a value is needed")])
        }
        self.init(
            id: json["id"]?.lenientText.map { TemplateID($0) }, language: LanguageCode(rawValue: language),
            status: json["status"]?.string.map { TemplateStatus(rawValue: $0) })
    }
}
