public import WhatsAppBusiness

extension ChatAPI {
    /// A file that travels inside of the message's own request, as the text of a `data:` URI.
    ///
    /// For small files that have neither an address nor an id: a third of their size is added, and every repetition of the
    /// request carries them again. Larger ones are better uploaded.
    ///
    /// Source: Chat API reference §4.2.
    public struct InlineFile: Sendable {
        /// What a file is shown as.
        public struct Kind: Hashable, Sendable {
            let file: FlatMessage.FileKind

            /// A picture.
            public static let image = Self(file: .image)
            /// A video.
            public static let video = Self(file: .video)
            /// A recording.
            public static let audio = Self(file: .audio)
            /// A document.
            public static let document = Self(file: .document)
        }

        /// The bytes.
        public var bytes: [UInt8]
        /// What the file is shown as.
        public var kind: Kind
        /// The MIME type; voice notes are `audio/ogg`.
        public var mimeType: String
        /// The name with its extension.
        public var filename: String
        /// A text below; not for recordings.
        public var caption: String?
        /// Whether a recording is a voice note (1msg since 2026).
        public var isVoice: Bool

        /// The most bytes of a file: 5 MiB. It is this library's own limit: the service states none.
        public static let maximumBytes = 5 * 1024 * 1024

        /// Creates a file.
        public init(
            _ bytes: [UInt8], as kind: Kind, mimeType: String, filename: String, caption: String? = nil,
            isVoice: Bool = false
        ) {
            self.bytes = bytes
            self.kind = kind
            self.mimeType = mimeType
            self.filename = filename
            self.caption = caption
            self.isVoice = isVoice
        }
    }

    /// Sends a small file inside of the request.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - recipient: to whom.
    ///   - replyTo: the message to quote.
    ///   - options: how the call is made.
    /// - Returns: what the service has taken. `POST sendFile`, Chat API reference §4.2.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func send(
        _ file: InlineFile, to recipient: Recipient, replyingTo replyTo: MessageID? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> SentMessage {
        if options.validates {
            var check = Check()
            check.number(file.bytes.count, at: "body", in: 1...InlineFile.maximumBytes)
            check.required(file.filename, at: "filename")
            check.text(file.caption, at: "caption", maximum: CaptionedMedia.maximumCaptionLength)
            if file.caption != nil, file.kind == .audio {
                check.fail(at: "caption", .notAllowed, "a recording has no caption")
            }
            if file.isVoice, file.kind != .audio || !file.mimeType.lowercased().hasPrefix("audio/ogg") {
                check.fail(at: "voice", .consistency, "a voice note is a recording of the type audio/ogg")
            }
            guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        }
        var flat = FlatMessage(
            "sendFile",
            [
                "filename": .string(file.filename), "mediaType": .string(file.kind.file.rawValue),
                "caption": .text(file.caption), "voice": file.isVoice ? true : nil,
                "quotedMsgId": .text(replyTo?.rawValue),
            ])
        let prefix = try DataURIBody.prefix(mimeType: file.mimeType)
        flat.members["body"] = .string(prefix + Self.base64(file.bytes))
        for member in try RecipientFields(recipient).members.members { flat.members[member.key] = member.value }
        return try await send(flat, options: options)
    }
}

extension ChatAPI.InlineFile: CustomStringConvertible, CustomReflectable {
    /// The type and the size; not the name, which may be personal.
    public var description: String { "file of type \(mimeType), \(bytes.count) bytes" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["file": description]) }
}
