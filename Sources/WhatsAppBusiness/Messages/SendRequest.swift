/// The body of a send: a message with its recipient, in the platform's JSON.
///
/// Cloud API and 360dialog take it as it is. Programs rarely need it: ``WhatsAppProvider/send(_:to:options:)`` makes it.
///
/// Source: Cloud API reference §2.1.
public struct SendRequest: Hashable, Sendable {
    /// To whom the message goes.
    public var recipient: Recipient
    /// What is said.
    public var message: Message

    /// Creates a request.
    public init(message: Message, to recipient: Recipient) {
        self.recipient = recipient
        self.message = message
    }

    /// Checks recipient and message against the platform's limits, without network.
    /// - Throws: ``ValidationError`` with every violation.
    public func validate() throws(ValidationError) {
        var violations: [ValidationError.Violation] = []
        if let violation = recipient.violation { violations.append(violation) }
        violations += message.violations
        guard violations.isEmpty else { throw ValidationError(violations) }
    }
}

extension SendRequest: Codable {
    private enum CodingKeys: String, CodingKey {
        case messagingProduct = "messaging_product"
        case recipientType = "recipient_type"
        case to, recipient
    }

    /// Reads the platform's JSON; where both `to` and `recipient` are there, `to` counts, as it does on the platform.
    /// - Throws: a `DecodingError` naming the path.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let number = try container.decodeIfPresent(PhoneNumber.self, forKey: .to) {
            recipient = .phoneNumber(number)
        } else {
            recipient = .user(try container.decode(BusinessScopedUserID.self, forKey: .recipient))
        }
        message = try Message(from: decoder)
    }

    /// Writes the platform's JSON; a number goes out with its `+` (Cloud API reference §7.2).
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("whatsapp", forKey: .messagingProduct)
        try container.encode("individual", forKey: .recipientType)
        if let number = recipient.phoneNumber {
            try container.encode(number.e164, forKey: .to)
        } else {
            try container.encodeIfPresent(recipient.userID, forKey: .recipient)
        }
        try message.encode(to: encoder)
    }
}
