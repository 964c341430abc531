/// Asks the customer to share the phone number.
///
/// Source: Cloud API reference §2.9, §2.10.
public struct ContactInformationRequestMessage: PlatformValue {
    /// What is said, at most ``InteractiveText/maximumBodyLength`` characters.
    public var body: String

    /// Creates the message.
    public init(body: String) {
        self.body = body
    }

    package init(reading object: WireObject) {
        object.constant("type", "request_contact_info")
        object.refuse("header", "a message of this kind has no header")
        body = InteractiveText.read(object, "body")
        object.refuse("footer", "a message of this kind has no footer")
        object.within("action") { $0.constant("name", "request_contact_info") }
    }

    package var json: JSONValue {
        .members([
            "type": "request_contact_info",
            "body": InteractiveText.json(body),
            "action": ["name": "request_contact_info"],
        ])
    }

    package func check(_ check: inout Check, at path: String) {
        InteractiveText.check(body: body, &check, at: path)
    }
}
