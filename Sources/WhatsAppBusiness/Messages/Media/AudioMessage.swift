/// A recording, or a voice message.
///
/// Source: Cloud API reference §2.5 ("Audio messages", November 2025).
public struct AudioMessage: PlatformValue {
    /// The file, up to 16 MB; for a voice message OGG with the OPUS codec and one channel.
    public var media: MediaReference
    /// Whether it is shown as a voice message, with the sender's picture and a wave. Up to 512 KB it plays at once.
    public var isVoice: Bool

    /// Creates a recording or a voice message.
    public init(media: MediaReference, isVoice: Bool = false) {
        self.media = media
        self.isVoice = isVoice
    }

    package init(reading object: WireObject) {
        self.init(media: MediaReference(reading: object), isVoice: object.flag("voice") ?? false)
    }

    package var json: JSONValue { media.json(with: ["voice": isVoice ? true : nil]) }

    package func check(_ check: inout Check, at path: String) {
        media.check(&check, at: path)
    }
}
