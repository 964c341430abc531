/// A file to upload.
///
/// ```swift
/// let id = try await cloud.uploadMedia(MediaUpload(bytes, mimeType: "image/jpeg", filename: "parcel.jpg"))
/// try await cloud.send(.image(.id(id)), to: customer)
/// ```
///
/// `MediaUpload(file:)` of `WhatsAppFiles` reads a file from the disk piece by piece.
///
/// Source: Cloud API reference §3.1, §3.2 (December 2025).
public struct MediaUpload: Sendable {
    /// The bytes, or a stream of them whose length is known. A stream that cannot be read again is sent once only.
    public var body: HTTPBody
    /// The MIME type, such as `image/jpeg` or `audio/ogg; codecs=opus`.
    public var mimeType: String
    /// The name of the file, with an extension that fits the type.
    public var filename: String
    /// As what the file is to be shown, where that is not what its type says: a picture as a document, for instance.
    public var kind: MediaKind?
    /// Whether it is a voice message: OGG with the OPUS codec and one channel. Up to
    /// ``MediaKind/maximumInstantVoiceBytes`` it plays at once.
    public var isVoice: Bool
    /// How long the file is kept, on numbers without storage only: 60 to 43,200 minutes, one hour by default
    /// (Cloud API reference §3.1, "No storage").
    public var minutesToLive: Int?

    /// Creates an upload.
    ///
    /// - Parameters:
    ///   - body: the bytes, or a stream of them with its length.
    ///   - mimeType: the MIME type.
    ///   - filename: the name with its extension.
    ///   - kind: as what the file is to be shown; `nil` for what its type says.
    ///   - isVoice: whether it is a voice message.
    ///   - minutesToLive: how long it is kept, on numbers without storage.
    public init(
        _ body: HTTPBody, mimeType: String, filename: String, kind: MediaKind? = nil, isVoice: Bool = false,
        minutesToLive: Int? = nil
    ) {
        self.body = body
        self.mimeType = mimeType
        self.filename = filename
        self.kind = kind
        self.isVoice = isVoice
        self.minutesToLive = minutesToLive
    }

    /// Creates an upload of bytes in memory.
    public init(
        _ bytes: [UInt8], mimeType: String, filename: String, kind: MediaKind? = nil, isVoice: Bool = false
    ) {
        self.init(HTTPBody(bytes), mimeType: mimeType, filename: filename, kind: kind, isVoice: isVoice)
    }

    /// A voice message: OGG with the OPUS codec and one channel.
    public static func voice(_ body: HTTPBody, filename: String = "voice.ogg") -> Self {
        Self(body, mimeType: "audio/ogg; codecs=opus", filename: filename, isVoice: true)
    }

    /// As what the file is shown: ``kind``, else what its type says; `nil` for a type that the platform does not take.
    public var effectiveKind: MediaKind? { kind ?? MediaType(mimeType: mimeType)?.kind }
}

extension MediaUpload: CustomStringConvertible, CustomReflectable {
    /// The type and the size; not the name, which may be personal.
    public var description: String { "upload of type \(mimeType), \(body)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["upload": description]) }
}
