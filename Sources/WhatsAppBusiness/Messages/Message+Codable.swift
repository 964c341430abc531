extension Message: Codable {
    private static let contextKey = "context"
    private static let callbackDataKey = "biz_opaque_callback_data"
    private static let identityKeyHashKey = "recipient_identity_key_hash"

    /// Reads the platform's JSON; the envelope's other members are left alone.
    ///
    /// What the types cannot hold is no error of reading: it is kept, and ``validate()`` reports it.
    /// - Throws: what the decoder throws where there is no JSON value.
    public init(from decoder: any Decoder) throws {
        let log = ReadingLog()
        self.init(reading: WireObject(try JSONValue(from: decoder), at: "", log: log), log: log)
    }

    /// Reads the members of a message; the log is that of the object.
    package init(reading root: WireObject, log: ReadingLog) {
        self.init(content: Content(reading: root))
        if let context = root.optionalChild(Self.contextKey) {
            let id = context.text("message_id")
            context.finish()
            replyTo = MessageID(id)
        }
        callbackData = root.optionalText(Self.callbackDataKey)
        identityKeyHash = root.optionalText(Self.identityKeyHashKey)
        guard !log.violations.isEmpty else { return }
        // What could not be read as a whole goes out as it came.
        for key in [Self.contextKey, Self.callbackDataKey, Self.identityKeyHashKey] {
            let violations = log.violations.filter { $0.path == key || $0.path.hasPrefix(key + ".") }
            guard !violations.isEmpty, let value = root.take(key) else { continue }
            unheld.members[key] = value
            unheld.violations += violations
            switch key {
            case Self.contextKey: replyTo = nil
            case Self.callbackDataKey: callbackData = nil
            default: identityKeyHash = nil
            }
        }
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyCodingKey.self)
        switch content {
        case .text(let text):
            try container.encode("text", forKey: AnyCodingKey("type"))
            try container.encode(text, forKey: AnyCodingKey("text"))
        default:
            for member in content.members.members {
                try container.encode(member.value, forKey: AnyCodingKey(member.key))
            }
        }
        if let replyTo {
            var context = container.nestedContainer(keyedBy: AnyCodingKey.self, forKey: AnyCodingKey(Self.contextKey))
            try context.encode(replyTo, forKey: AnyCodingKey("message_id"))
        }
        try container.encodeIfPresent(callbackData, forKey: AnyCodingKey(Self.callbackDataKey))
        try container.encodeIfPresent(identityKeyHash, forKey: AnyCodingKey(Self.identityKeyHashKey))
        try unheld.encode(to: encoder)
    }

    /// The platform's JSON, the envelope's other members excepted.
    public var json: JSONValue {
        var object = content.members
        if let replyTo { object[Self.contextKey] = ["message_id": .string(replyTo.rawValue)] }
        object[Self.callbackDataKey] = .text(callbackData)
        object[Self.identityKeyHashKey] = .text(identityKeyHash)
        for member in unheld.members.members { object[member.key] = member.value }
        return .object(object)
    }
}
