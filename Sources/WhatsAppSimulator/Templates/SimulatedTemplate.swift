public import WhatsAppBusiness
public import WhatsAppConversations

/// A template that the simulated platform has approved.
public struct SimulatedTemplate: Hashable, Sendable {
    /// The template's name.
    public var name: String
    /// The template's language.
    public var language: LanguageCode
    /// The category by which it is charged.
    public var category: Pricing.Category
    /// The body with its placeholders, `{{1}}` or `{{name}}`.
    public var body: String

    /// Creates a template.
    public init(name: String, language: LanguageCode, category: Pricing.Category, body: String) {
        self.name = name
        self.language = language
        self.category = category
        self.body = body
    }

    /// The template that every new account has (Cloud API reference §7.1).
    public static let helloWorld = Self(
        name: "hello_world", language: "en_US", category: .utility,
        body: "Welcome and congratulations! This message demonstrates that your account can send.")

    func record(id: String) -> SimulatedPlatform.TemplateRecord {
        let isNamed = PlaceholderText(body).names.contains { Int($0) == nil }
        return SimulatedPlatform.TemplateRecord(
            id: id, name: name, language: language, category: category.rawValue.uppercased(),
            components: [["type": "BODY", "text": .string(body)]], parameterFormat: isNamed ? "NAMED" : "POSITIONAL")
    }
}
