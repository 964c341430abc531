public import WhatsAppBusiness

/// The bytes of a file, read piece by piece each time they are asked for.
struct FileContent: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    /// Opened once: a file that is replaced meanwhile does not change what is sent, nor does its name.
    let file: FileDescriptor
    let length: Int

    /// How many bytes are read at once.
    static let pieceLength = 128 * 1024

    func makeAsyncIterator() -> Iterator {
        Iterator(file: file, length: length)
    }

    struct Iterator: AsyncIteratorProtocol {
        let file: FileDescriptor
        let length: Int
        var offset = 0

        @concurrent
        mutating func next() async throws -> [UInt8]? {
            guard offset < length else { return nil }
            let bytes = try file.read(Swift.min(FileContent.pieceLength, length - offset), at: offset)
            // It was cut meanwhile: who sends it notices that it is too short.
            guard !bytes.isEmpty else { return nil }
            offset += bytes.count
            return bytes
        }
    }
}

extension HTTPBody {
    /// The content of a file, which is read while it is sent, and again when the request is repeated.
    ///
    /// The file stays open as long as the body is held. What is appended to it later is not sent.
    ///
    /// - Parameter path: the path of a regular file.
    /// - Throws: ``FileError``.
    public init(file path: String) throws(FileError) {
        let (file, length) = try FileDescriptor.reading(path)
        self.init(FileContent(file: file, length: length), length: length, isReplayable: true)
    }
}

extension MediaUpload {
    /// A file to upload, which is never held in memory.
    ///
    /// ```swift
    /// let id = try await cloud.uploadMedia(MediaUpload(file: "/srv/invoices/4711.pdf"))
    /// ```
    ///
    /// - Parameters:
    ///   - path: the path of a regular file.
    ///   - mimeType: the MIME type; that which the extension speaks of where there is none.
    ///   - filename: the name for the platform; the file's own where there is none.
    ///   - kind: as what the file is to be shown; `nil` for what its type says.
    ///   - isVoice: whether it is a voice message.
    /// - Throws: ``FileError``.
    public init(
        file path: String, mimeType: String? = nil, filename: String? = nil, kind: MediaKind? = nil,
        isVoice: Bool = false
    ) throws(FileError) {
        let name = filename ?? path.split(separator: "/").last.map(String.init) ?? path
        let type = isVoice ? "audio/ogg; codecs=opus" : MediaType(filename: name)?.mimeType
        self.init(
            try HTTPBody(file: path), mimeType: mimeType ?? type ?? "application/octet-stream", filename: name,
            kind: kind, isVoice: isVoice)
    }
}
