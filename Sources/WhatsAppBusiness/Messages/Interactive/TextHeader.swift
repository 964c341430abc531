/// A line of text above an interactive message.
///
/// Source: Cloud API reference §2.3, §2.9.
public struct TextHeader: PlatformValue, ExpressibleByStringLiteral {
    /// The line, at most ``maximumLength`` characters.
    public var text: String
    /// A second line, at most ``maximumLength`` characters. It stands in the platform's specification only.
    public var subText: String?

    /// The most characters of each line: 60 (Cloud API reference §2.3, §2.9).
    public static let maximumLength = 60

    /// Creates a header.
    public init(_ text: String, subText: String? = nil) {
        self.text = text
        self.subText = subText
    }

    /// Takes a line that is written in the program.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    package init(reading object: WireObject) {
        object.constant("type", "text")
        self.init(object.text("text"), subText: object.optionalText("sub_text"))
    }

    package var json: JSONValue {
        .members(["type": "text", "text": .string(text), "sub_text": .text(subText)])
    }

    package func check(_ check: inout Check, at path: String) {
        check.text(text, at: path + ".text", maximum: Self.maximumLength)
        check.text(subText, at: path + ".sub_text", maximum: Self.maximumLength)
    }
}
