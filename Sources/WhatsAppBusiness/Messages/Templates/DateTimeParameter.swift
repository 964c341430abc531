/// A date in a template's body. The platform shows the text as it is.
///
/// Source: Cloud API reference §2.17.
public struct DateTimeParameter: PlatformValue {
    /// What is shown, such as `May 3, 2026`.
    public var text: String
    /// The parts of the date (`year`, `day_of_month`, …) that older programs send; the platform ignores them.
    public var ignoredParts: JSONObject

    private static let ignored = [
        "day_of_week", "day_of_month", "year", "month", "hour", "minute", "calendar", "timestamp", "component",
    ]

    /// Creates a date.
    public init(_ text: String, ignoredParts: JSONObject = [:]) {
        self.text = text
        self.ignoredParts = ignoredParts
    }

    package init(reading object: WireObject) {
        self.init(object.text("fallback_value"))
        for key in Self.ignored { ignoredParts[key] = object.take(key) }
    }

    package var json: JSONValue {
        var object: JSONObject = ["fallback_value": .string(text)]
        for member in ignoredParts.members { object[member.key] = member.value }
        return .object(object)
    }

    package func check(_ check: inout Check, at path: String) {
        check.required(text, at: path + ".fallback_value")
    }
}
