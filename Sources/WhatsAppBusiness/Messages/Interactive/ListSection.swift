/// A part of a list, with its rows.
///
/// Source: Cloud API reference §2.3, §2.10.
public struct ListSection: PlatformValue {
    /// The heading, at most ``maximumTitleLength`` characters; needed where a list has several sections.
    public var title: String?
    /// The rows.
    public var rows: OneOrMore<ListRow>

    /// The most characters of ``title``: 24 (Cloud API reference §2.3).
    public static let maximumTitleLength = 24

    /// Creates a section.
    public init(title: String? = nil, rows: OneOrMore<ListRow>) {
        self.title = title
        self.rows = rows
    }

    package init(reading object: WireObject) {
        self.init(title: object.optionalText("title"), rows: object.oneOrMore("rows"))
    }

    package var json: JSONValue {
        .members(["title": .text(title), "rows": .list(rows)])
    }

    package func check(_ check: inout Check, at path: String) {
        if let title { check.length(title, at: path + ".title", maximum: Self.maximumTitleLength) }
        for (index, row) in rows.enumerated() { row.check(&check, at: "\(path).rows[\(index)]") }
    }
}
