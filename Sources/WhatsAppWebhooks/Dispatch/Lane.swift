import WhatsAppBusiness

/// What must be handled one after the other: everything in one lane. Different lanes go side by side.
enum Lane: Hashable, Sendable {
    /// The messages of one customer on one number.
    case customer(String, PhoneNumberID?)
    /// The statuses of one message.
    case message(MessageID)
    /// The events of one call.
    case call(CallID)
    /// Everything else of one account and kind.
    case other(BusinessAccountID?, String)

    init(_ content: ReceivedItem.Content) {
        guard case .event(let event) = content else {
            self = .other(nil, "problem")
            return
        }
        switch event {
        case .message(let message):
            self = .customer(CustomerKey.keys(of: message).first ?? "", message.receivedOn?.phoneNumberID)
        case .status(let status): self = .message(status.id)
        case .call(let call): self = .call(call.id)
        default: self = .other(event.businessAccountID, Self.kind(of: event))
        }
    }

    private static func kind(of event: WebhookEvent) -> String {
        switch event {
        case .template: return "template"
        case .account: return "account"
        case .group: return "group"
        case .flow: return "flow"
        case .preference, .userID: return "user"
        case .echo, .history, .contactSync: return "app"
        case .handover, .standby: return "routing"
        default: return "other"
        }
    }
}

/// The keys under which a customer is known: number spellings of one person are one key.
enum CustomerKey {
    /// The keys of a message's sender: the stable one first.
    static func keys(of message: InboundMessage) -> [String] {
        var keys: [String] = []
        if let id = message.fromUserID ?? message.contact?.userID { keys.append("user:" + id.rawValue) }
        if let number = message.from { keys.append("number:" + number.matchingKey.rawValue) }
        if let waID = message.contact?.waID {
            let key = "number:" + PhoneNumber(rawValue: waID.rawValue).matchingKey.rawValue
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// The key of a recipient.
    static func key(of recipient: Recipient) -> String? {
        if let number = recipient.phoneNumber { return "number:" + number.matchingKey.rawValue }
        return recipient.userID.map { "user:" + $0.rawValue }
    }
}
