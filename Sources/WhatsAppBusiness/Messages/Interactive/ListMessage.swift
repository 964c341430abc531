/// A question with a list that opens: up to ten rows in sections.
///
/// Source: Cloud API reference §2.3, §2.10 ("Interactive list messages", November 2025).
public struct ListMessage: PlatformValue {
    /// A line above the body; lists take no media.
    public var header: TextHeader?
    /// The question, at most ``maximumBodyLength`` characters.
    public var body: String
    /// A small line below, at most ``InteractiveText/maximumFooterLength`` characters.
    public var footer: String?
    /// What stands on the button that opens the list, at most ``maximumButtonLength`` characters.
    public var button: String
    /// The sections, at most ``maximumSectionCount``, with at most ``maximumRowCount`` rows together.
    public var sections: OneOrMore<ListSection>

    /// The most characters of ``body``: 4,096 (Cloud API reference §0.1, row 5).
    public static let maximumBodyLength = 4096
    /// The most characters of ``button``: 20 (Cloud API reference §2.3).
    public static let maximumButtonLength = InteractiveText.maximumButtonTitleLength
    /// The most sections: 10 (Cloud API reference §2.3).
    public static let maximumSectionCount = 10
    /// The most rows of all sections together: 10 (Cloud API reference §2.3).
    public static let maximumRowCount = 10

    /// Creates a list.
    public init(
        header: TextHeader? = nil, body: String, footer: String? = nil, button: String,
        sections: OneOrMore<ListSection>
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.button = button
        self.sections = sections
    }

    package init(reading object: WireObject) {
        object.constant("type", "list")
        header = object.optionalValue("header")
        body = InteractiveText.read(object, "body")
        footer = InteractiveText.readOptional(object, "footer")
        (button, sections) = object.within("action") { ($0.text("button"), $0.oneOrMore("sections")) }
    }

    package var json: JSONValue {
        .members([
            "type": "list", "header": header?.json, "body": InteractiveText.json(body),
            "footer": InteractiveText.json(footer), "action": ["button": .string(button), "sections": .list(sections)],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        header?.check(&check, at: path + ".header")
        InteractiveText.check(
            body: body, footer: footer, &check, at: path, maximumBody: Self.maximumBodyLength)
        check.text(button, at: path + ".action.button", maximum: Self.maximumButtonLength)
        let sectionsPath = path + ".action.sections"
        check.count(sections.count, at: sectionsPath, maximum: Self.maximumSectionCount)
        var ids: [(id: String, path: String)] = []
        for (index, section) in sections.enumerated() {
            let sectionPath = "\(sectionsPath)[\(index)]"
            if sections.count > 1, section.title?.isEmpty ?? true {
                check.fail(at: sectionPath + ".title", .required, "with several sections each needs a title")
            }
            section.check(&check, at: sectionPath)
            for (row, value) in section.rows.enumerated() { ids.append((value.id, "\(sectionPath).rows[\(row)].id")) }
        }
        if ids.count > Self.maximumRowCount {
            check.fail(
                at: sectionsPath, .maxCount, "a list has at most ten rows in all sections together",
                limit: Self.maximumRowCount, actual: ids.count)
        }
        check.unique(ids.lazy.map(\.id)) { ids[$0].path }
    }
}
