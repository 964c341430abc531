/// Where a tap on a template leads.
///
/// Source: Cloud API reference §2.17.
public struct TapTarget: PlatformValue {
    /// The address.
    public var url: String
    /// The title of the address.
    public var title: String

    /// Creates a target.
    public init(url: String, title: String) {
        self.url = url
        self.title = title
    }

    package init(reading object: WireObject) {
        self.init(url: object.text("url"), title: object.text("title"))
    }

    package var json: JSONValue { ["url": .string(url), "title": .string(title)] }

    package func check(_ check: inout Check, at path: String) {
        check.address(url, at: path + ".url")
        check.required(title, at: path + ".title")
    }
}
