/// A picture or a video with an optional caption.
///
/// Source: Cloud API reference §2.3, §2.5 ("Image messages", "Video messages", November 2025).
public struct CaptionedMedia: PlatformValue {
    /// The file: JPEG or PNG up to 5 MB, MP4 or 3GP up to 16 MB (Cloud API reference §3.2).
    public var media: MediaReference
    /// The text below it, at most ``maximumCaptionLength`` characters.
    public var caption: String?

    /// The most characters of a caption: 1,024 (Cloud API reference §2.3), for documents too.
    public static let maximumCaptionLength = 1024

    /// Creates a picture or a video.
    public init(media: MediaReference, caption: String? = nil) {
        self.media = media
        self.caption = caption
    }

    package init(reading object: WireObject) {
        self.init(media: MediaReference(reading: object), caption: object.optionalText("caption"))
    }

    package var json: JSONValue { media.json(with: ["caption": .text(caption)]) }

    package func check(_ check: inout Check, at path: String) {
        media.check(&check, at: path)
        if let caption { check.length(caption, at: path + ".caption", maximum: Self.maximumCaptionLength) }
    }
}
