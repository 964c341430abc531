extension SendRequest: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case messagingProduct = "messaging_product"
        case recipientType = "recipient_type"
        case to, recipient
        case productPolicy = "product_policy"
        case messageActivitySharing = "message_activity_sharing"
    }

    /// Reads the platform's JSON.
    /// - Throws: ``JSONError`` when the bytes are not JSON; everything else is a violation that ``validate()`` reports.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        self.init(json: try JSONValue(parsing: bytes))
    }

    /// Reads the platform's JSON; where both `to` and `recipient` are there, `to` counts, as it does on the platform.
    /// - Throws: what the decoder throws where there is no JSON value.
    public init(from decoder: any Decoder) throws {
        self.init(json: try JSONValue(from: decoder))
    }

    /// Reads the platform's JSON; what the types cannot hold is reported by ``validate()``.
    public init(json: JSONValue) {
        let log = ReadingLog()
        let root = WireObject(json, at: "", log: log)
        root.constant("messaging_product", "whatsapp")
        let isGroup: Bool
        switch root.optionalText("recipient_type") {
        case nil, "individual": isGroup = false
        case "group": isGroup = true
        default:
            root.fail("recipient_type", .notAllowed, "a message goes to an individual or to a group")
            isGroup = false
        }
        if root.has("to") || !root.has("recipient") {
            let text = root.optionalText("to")
            switch text {
            case let text? where isGroup: recipient = .group(GroupID(text))
            case let text?: recipient = .phoneNumber(PhoneNumber(rawValue: text))
            case nil: recipient = .missing
            }
        } else {
            recipient = .user(BusinessScopedUserID(root.text("recipient")))
            if isGroup { root.fail("recipient_type", .notAllowed, "a group is named by to") }
        }
        if root.has("product_policy") || root.has("message_activity_sharing") {
            marketing = MarketingOptions(
                productPolicy: root.optionalText("product_policy").map { .init(rawValue: $0) },
                sharesActivity: root.flag("message_activity_sharing"))
        }
        var unheld = UnheldMembers()
        unheld.keep(CodingKeys.allCases.map(\.rawValue), of: root, log: log)
        message = Message(reading: root)
        for member in root.rest { unheld.members[member.key] = member.value }
        self.unheld = unheld
    }

    /// Writes the platform's JSON; a number goes out with its `+` (Cloud API reference §7.2).
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("whatsapp", forKey: .messagingProduct)
        try container.encode(recipient.groupID == nil ? "individual" : "group", forKey: .recipientType)
        if let number = recipient.phoneNumber {
            try container.encode(Self.spelling(number), forKey: .to)
        } else if let group = recipient.groupID {
            try container.encode(group, forKey: .to)
        } else {
            try container.encodeIfPresent(recipient.userID, forKey: .recipient)
        }
        try message.encode(to: encoder)
        try container.encodeIfPresent(marketing?.productPolicy, forKey: .productPolicy)
        try container.encodeIfPresent(marketing?.sharesActivity, forKey: .messageActivitySharing)
        try unheld.encode(to: encoder)
    }

    /// The platform's JSON, in the order of the platform's own examples.
    public var json: JSONValue {
        var object: JSONObject = [
            "messaging_product": "whatsapp", "recipient_type": recipient.groupID == nil ? "individual" : "group",
        ]
        object["to"] = .text(recipient.phoneNumber.map(Self.spelling) ?? recipient.groupID?.rawValue)
        object["recipient"] = .text(recipient.userID?.rawValue)
        for member in message.json.object?.members ?? [] { object[member.key] = member.value }
        object["product_policy"] = .text(marketing?.productPolicy?.rawValue)
        object["message_activity_sharing"] = marketing?.sharesActivity.map { .bool($0) }
        for member in unheld.members.members { object[member.key] = member.value }
        return .object(object)
    }

    /// The number with its `+`; what is no number stays what it is.
    private static func spelling(_ number: PhoneNumber) -> String {
        number.violation(at: "to") == nil ? number.e164 : number.rawValue
    }
}
