/// The bytes of a media object, checked against what the platform says of them.
public struct DownloadedMedia: Hashable, Sendable {
    /// What the platform says of the object.
    public var object: MediaObject
    /// The bytes.
    public var bytes: [UInt8]

    /// Creates a value.
    public init(_ object: MediaObject, bytes: [UInt8]) {
        self.object = object
        self.bytes = bytes
    }

    /// The MIME type, such as `image/jpeg`.
    public var mimeType: String? { object.mimeType }
}

extension DownloadedMedia: CustomStringConvertible, CustomReflectable {
    /// The type and the size.
    public var description: String { "\(object.mimeType ?? "media"), \(bytes.count) bytes" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["media": description]) }
}
