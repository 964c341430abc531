extension TemplateEvent {
    /// Reads what 360dialog tells its partners about a template; `nil` where it does not say what changed.
    ///
    /// The id is the platform's (`external_id`), where there is one. Source: 360dialog reference §5.4 (2026).
    init?(dialog360 data: JSONNode, _ origin: EventOrigin) {
        let node = data.object("template") ?? data
        func word(_ names: StaticString...) -> String? {
            for name in names {
                if let text = node.member(name)?.text ?? data.member(name)?.text { return text.uppercased() }
            }
            return nil
        }
        let change: Change
        if origin.field == "waba_template_category_changed" {
            guard let category = word("new_category", "category") else { return nil }
            change = .category(
                previous: word("previous_category", "old_category").map { .init(rawValue: $0) },
                current: .init(rawValue: category))
        } else {
            guard let state = word("new_status", "status") else { return nil }
            change = .status(
                StatusChange(
                    state: .init(rawValue: state), reason: word("rejected_reason").map { .init(rawValue: $0) },
                    category: word("category").map { .init(rawValue: $0) }))
        }
        self.init(
            templateID: node.read("external_id") ?? node.read("id"), name: node.member("name")?.text,
            language: node.member("language")?.text, change: change, origin: origin)
    }
}
