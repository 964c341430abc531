/// A media object on the platform: what its bytes are, and where they are for a while.
///
/// Source: Cloud API reference §3.1 (December 2025).
public struct MediaObject: Hashable, Sendable {
    /// The id.
    public var id: MediaID
    /// Where the bytes are: an address that lives five minutes and needs the access token. It is not to be kept.
    public var url: String
    /// The MIME type, such as `image/jpeg`.
    public var mimeType: String?
    /// The SHA-256 of the bytes, as the platform spells it: in hexadecimal.
    public var sha256: String?
    /// The number of bytes.
    public var fileSize: Int?

    /// Creates a value.
    public init(id: MediaID, url: String, mimeType: String? = nil, sha256: String? = nil, fileSize: Int? = nil) {
        self.id = id
        self.url = url
        self.mimeType = mimeType
        self.sha256 = sha256
        self.fileSize = fileSize
    }
}

extension MediaObject: CustomStringConvertible, CustomReflectable {
    /// The type and the size: with the address and a token anybody could fetch the bytes.
    public var description: String {
        "media of type \(mimeType ?? "unknown")" + (fileSize.map { ", \($0) bytes" } ?? "")
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["media": description]) }
}
