/// A button that answers with its title. Sending knows no other: buttons with numbers or addresses belong to templates,
/// and an address has ``LinkButtonMessage``.
///
/// Source: Cloud API reference §2.3, §2.10 ("Interactive reply buttons messages", November 2025).
public struct ReplyButton: PlatformValue {
    /// What the answer carries, at most ``maximumIDLength`` characters, without spaces at its ends; unique in a message.
    public var id: String
    /// What stands on the button, at most ``maximumTitleLength`` characters; unique in a message.
    public var title: String

    /// The most characters of ``id``: 256 (Cloud API reference §2.3).
    public static let maximumIDLength = 256
    /// The most characters of ``title``: 20 (Cloud API reference §2.3).
    public static let maximumTitleLength = InteractiveText.maximumButtonTitleLength

    /// Creates a button.
    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    /// Creates a button.
    public static func reply(id: String, title: String) -> Self {
        Self(id: id, title: title)
    }

    package init(reading object: WireObject) {
        let type = object.keyword("type")
        guard object.isAbsent || type == "reply" else {
            object.fail("type", .notAllowed, "a button of a message is a reply; other kinds belong to templates")
            object.abandon()
            self.init(id: "", title: "")
            return
        }
        self = object.within("reply") { Self(id: $0.text("id"), title: $0.text("title")) }
    }

    package var json: JSONValue {
        ["type": "reply", "reply": ["id": .string(id), "title": .string(title)]]
    }

    package func check(_ check: inout Check, at path: String) {
        self.check(&check, at: path, member: "reply")
    }

    func check(_ check: inout Check, at path: String, member: String) {
        check.text(title, at: "\(path).\(member).title", maximum: Self.maximumTitleLength)
        check.text(id, at: "\(path).\(member).id", maximum: Self.maximumIDLength)
        if id.unicodeScalars.first?.properties.isWhitespace == true
            || id.unicodeScalars.last?.properties.isWhitespace == true
        {
            check.fail(at: "\(path).\(member).id", .characters, "an id has no spaces at its ends")
        }
    }
}
