extension InboundMessage.Kind {
    /// Whether messages of this kind hold an array whose elements may be broken while the message is not.
    var hasParts: Bool { self == .contacts || self == .order || self == .edit }
}

extension DeliveryDecoder {
    /// Adds a problem for each broken card or item of a message that arrives nevertheless.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - path: where the message stands in the change.
    ///   - scope: the change.
    ///   - room: how many events there must still be room for.
    /// - Returns: `false` when the limit of events is reached.
    @inline(never)
    mutating func reportParts(
        of message: JSONNode, at path: String, _ scope: borrowing ChangeScope, leaving room: Int = 0
    ) -> Bool {
        var message = message
        var path = path
        var kind = InboundMessage.Kind(rawValue: message.member("type")?.text ?? "")
        if kind == .edit, let edited = message.member("edit")?.member("message") {
            message = edited
            path += ".edit.message"
            kind = InboundMessage.Kind(rawValue: message.member("type")?.text ?? "")
        }
        let parts: JSONNode?
        let name: String
        let reason: String
        switch kind {
        case .contacts:
            (parts, name, reason) = (message.member("contacts"), "contacts", "a card is an object")
        case .order:
            parts = message.member("order")?.member("product_items")
            (name, reason) = ("order.product_items", "an item is an object")
        default: return true
        }
        guard let parts, parts.kind == .array else { return true }
        for (place, part) in parts.elements.enumerated() where part.kind != .object {
            guard events.count &+ problems.count &+ room < limits.maximumEvents else { return false }
            report(
                .wrongType, "\(path).\(name)[\(place)]", reason, part, scope.field, account: scope.businessAccountID)
        }
        return true
    }
}
