extension ChatMessageRow {
    /// The kind in the platform's words, where there is one.
    var kind: InboundMessage.Kind {
        switch type {
        case "chat": return .text
        case "ptt", "voice": return .audio
        case "vcard", "multi_vcard", "contact": return .contacts
        case "buttons_response": return .button
        default: return InboundMessage.Kind(rawValue: type)
        }
    }

    /// What the customer said. What has another form than expected is unrecognized, and kept as its JSON.
    func content(buffer: [UInt8]) -> InboundMessage.Content {
        let unrecognized = InboundMessage.Content.unrecognized(type: type)
        switch type {
        case "chat", "text":
            return body?.string.map { .text(InboundMessage.TextContent(body: $0)) } ?? unrecognized
        case "image": return media.map { .image($0) } ?? unrecognized
        case "video": return media.map { .video($0) } ?? unrecognized
        case "audio": return media.map { .audio($0) } ?? unrecognized
        case "ptt", "voice":
            guard var media else { return unrecognized }
            media.isVoice = true
            return .audio(media)
        case "document": return document.map { .document($0) } ?? unrecognized
        case "sticker": return media.map { .sticker($0) } ?? unrecognized
        case "location": return location.map { .location($0) } ?? unrecognized
        case "vcard", "multi_vcard", "contact", "contacts": return cards.map { .contacts($0) } ?? unrecognized
        case "button", "buttons_response": return tap.map { .button($0) } ?? unrecognized
        case "interactive": return interactive(buffer: buffer) ?? tap.map { .button($0) } ?? unrecognized
        case "reaction": return reaction.map { .reaction($0) } ?? unrecognized
        case "request_welcome": return .requestWelcome
        case "call_permission_reply":
            let reply = detail("call_permission_reply").flatMap { try? InboundMessage.CallPermissionReply($0) }
            return reply.map { .callPermissionReply($0) } ?? unrecognized
        case "order":
            let order = (detail("order") ?? metadata).flatMap { try? InboundMessage.OrderContent($0) }
            return order.map { .order($0) } ?? unrecognized
        default: return unrecognized
        }
    }

    private var metadata: JSONNode? {
        for name: StaticString in ["metadata", "meta"] {
            if let node = node.member(name), node.kind == .object { return node }
        }
        return nil
    }

    /// An object that may stand beside the body, in its metadata, or in the body itself: no source says where.
    private func detail(_ name: StaticString) -> JSONNode? {
        for place in [node, metadata, body, metadata?.member("interactive"), node.member("interactive")] {
            if let found = place?.member(name), found.kind == .object { return found }
        }
        return nil
    }

    private var caption: String? { node.member("caption")?.text }

    private var media: InboundMessage.MediaContent? {
        guard let url = body?.text else { return nil }
        return InboundMessage.MediaContent(
            id: metadata?.member("mediaId")?.text.map { MediaID(rawValue: $0) },
            mimeType: metadata?.member("mimetype")?.text ?? metadata?.member("mime_type")?.text, url: url,
            caption: caption)
    }

    /// A document whose caption is the name of a file has no other (reference §9.1).
    private var document: InboundMessage.MediaContent? {
        guard var media else { return nil }
        media.filename =
            node.member("filename")?.text ?? metadata?.member("filename")?.text
            ?? caption.flatMap { Self.isFilename($0) ? $0 : nil }
        return media
    }

    private static func isFilename(_ text: String) -> Bool {
        guard text.utf8.count <= 255, !text.contains("\n"), let point = text.lastIndex(of: "."),
            point != text.startIndex
        else { return false }
        let ending = text[text.index(after: point)...].utf8
        return (1...5).contains(ending.count)
            && ending.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }

    private var tap: InboundMessage.TemplateButton? {
        guard let label = body?.text else { return nil }
        return InboundMessage.TemplateButton(
            payload: detail("button")?.member("payload")?.text ?? metadata?.member("payload")?.text, text: label)
    }

    /// The row or button with its id, where the delivery holds the platform's own object.
    private func interactive(buffer: [UInt8]) -> InboundMessage.Content? {
        if let reply = detail("button_reply") {
            return (try? InboundMessage.ButtonReply(reply)).map { .buttonReply($0) }
        }
        if let reply = detail("list_reply") {
            return (try? InboundMessage.ListReply(reply)).map { .listReply($0) }
        }
        if let reply = detail("nfm_reply") { return .flowReply(InboundMessage.FlowReply(reply, buffer: buffer)) }
        return nil
    }

    private var reaction: InboundMessage.ReactionContent? {
        let target = node.member("quotedMsgId")?.text ?? detail("reaction")?.member("message_id")?.text
        guard let target else { return nil }
        return InboundMessage.ReactionContent(
            messageID: MessageID(rawValue: target), emoji: body?.text ?? detail("reaction")?.member("emoji")?.text)
    }

    /// Degrees, north first; the other way round where only that is possible.
    private var location: InboundMessage.LocationContent? {
        guard let text = body?.string, text.utf8.count <= 256 else { return nil }
        let separator: Character = text.contains(";") ? ";" : ","
        let parts = text.split(separator: separator).map { String($0).trimmingASCIIWhitespace() }
        guard parts.count == 2, let first = JSONNumber(parts[0])?.double, let second = JSONNumber(parts[1])?.double
        else { return nil }
        let isSwapped = abs(first) > 90
        let latitude = isSwapped ? second : first
        let longitude = isSwapped ? first : second
        guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        return InboundMessage.LocationContent(
            latitude: latitude, longitude: longitude, name: caption ?? metadata?.member("name")?.text,
            address: metadata?.member("address")?.text)
    }

    private var cards: [InboundMessage.ContactCard]? {
        if let node = node.member("contacts") ?? metadata?.member("contacts"), node.kind == .array {
            let cards = node.objects.map { InboundMessage.ContactCard($0) }
            if !cards.isEmpty { return cards }
        }
        var cards: [InboundMessage.ContactCard] = []
        for text in [body?.string] + (body?.elements.map { $0.string } ?? []) {
            cards += VCard.read(text ?? "").map { InboundMessage.ContactCard($0) }
        }
        return cards.isEmpty ? nil : cards
    }
}
