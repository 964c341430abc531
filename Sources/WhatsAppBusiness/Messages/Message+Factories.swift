extension Message {
    /// Free-form text.
    /// - Parameters:
    ///   - body: 1 to 4,096 characters.
    ///   - previewURL: whether the first address in the text is shown with a preview.
    ///   - replyingTo: the message to quote.
    public static func text(_ body: String, previewURL: Bool = false, replyingTo: MessageID? = nil) -> Self {
        Self(content: .text(TextMessage(body: body, previewURL: previewURL)), replyTo: replyingTo)
    }

    /// A picture, with a caption of at most 1,024 characters.
    public static func image(_ media: MediaReference, caption: String? = nil, replyingTo: MessageID? = nil) -> Self {
        Self(content: .image(CaptionedMedia(media: media, caption: caption)), replyTo: replyingTo)
    }

    /// A video, with a caption of at most 1,024 characters.
    public static func video(_ media: MediaReference, caption: String? = nil, replyingTo: MessageID? = nil) -> Self {
        Self(content: .video(CaptionedMedia(media: media, caption: caption)), replyTo: replyingTo)
    }

    /// A recording.
    public static func audio(_ media: MediaReference, replyingTo: MessageID? = nil) -> Self {
        Self(content: .audio(AudioMessage(media: media)), replyTo: replyingTo)
    }

    /// A voice message: OGG with the OPUS codec and one channel.
    public static func voice(_ media: MediaReference, replyingTo: MessageID? = nil) -> Self {
        Self(content: .audio(AudioMessage(media: media, isVoice: true)), replyTo: replyingTo)
    }

    /// A document, with a caption of at most 1,024 characters: `.document(.id("137", filename: "invoice.pdf"))`.
    public static func document(
        _ document: DocumentReference, caption: String? = nil, replyingTo: MessageID? = nil
    ) -> Self {
        Self(content: .document(DocumentMessage(document: document, caption: caption)), replyTo: replyingTo)
    }

    /// A sticker: WebP.
    public static func sticker(_ media: MediaReference, replyingTo: MessageID? = nil) -> Self {
        Self(content: .sticker(media), replyTo: replyingTo)
    }

    /// A place.
    /// - Parameters:
    ///   - latitude: degrees north of the equator.
    ///   - longitude: degrees east of Greenwich.
    ///   - name: the place's name.
    ///   - address: the place's address; shown with a name only.
    ///   - replyingTo: the message to quote.
    public static func location(
        latitude: Degrees, longitude: Degrees, name: String? = nil, address: String? = nil, replyingTo: MessageID? = nil
    ) -> Self {
        let location = LocationMessage(latitude: latitude, longitude: longitude, name: name, address: address)
        return Self(content: .location(location), replyTo: replyingTo)
    }

    /// Contact cards, at most 257.
    public static func contacts(_ cards: OneOrMore<Contact>, replyingTo: MessageID? = nil) -> Self {
        Self(content: .contacts(cards), replyTo: replyingTo)
    }

    /// An emoji on a message of the chat.
    public static func reaction(_ emoji: String, to message: MessageID) -> Self {
        Self(content: .reaction(ReactionMessage(messageID: message, emoji: emoji)))
    }

    /// Takes the reaction to a message away.
    public static func removeReaction(from message: MessageID) -> Self {
        Self(content: .reaction(ReactionMessage(messageID: message, emoji: "")))
    }

    /// A template with texts for its body's placeholders, in order.
    /// - Parameters:
    ///   - name: the template's name.
    ///   - language: the language of the approved template, such as `en_US`.
    ///   - body: the texts for `{{1}}`, `{{2}}`, … of the body; none for a template without placeholders.
    public static func template(_ name: String, language: LanguageCode, body: [String] = []) -> Self {
        let parameters = body.map { TemplateParameter.text($0) }
        return .template(
            TemplateMessage(name: name, language: language, components: parameters.isEmpty ? [] : [.body(parameters)]))
    }

    /// A template with any components.
    public static func template(_ template: TemplateMessage) -> Self {
        Self(content: .template(template))
    }

    /// Pins a message in a group.
    /// - Parameters:
    ///   - message: the message.
    ///   - days: for how many days, 1 to 30.
    public static func pin(_ message: MessageID, days: Int) -> Self {
        Self(content: .pin(PinMessage(messageID: message, action: .pin(days: days))))
    }

    /// Takes the pin off a message of a group.
    public static func unpin(_ message: MessageID) -> Self {
        Self(content: .pin(PinMessage(messageID: message, action: .unpin)))
    }
}
