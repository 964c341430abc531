/// A kind of media, as messages show it; an open set.
///
/// Source: Cloud API reference §3.2 ("Media", December 2025).
public struct MediaKind: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word, as it stands in the `type` of a message.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A picture.
    public static let image = Self(rawValue: "image")
    /// A video.
    public static let video = Self(rawValue: "video")
    /// A recording or a voice message.
    public static let audio = Self(rawValue: "audio")
    /// A document.
    public static let document = Self(rawValue: "document")
    /// A sticker.
    public static let sticker = Self(rawValue: "sticker")

    /// The most bytes of a file of this kind, where the platform names a limit: 5 MB for images, 16 MB for audio and video,
    /// 100 MB for documents, 500 KB for stickers that move (100 KB for those that do not:
    /// ``maximumStillStickerBytes``).
    ///
    /// The platform does not say whether its MB is a million bytes or 1,048,576: the greater is taken, so that nothing is
    /// refused here that the platform would take.
    public var maximumBytes: Int? {
        switch self {
        case .image: return 5 * Self.megabyte
        case .video, .audio: return 16 * Self.megabyte
        case .document: return 100 * Self.megabyte
        case .sticker: return 500 * Self.kilobyte
        default: return nil
        }
    }

    /// The most bytes of a sticker that does not move: 100 KB.
    public static let maximumStillStickerBytes = 100 * kilobyte
    /// The most bytes of a voice message that plays without being fetched first: 512 KB.
    public static let maximumInstantVoiceBytes = 512 * kilobyte
    /// The most bytes of an inbound file: 100 MB (error 131052 beyond; Cloud API reference §3.1).
    public static let maximumInboundBytes = 100 * megabyte

    private static let kilobyte = 1024
    private static let megabyte = 1024 * 1024
}
