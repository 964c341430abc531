public import WhatsAppBusiness

/// Which templates of the platform's library are wanted; everything that is said must hold.
///
/// Source: Cloud API reference §4.9 ("Template library", December 2025).
public struct LibraryQuery: Hashable, Sendable {
    /// Words to look for.
    public var search: String?
    /// What they are about.
    public var topic: LibraryTopic?
    /// What they are for.
    public var useCase: LibraryUseCase?
    /// For which businesses they are.
    public var industry: LibraryIndustry?
    /// Their language.
    public var language: LanguageCode?
    /// Their category.
    public var category: TemplateCategory?
    /// Their name.
    public var name: String?
    /// How many a page has, where the platform heeds it.
    public var pageSize: Int?

    /// Creates a query; without arguments, for the whole library.
    public init(
        search: String? = nil, topic: LibraryTopic? = nil, useCase: LibraryUseCase? = nil,
        industry: LibraryIndustry? = nil, language: LanguageCode? = nil, category: TemplateCategory? = nil,
        name: String? = nil, pageSize: Int? = nil
    ) {
        self.search = search
        self.topic = topic
        self.useCase = useCase
        self.industry = industry
        self.language = language
        self.category = category
        self.name = name
        self.pageSize = pageSize
    }

    /// The whole library.
    public static let all = Self()

    /// The items of the call's query.
    var items: [(name: String, text: String)] {
        let items: [(name: String, text: String?)] = [
            ("search", search), ("topic", topic?.rawValue), ("usecase", useCase?.rawValue),
            ("industry", industry?.rawValue), ("language", language?.rawValue), ("category", category?.rawValue),
            ("name", name), ("limit", pageSize.map { "\(max(1, $0))" }),
        ]
        return items.compactMap { item in
            item.text.flatMap { $0.isEmpty ? nil : (item.name, $0) }
        }
    }
}
