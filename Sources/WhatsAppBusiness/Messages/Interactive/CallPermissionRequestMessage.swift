/// Asks the customer whether the business may call: once in 24 hours and twice in 7 days for each customer.
///
/// Source: Cloud API reference §2.9, §2.10 ("User call permissions", December 2025).
public struct CallPermissionRequestMessage: PlatformValue {
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String?

    /// Creates the message.
    public init(body: String? = nil) {
        self.body = body
    }

    package init(reading object: WireObject) {
        object.constant("type", "call_permission_request")
        object.refuse("header", "a message of this kind has no header")
        body = InteractiveText.readOptional(object, "body")
        object.refuse("footer", "a message of this kind has no footer")
        object.within("action") { $0.constant("name", "call_permission_request") }
    }

    package var json: JSONValue {
        .members([
            "type": "call_permission_request",
            "body": InteractiveText.json(body),
            "action": ["name": "call_permission_request"],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, &check, at: path)
    }
}
