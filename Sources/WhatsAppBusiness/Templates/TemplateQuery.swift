/// Which templates of an account are wanted; everything that is said must hold.
///
/// What a provider cannot ask the platform for, it sorts out itself. Source: Cloud API reference §4.8 (December 2025).
public struct TemplateQuery: Hashable, Sendable {
    /// How they stand; any of these.
    public var status: [TemplateStatus]
    /// Their category; any of these.
    public var category: [TemplateCategory]
    /// Their language; any of these.
    public var language: [LanguageCode]
    /// How customers like them; any of these.
    public var quality: [TemplateQuality]
    /// A part of the name.
    public var name: String?
    /// A part of the text.
    public var content: String?
    /// A part of the name or of the text.
    public var nameOrContent: String?
    /// How many templates a page has, where the provider heeds it.
    public var pageSize: Int?

    /// Creates a query; without arguments, for all templates.
    public init(
        status: [TemplateStatus] = [], category: [TemplateCategory] = [], language: [LanguageCode] = [],
        quality: [TemplateQuality] = [], name: String? = nil, content: String? = nil, nameOrContent: String? = nil,
        pageSize: Int? = nil
    ) {
        self.status = status
        self.category = category
        self.language = language
        self.quality = quality
        self.name = name
        self.content = content
        self.nameOrContent = nameOrContent
        self.pageSize = pageSize
    }

    /// All templates.
    public static let all = Self()

    /// Whether a template is wanted. Texts are compared without regard to case.
    public func matches(_ template: Template) -> Bool {
        let statuses = status.map(\.folded)
        if !status.isEmpty, !statuses.contains(template.status.folded) { return false }
        if !category.isEmpty, !category.contains(where: { Self.equal($0.rawValue, template.category.rawValue) }) {
            return false
        }
        if !language.isEmpty, !language.contains(where: { Self.equal($0.rawValue, template.language.rawValue) }) {
            return false
        }
        if !quality.isEmpty, !quality.contains(template.quality ?? .unknown) { return false }
        if let name, !Self.contains(template.name, name) { return false }
        if let content, !template.definition.texts.contains(where: { Self.contains($0, content) }) { return false }
        if let nameOrContent, !Self.contains(template.name, nameOrContent),
            !template.definition.texts.contains(where: { Self.contains($0, nameOrContent) })
        {
            return false
        }
        return true
    }

    private static func equal(_ one: String, _ other: String) -> Bool { one.lowercased() == other.lowercased() }

    private static func contains(_ text: String, _ part: String) -> Bool {
        part.isEmpty || text.lowercased().contains(part.lowercased())
    }
}

extension TemplateDefinition {
    /// The texts of header, body, footer and buttons, those of the cards too, in their order.
    public var texts: [String] { Self.texts(of: components, depth: 0) }

    private static func texts(of components: [Component], depth: Int) -> [String] {
        components.flatMap { component -> [String] in
            switch component {
            case .header(let header): return header.text.map { [$0] } ?? []
            case .body(let body): return body.text.map { [$0] } ?? []
            case .footer(let footer): return footer.text.map { [$0] } ?? []
            case .buttons(let buttons): return buttons.elements.compactMap(\.text)
            case .limitedTimeOffer(let offer): return [offer.text]
            case .carousel(let carousel):
                // A card holds no carousel; one that does is passed over.
                guard depth == 0 else { return [] }
                return carousel.cards.flatMap { texts(of: $0.components, depth: depth + 1) }
            case .callPermissionRequest, .unrecognized: return []
            }
        }
    }
}
