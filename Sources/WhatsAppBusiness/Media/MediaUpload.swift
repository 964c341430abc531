/// A file to upload.
///
/// ```swift
/// let id = try await cloud.uploadMedia(MediaUpload(bytes, mimeType: "image/jpeg", filename: "parcel.jpg"))
/// try await cloud.send(.image(.id(id)), to: customer)
/// ```
///
/// Source: Cloud API reference §3.1 (December 2025).
public struct MediaUpload: Sendable {
    /// The bytes, or a stream of them whose length is known. A stream that cannot be read again is sent once only.
    public var body: HTTPBody
    /// The MIME type, such as `image/jpeg` or `audio/ogg; codecs=opus`.
    public var mimeType: String
    /// The name of the file, with an extension that fits the type.
    public var filename: String

    /// Creates an upload.
    ///
    /// - Parameters:
    ///   - body: the bytes, or a stream of them with its length.
    ///   - mimeType: the MIME type.
    ///   - filename: the name with its extension.
    public init(_ body: HTTPBody, mimeType: String, filename: String) {
        self.body = body
        self.mimeType = mimeType
        self.filename = filename
    }

    /// Creates an upload of bytes in memory.
    public init(_ bytes: [UInt8], mimeType: String, filename: String) {
        self.init(HTTPBody(bytes), mimeType: mimeType, filename: filename)
    }
}

extension MediaUpload: CustomStringConvertible, CustomReflectable {
    /// The type and the size; not the name, which may be personal.
    public var description: String { "upload of type \(mimeType), \(body)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["upload": description]) }
}
