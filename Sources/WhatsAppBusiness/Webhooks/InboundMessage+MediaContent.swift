extension InboundMessage {
    /// A picture, a film, a recording, a file or a sticker (webhooks reference §3.3).
    ///
    /// Everything is optional: media of old chats may lack even the id. What the id names can be fetched for seven days
    /// (reference §3.3, October 2025).
    public struct MediaContent: Hashable, Sendable {
        /// What to fetch the bytes with.
        public var id: MediaID?
        /// The MIME type, such as `audio/ogg; codecs=opus`.
        public var mimeType: String?
        /// The SHA-256 of the bytes, in Base64.
        public var sha256: String?
        /// A short-lived address of the bytes, which needs the access token.
        public var url: String?
        /// What the customer wrote under a picture, a film or a file.
        public var caption: String?
        /// The name of a file.
        public var filename: String?
        /// Whether a recording is a voice message.
        public var isVoice: Bool
        /// Whether a sticker moves.
        public var isAnimated: Bool

        /// Creates the value.
        public init(
            id: MediaID? = nil, mimeType: String? = nil, sha256: String? = nil, url: String? = nil,
            caption: String? = nil, filename: String? = nil, isVoice: Bool = false, isAnimated: Bool = false
        ) {
            self.id = id
            self.mimeType = mimeType
            self.sha256 = sha256
            self.url = url
            self.caption = caption
            self.filename = filename
            self.isVoice = isVoice
            self.isAnimated = isAnimated
        }

        init(_ node: JSONNode) {
            self.init()
            for member in node.members {
                let value = member.value
                switch member.key {
                case "id": id = value.text.map { MediaID(rawValue: $0) }
                case "mime_type": mimeType = value.text
                case "sha256": sha256 = value.text
                case "url": url = value.text ?? url
                // What was sent by address keeps it in echoes.
                case "link": url = url ?? value.text
                case "caption": caption = value.string
                case "filename": filename = value.string
                case "voice": isVoice = value.bool ?? false
                case "animated": isAnimated = value.bool ?? false
                default: break
                }
            }
        }
    }
}

extension InboundMessage.MediaContent: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "media of type \(mimeType ?? "unknown")" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
