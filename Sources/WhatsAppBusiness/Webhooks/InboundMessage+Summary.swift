extension InboundMessage {
    /// One line of plain English for the list of an inbox; see ``Content/summary``.
    public var summary: String { content.summary }
}

extension InboundMessage.Content {
    /// One line of plain English for the list of an inbox: what the customer wrote, or what the message is.
    ///
    /// It is not translated and not shortened, line ends become spaces, and it holds what the customer said: it is for
    /// an inbox, not for a log. Content that cannot be shown says its type, as in `Unsupported message (poll_creation)`.
    public var summary: String {
        switch self {
        case .text(let text): return Self.line(text.body)
        case .image(let image): return Self.line("Photo", image.caption)
        case .video(let video): return Self.line("Video", video.caption)
        case .audio(let audio): return audio.isVoice ? "Voice message" : "Audio"
        case .document(let file):
            return Self.line("Document", Self.joined([file.filename, file.caption], by: " - "))
        case .sticker: return "Sticker"
        case .location(let place):
            return Self.line("Location", place.name ?? place.address ?? "\(place.latitude), \(place.longitude)")
        case .contacts(let cards):
            let names = cards.compactMap { card in
                card.name?.formatted ?? card.name.flatMap { Self.joined([$0.first, $0.last], by: " ") }
            }
            return Self.line(
                cards.count == 1 ? "Contact" : "\(cards.count) contacts",
                names.isEmpty ? nil : names.joined(separator: ", "))
        case .button(let button): return Self.line(button.text ?? button.payload ?? "Button")
        case .buttonReply(let reply): return Self.line(reply.title ?? reply.id)
        case .listReply(let reply): return Self.line(reply.title ?? reply.id)
        case .flowReply(let reply):
            return reply.name == nil || reply.name == "flow" ? "Form answered" : Self.line("Form answered", reply.name)
        case .addressReply(let reply): return Self.line("Address", Self.joined([reply.address, reply.city], by: ", "))
        case .callPermissionReply(let reply):
            switch reply.response {
            case .accept: return "Calls allowed"
            case .reject: return "Calls declined"
            default: return Self.line("Call permission", reply.response.rawValue)
            }
        case .order(let order):
            return order.items.count == 1 ? "Order of 1 item" : "Order of \(order.items.count) items"
        case .reaction(let reaction): return reaction.emoji.map { "Reacted \(Self.line($0))" } ?? "Reaction removed"
        case .system(let notice): return Self.line(notice.body ?? "Notice (\(notice.kind.rawValue))")
        case .requestWelcome: return "Opened the chat"
        case .edit(let edit): return "Edited: \(edit.content.summary)"
        case .revoke: return "Deleted a message"
        case .unsupported(let content): return Self.line("Unsupported message", in: content.type)
        case .mediaPlaceholder: return "Media of an old chat"
        case .unrecognized(let type): return Self.line("Unsupported message", in: type.isEmpty ? nil : type)
        }
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func line(_ kind: String, _ text: String?) -> String {
        guard let text, !text.isEmpty else { return kind }
        return "\(kind): \(line(text))"
    }

    private static func line(_ kind: String, in type: String?) -> String {
        type.map { "\(kind) (\(line($0)))" } ?? kind
    }

    private static func joined(_ texts: [String?], by separator: String) -> String? {
        let texts = texts.compactMap(\.self).filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: separator)
    }
}
