extension TemplateCatalogue {
    /// The templates that are wanted, by name and then by language: those for which ``TemplateQuery/matches(_:)`` holds,
    /// found faster.
    public func templates(matching query: TemplateQuery = .all) -> [Template] {
        let filter = Filter(query)
        return entries.lazy.filter { filter.accepts($0) }.map(\.template)
    }

    /// The templates in which every word stands, in the name or in a text, by name and then by language.
    ///
    /// - Parameters:
    ///   - words: words or parts of words, without regard to case; without any, all templates are found.
    ///   - query: what else must hold.
    public func search(_ words: String, in query: TemplateQuery = .all) -> [Template] {
        let filter = Filter(query)
        let parts = words.split(whereSeparator: \.isWhitespace).map { SearchableText.folded(String($0)) }
        return entries.lazy.filter { entry in
            filter.accepts(entry)
                && parts.allSatisfy { entry.searchable.hasInName($0) || entry.searchable.hasInTexts($0) }
        }.map(\.template)
    }

    /// How many templates stand how, by the platform's words.
    public var counts: [TemplateStatus: Int] {
        entries.reduce(into: [:]) { $0[$1.template.status.folded, default: 0] += 1 }
    }

    /// A query with everything folded once.
    private struct Filter {
        private let status: Set<String>
        private let category: Set<String>
        private let language: Set<String>
        private let quality: Set<TemplateQuality>
        private let name: [UInt8]?
        private let content: [UInt8]?
        private let nameOrContent: [UInt8]?

        init(_ query: TemplateQuery) {
            status = Set(query.status.map(\.folded.rawValue))
            category = Set(query.category.map { $0.rawValue.lowercased() })
            language = Set(query.language.map { $0.rawValue.lowercased() })
            quality = Set(query.quality)
            name = query.name.map(SearchableText.folded)
            content = query.content.map(SearchableText.folded)
            nameOrContent = query.nameOrContent.map(SearchableText.folded)
        }

        func accepts(_ entry: Entry) -> Bool {
            let template = entry.template
            if !status.isEmpty, !status.contains(template.status.folded.rawValue) { return false }
            if !category.isEmpty, !category.contains(template.category.rawValue.lowercased()) { return false }
            if !language.isEmpty, !language.contains(template.language.rawValue.lowercased()) { return false }
            if !quality.isEmpty, !quality.contains(template.quality ?? .unknown) { return false }
            if let name, !entry.searchable.hasInName(name) { return false }
            if let content, !entry.searchable.hasInTexts(content) { return false }
            if let nameOrContent, !entry.searchable.hasInName(nameOrContent),
                !entry.searchable.hasInTexts(nameOrContent)
            {
                return false
            }
            return true
        }
    }
}
