/// Shows the customer that a message was read, and that an answer is being typed. It is sent where messages are sent.
///
/// Programs rarely need it: a provider's `markAsRead` makes it.
///
/// Source: Cloud API reference §2.13 ("Mark messages as read", "Typing indicators", November 2025).
public struct ReadReceipt: Hashable, Sendable {
    /// An inbound message, at most 30 days old; earlier ones are marked too.
    public var messageID: MessageID
    /// Whether the customer also sees that an answer is being typed, for 25 seconds or until the next message.
    public var showsTypingIndicator: Bool
    /// What was read and cannot be held.
    package var unheld = UnheldMembers()

    /// Creates a receipt.
    public init(messageID: MessageID, showsTypingIndicator: Bool = false) {
        self.messageID = messageID
        self.showsTypingIndicator = showsTypingIndicator
    }

    /// Reads the platform's JSON; what the type cannot hold is reported by ``validate()``.
    public init(json: JSONValue) {
        let log = ReadingLog()
        let root = WireObject(json, at: "", log: log)
        root.constant("messaging_product", "whatsapp")
        root.constant("status", "read")
        messageID = MessageID(root.text("message_id"))
        showsTypingIndicator = root.has("typing_indicator")
        if showsTypingIndicator { root.within("typing_indicator") { $0.constant("type", "text") } }
        unheld.keep(["messaging_product", "status", "message_id"], of: root, log: log)
        if log.violations.contains(where: { $0.path.hasPrefix("typing_indicator") }) {
            unheld.members["typing_indicator"] = root.take("typing_indicator")
        }
        for member in root.rest { unheld.members[member.key] = member.value }
    }

    /// Checks the receipt, without network.
    /// - Throws: ``ValidationError`` with every violation.
    public func validate() throws(ValidationError) {
        var check = Check()
        if !unheld.violations.contains(where: { $0.path == "message_id" }) {
            check.required(messageID.rawValue, at: "message_id")
        }
        let violations = unheld.violations + check.violations
        guard violations.isEmpty else { throw ValidationError(violations) }
    }

    /// The platform's JSON.
    public var json: JSONValue {
        var object: JSONObject = [
            "messaging_product": "whatsapp", "status": "read", "message_id": .string(messageID.rawValue),
        ]
        if showsTypingIndicator { object["typing_indicator"] = ["type": "text"] }
        for member in unheld.members.members { object[member.key] = member.value }
        return .object(object)
    }
}

extension ReadReceipt: Codable {
    /// Reads the platform's JSON.
    /// - Throws: what the decoder throws where there is no JSON value.
    public init(from decoder: any Decoder) throws {
        self.init(json: try JSONValue(from: decoder))
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}
