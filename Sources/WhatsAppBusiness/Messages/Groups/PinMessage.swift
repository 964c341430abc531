/// Pins a message in a group, or takes the pin off.
///
/// Source: Cloud API reference §2.3, §2.12 ("Groups", December 2025).
public struct PinMessage: PlatformValue {
    /// What is done.
    public enum Action: Hashable, Sendable {
        /// The message is pinned for a number of days, within ``PinMessage/daysRange``.
        case pin(days: Int)
        /// The pin is taken off.
        case unpin
    }

    /// The message of the group.
    public var messageID: MessageID
    /// What is done.
    public var action: Action

    /// For how many days a message can be pinned: 1 to 30 (Cloud API reference §2.3).
    public static let daysRange = 1...30

    /// Creates the message.
    public init(messageID: MessageID, action: Action) {
        self.messageID = messageID
        self.action = action
    }

    package init(reading object: WireObject) {
        messageID = MessageID(object.text("message_id"))
        switch object.keyword("type") {
        case "pin": action = .pin(days: object.integer("expiration_days"))
        case "unpin":
            object.refuse("expiration_days", "taking a pin off has no end")
            action = .unpin
        default:
            object.fail("type", .notAllowed, "a pin is set (pin) or taken off (unpin)")
            object.abandon()
            action = .unpin
        }
    }

    package var json: JSONValue {
        switch action {
        case .pin(let days):
            return [
                "type": "pin", "message_id": .string(messageID.rawValue), "expiration_days": .number(JSONNumber(days)),
            ]
        case .unpin: return ["type": "unpin", "message_id": .string(messageID.rawValue)]
        }
    }

    package func check(_ check: inout Check, at path: String) {
        check.required(messageID.rawValue, at: path + ".message_id")
        if case .pin(let days) = action { check.number(days, at: path + ".expiration_days", in: Self.daysRange) }
    }
}
