import WhatsAppBusiness

extension SimulatedPlatform {
    /// `POST /{phone-number-id}/messages`: a send, or a read mark.
    func postMessages(_ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
        if let status = body["status"] { return try markAsRead(status: status, body) }
        return try .json(accept(body).graphJSON)
    }

    /// `POST /{phone-number-id}/marketing_messages`: a marketing template (Cloud API reference §2.15).
    func postMarketingMessages(_ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        guard body["messaging_product"]?.string == "whatsapp" else { throw .noMessagingProduct }
        return try .json(accept(body, marketing: true).graphJSON)
    }

    private func markAsRead(status: JSONValue, _ body: JSONValue) throws(PlatformFault) -> SimulatedReply {
        guard status.string == "read" else { throw .invalid("status", "only read is known") }
        guard let id = body["message_id"]?.string else { throw .missing("message_id") }
        let indicator = body["typing_indicator"]
        if let indicator, indicator["type"]?.string != "text" {
            throw .invalid("typing_indicator.type", "only text is known")
        }
        try markAsRead(MessageID(id), showsTyping: indicator != nil)
        return .done
    }
}

extension AcceptedMessage {
    /// The answer to a send (Cloud API reference §2.2).
    var graphJSON: JSONValue {
        var contact: [(String, JSONValue)] = [("input", .string(input))]
        if let groupID {
            contact.append(("wa_id", .string(groupID)))
        } else if isToUserID {
            contact.append(("user_id", .string(recipient.userID.rawValue)))
        } else {
            contact.append(("wa_id", .string(recipient.number.digits)))
        }
        var message: [(String, JSONValue)] = [("id", .string(id.rawValue))]
        if template != nil { message.append(("message_status", "accepted")) }
        if let groupID { message.append(("group_id", .string(groupID))) }
        return [
            "messaging_product": "whatsapp", "contacts": [.members(contact)], "messages": [.members(message)],
        ]
    }
}

extension PlatformFault {
    static let noMessagingProduct = Self(code: 100, message: "The parameter messaging_product is required.")
    static let missingName = Self(code: 100, message: "The parameter name is required.")
}
