public import WhatsAppBusiness
public import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A template of the simulated account.
public struct SimulatedTemplate: Hashable, Sendable {
    /// The template's name.
    public var name: String
    /// The template's language.
    public var language: LanguageCode
    /// The category by which it is charged.
    public var category: Pricing.Category
    /// The components in the platform's JSON (Cloud API reference §4.2): a list.
    public var components: JSONValue
    /// Whether its placeholders are names.
    public var hasNamedParameters: Bool
    /// Its status, in the platform's word: `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`, …
    public var status: String
    /// Its id, where the account has it; templates of a configuration are given one.
    public var id: String?
    /// Why it was rejected, in the platform's word.
    public var rejectedReason: String?
    /// Its quality, in the platform's word: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    public var quality: String

    /// Creates a template with a body only.
    public init(name: String, language: LanguageCode, category: Pricing.Category, body: String) {
        self.init(
            name: name, language: language, category: category,
            components: [["type": "BODY", "text": .string(body)]],
            hasNamedParameters: PlaceholderText(body).names.contains { Int($0) == nil })
    }

    /// Creates a template.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - language: its language.
    ///   - category: its category.
    ///   - components: a list in the platform's JSON, as in the body with which a template is created.
    ///   - hasNamedParameters: whether its placeholders are names.
    ///   - status: its status at the start.
    public init(
        name: String, language: LanguageCode, category: Pricing.Category, components: JSONValue,
        hasNamedParameters: Bool = false, status: String = "APPROVED"
    ) {
        self.name = name
        self.language = language
        self.category = category
        self.components = components
        self.hasNamedParameters = hasNamedParameters
        self.status = status
        quality = "UNKNOWN"
    }

    /// Creates a template from its definition.
    ///
    /// - Parameters:
    ///   - definition: the definition; it is not checked.
    ///   - status: its status at the start.
    public init(_ definition: TemplateDefinition, status: String = "APPROVED") {
        self.init(
            name: definition.name, language: definition.language,
            category: Pricing.Category(rawValue: definition.category.rawValue.lowercased()),
            components: .array(definition.components.map(\.json)),
            hasNamedParameters: definition.usesNamedParameters, status: status)
    }

    /// The body with its placeholders, `{{1}}` or `{{name}}`.
    public var body: String { component("BODY")?["text"]?.string ?? "" }

    /// The template that every new account has (Cloud API reference §7.1).
    public static let helloWorld = Self(
        name: "hello_world", language: "en_US", category: .utility,
        body: "Welcome and congratulations! This message demonstrates that your account can send.")

    private func component(_ type: String) -> JSONValue? {
        components.array?.first { $0["type"]?.string?.uppercased() == type }
    }

    func record(id: String, at instant: Date) -> TemplateRecord {
        TemplateRecord(
            id: id, name: name, language: language, category: category.rawValue.uppercased(),
            components: components.array ?? [], parameterFormat: hasNamedParameters ? "NAMED" : "POSITIONAL",
            status: status, rejectedReason: rejectedReason, quality: quality, created: instant)
    }
}
