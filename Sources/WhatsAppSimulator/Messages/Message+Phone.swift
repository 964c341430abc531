import WhatsAppBusiness

extension Message.Content {
    /// The words that a phone shows, without pictures and buttons.
    var shownText: String {
        switch self {
        case .text(let text): return text.body
        case .image(let media), .video(let media): return media.caption ?? ""
        case .document(let document): return document.caption ?? document.document.filename ?? ""
        case .location(let location): return location.name ?? location.address ?? ""
        case .contacts(let cards): return cards.elements.map(\.name.formattedName).joined(separator: ", ")
        case .reaction(let reaction): return reaction.emoji
        case .buttons(let message): return message.body
        case .list(let message): return message.body
        case .link(let message): return message.body
        case .locationRequest(let message): return message.body
        case .addressRequest(let message): return message.body
        case .contactInformationRequest(let message): return message.body
        case .flow(let message): return message.body
        case .product(let message): return message.body ?? ""
        case .products(let message): return message.body
        case .catalog(let message): return message.body
        case .carousel(let message): return message.body
        case .callPermissionRequest(let message): return message.body ?? ""
        case .voiceCall(let message): return message.body
        case .orderDetails(let message): return message.body
        case .orderStatus(let message): return message.body
        default: return ""
        }
    }

    /// The `interactive` object of a tap on a button or row (webhooks reference §3.3); `nil` where there is none.
    func reply(to id: String) -> JSONValue? {
        switch self {
        case .buttons(let message):
            guard let button = message.buttons.first(where: { $0.id == id }) else { return nil }
            return ["type": "button_reply", "button_reply": ["id": .string(id), "title": .string(button.title)]]
        case .list(let message):
            guard let row = message.sections.lazy.flatMap(\.rows).first(where: { $0.id == id }) else { return nil }
            var reply: [(String, JSONValue)] = [("id", .string(id)), ("title", .string(row.title))]
            if let description = row.rowDescription { reply.append(("description", .string(description))) }
            return ["type": "list_reply", "list_reply": .members(reply)]
        default: return nil
        }
    }
}
