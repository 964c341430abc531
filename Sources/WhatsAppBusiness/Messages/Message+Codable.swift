extension Message: Codable {
    private static let contextKey = "context"
    private static let callbackDataKey = "biz_opaque_callback_data"
    private static let identityKeyHashKey = "recipient_identity_key_hash"

    /// Reads the platform's JSON; the envelope's other members are left alone.
    ///
    /// What the types cannot hold is no error of reading: it is kept, and ``validate()`` reports it. Spellings that the
    /// platform takes (explicit defaults, `index` as a number, capital letters) go out again as they came.
    /// - Throws: what the decoder throws where there is no JSON value.
    public init(from decoder: any Decoder) throws {
        self.init(json: try JSONValue(from: decoder))
    }

    /// Reads the platform's JSON; the envelope's other members are left alone.
    ///
    /// What the types cannot hold is kept, and ``validate()`` reports it.
    public init(json: JSONValue) {
        self.init(reading: WireObject(json, at: "", log: ReadingLog()))
    }

    /// Reads the members of a message.
    package init(reading root: WireObject) {
        let log = root.log
        var members: JSONObject?
        self.init(content: Content(reading: root, spelling: &members))
        spelling = members.map { Spelling(content: content, members: $0) }
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

    private enum CodingKeys: String, CodingKey {
        case type, text, template, context
        case callbackData = "biz_opaque_callback_data"
        case identityKeyHash = "recipient_identity_key_hash"
        case messageID = "message_id"
    }

    /// Writes the platform's JSON.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch content {
        // Written without a tree: most of what is sent.
        case .text(let text) where spelling == nil:
            try container.encode("text", forKey: .type)
            try container.encode(text, forKey: .text)
        case .template(let template) where spelling == nil:
            try container.encode("template", forKey: .type)
            try container.encode(template, forKey: .template)
        default:
            var container = encoder.container(keyedBy: AnyCodingKey.self)
            for member in contentMembers.members {
                try container.encode(member.value, forKey: AnyCodingKey(member.key))
            }
        }
        if let replyTo {
            var context = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .context)
            try context.encode(replyTo, forKey: .messageID)
        }
        try container.encodeIfPresent(callbackData, forKey: .callbackData)
        try container.encodeIfPresent(identityKeyHash, forKey: .identityKeyHash)
        try unheld.encode(to: encoder)
    }

    /// The platform's JSON, the envelope's other members excepted.
    public var json: JSONValue {
        var object = contentMembers
        if let replyTo { object[Self.contextKey] = ["message_id": .string(replyTo.rawValue)] }
        object[Self.callbackDataKey] = .text(callbackData)
        object[Self.identityKeyHashKey] = .text(identityKeyHash)
        for member in unheld.members.members { object[member.key] = member.value }
        return .object(object)
    }
}
