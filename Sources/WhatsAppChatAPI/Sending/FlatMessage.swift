package import WhatsAppBusiness

/// A message as the service takes it: one method for each kind, with flat members.
///
/// Source: Chat API reference §4, §5.1.
package struct FlatMessage: Hashable, Sendable {
    /// The name of the method.
    package var method: String
    /// The members of its body.
    package var members: JSONObject
    /// The template whose namespace has still to be looked up.
    package var templateInNeed: TemplateMessage?

    init(_ method: String, _ members: KeyValuePairs<String, JSONValue?>) {
        self.method = method
        self.members = JSONObject(
            members.compactMap { member in
                member.value.map { JSONObject.Member(key: member.key, value: $0) }
            })
    }

    /// Maps a message, without network.
    ///
    /// - Parameters:
    ///   - message: what is said.
    ///   - recipient: to whom.
    /// - Throws: `unsupported` for what the service cannot express, `invalid` for what it cannot take.
    package init(_ message: Message, to recipient: Recipient) throws(WhatsAppError) {
        if message.callbackData != nil { throw .unsupported(.callbackData, by: .chatAPI) }
        if message.identityKeyHash != nil { throw .unsupported(.sendIdentityCheck, by: .chatAPI) }
        guard message.unheld.members.members.isEmpty else {
            throw .invalid(at: "message", .unsupported, "the message holds members that have no place here")
        }
        self = try Self.make(message.content)
        for member in try RecipientFields(recipient).members.members { members[member.key] = member.value }
        if let quoted = message.replyTo {
            guard members["quotedMsgId"] == nil else {
                throw .invalid(at: "context", .notAllowed, "a reaction names its message itself and quotes none")
            }
            members["quotedMsgId"] = .string(quoted.rawValue)
        }
    }

    private static func make(_ content: Message.Content) throws(WhatsAppError) -> Self {
        switch content {
        case .text(let text):
            if text.previewURL { throw .unsupported(.sendLinkPreview, by: .chatAPI) }
            return Self("sendMessage", ["body": .string(text.body)])
        case .template(let template): return Self.template(template)
        case .image(let media): return try file(media.media, .image, caption: media.caption)
        case .video(let media): return try file(media.media, .video, caption: media.caption)
        case .audio(let audio): return try file(audio.media, .audio, isVoice: audio.isVoice)
        case .document(let message):
            return try file(
                message.document.media, .document, filename: message.document.filename, caption: message.caption)
        case .sticker(let media):
            return Self("sendSticker", ["mediaId": .text(media.id?.rawValue), "link": .text(media.link)])
        case .location(let place):
            // Texts, unlike those of the phone-based product (reference §4.5).
            return Self(
                "sendLocation",
                [
                    "lat": .string(place.latitude.text), "lng": .string(place.longitude.text),
                    "name": .text(place.name), "address": .text(place.address),
                ])
        case .contacts(let cards): return Self("sendContact", ["contacts": .list(cards)])
        case .reaction(let reaction):
            return Self(
                "sendReaction",
                ["body": .string(reaction.emoji), "quotedMsgId": .string(reaction.messageID.rawValue)])
        case .unmodelled:
            throw .invalid(at: "type", .unsupported, "this version knows no way to send messages of this type")
        default: return try interactive(content)
        }
    }
}
