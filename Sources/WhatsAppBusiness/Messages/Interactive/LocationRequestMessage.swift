/// Asks the customer for a place.
///
/// Source: Cloud API reference §2.9, §2.10 ("Location request messages", November 2025).
public struct LocationRequestMessage: PlatformValue {
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String

    /// Creates the message.
    public init(body: String) {
        self.body = body
    }

    package init(reading object: WireObject) {
        object.constant("type", "location_request_message")
        object.refuse("header", "a message of this kind has no header")
        body = InteractiveText.read(object, "body")
        object.refuse("footer", "a message of this kind has no footer")
        object.within("action") { $0.constant("name", "send_location") }
    }

    package var json: JSONValue {
        .members([
            "type": "location_request_message",
            "body": InteractiveText.json(body),
            "action": ["name": "send_location"],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, &check, at: path)
    }
}
