/// A choice in a list.
///
/// Source: Cloud API reference §2.3, §2.10.
public struct ListRow: PlatformValue {
    /// What the answer carries, at most ``maximumIDLength`` characters; unique in a list.
    public var id: String
    /// The first line, at most ``maximumTitleLength`` characters.
    public var title: String
    /// The second line, at most ``maximumDescriptionLength`` characters.
    public var rowDescription: String?

    /// The most characters of ``id``: 200 (Cloud API reference §2.3).
    public static let maximumIDLength = 200
    /// The most characters of ``title``: 24 (Cloud API reference §2.3).
    public static let maximumTitleLength = 24
    /// The most characters of ``rowDescription``: 72 (Cloud API reference §2.3).
    public static let maximumDescriptionLength = 72

    /// Creates a row.
    public init(id: String, title: String, description: String? = nil) {
        self.id = id
        self.title = title
        rowDescription = description
    }

    /// Creates a row.
    public static func row(id: String, title: String, description: String? = nil) -> Self {
        Self(id: id, title: title, description: description)
    }

    package init(reading object: WireObject) {
        self.init(
            id: object.text("id"), title: object.text("title"), description: object.optionalText("description"))
    }

    package var json: JSONValue {
        .members(["id": .string(id), "title": .string(title), "description": .text(rowDescription)])
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(id, at: path + ".id", maximum: Self.maximumIDLength)
        check.text(title, at: path + ".title", maximum: Self.maximumTitleLength)
        if let rowDescription {
            check.length(rowDescription, at: path + ".description", maximum: Self.maximumDescriptionLength)
        }
    }
}
