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

    /// What the phone shows of a message that is no template.
    var shown: ShownMessage {
        var shown = ShownMessage(body: shownText)
        switch self {
        case .buttons(let message):
            shown.footer = message.footer
            shown.buttons = message.buttons.map {
                .init(kind: "QUICK_REPLY", text: $0.title, payload: $0.id)
            }
        case .list(let message):
            shown.footer = message.footer
            shown.buttons = message.sections.flatMap(\.rows).map {
                .init(kind: "QUICK_REPLY", text: $0.title, payload: $0.id)
            }
        case .link(let message):
            shown.footer = message.footer
            shown.buttons = [.init(kind: "URL", text: message.button.title, url: message.button.url)]
        default: break
        }
        return shown
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

extension CustomerMessage {
    /// The members of the message that a tap sends: of a button or row by its id, of a template's quick reply by its
    /// payload (webhooks reference §3.3).
    func reply(to id: String) -> [(String, JSONValue)]? {
        guard template != nil else {
            return message.content.reply(to: id).map { [("type", "interactive"), ("interactive", $0)] }
        }
        let button = (shown.buttons + shown.cards.flatMap(\.buttons)).first {
            $0.kind == "QUICK_REPLY" && $0.payload == id
        }
        return button.map {
            [("type", "button"), ("button", ["payload": .string(id), "text": .string($0.text)])]
        }
    }
}
