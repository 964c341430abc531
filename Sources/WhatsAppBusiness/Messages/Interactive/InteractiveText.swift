/// The texts that interactive messages share, with their limits.
///
/// Source: Cloud API reference §2.3, §2.9.
public enum InteractiveText {
    /// The most characters of a body: 1,024; lists have ``ListMessage/maximumBodyLength``.
    public static let maximumBodyLength = 1024
    /// The most characters of a footer: 60.
    public static let maximumFooterLength = 60
    /// The most characters of a button's title: 20.
    public static let maximumButtonTitleLength = 20

    /// Reads `{"text": …}`.
    package static func read(_ object: WireObject, _ key: String) -> String {
        object.within(key) { $0.text("text") }
    }

    /// Reads `{"text": …}` where it may be missing.
    package static func readOptional(_ object: WireObject, _ key: String) -> String? {
        object.has(key) ? read(object, key) : nil
    }

    package static func json(_ text: String?) -> JSONValue? {
        text.map { ["text": .string($0)] }
    }

    package static func check(
        body: String?, footer: String? = nil, _ check: inout Check, at path: String,
        maximumBody: Int = maximumBodyLength
    ) {
        check.text(body, at: path + ".body.text", maximum: maximumBody)
        check.text(footer, at: path + ".footer.text", maximum: maximumFooterLength)
    }
}
