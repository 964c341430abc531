public import WhatsAppBusiness

extension WhatsAppProvider {
    /// Fetches a media object into a file, which is never held in memory.
    ///
    /// ```swift
    /// try await cloud.downloadMedia(document.id, toFile: "/srv/inbox/\(name).pdf", maximumBytes: 20 << 20)
    /// ```
    ///
    /// The bytes go to a temporary file in the same directory, which only its owner can read, and which gets its name when
    /// size and SHA-256 are those that the platform describes. When anything fails the temporary file is removed, and what
    /// was at the path stays. Make names yourself: a name that came with a message may hold anything.
    ///
    /// - Parameters:
    ///   - media: the id.
    ///   - path: the path of the file.
    ///   - maximumBytes: the most bytes on the disk: that of inbound files, 100 MB, by default.
    ///   - replacing: whether a file that is there is replaced; otherwise the call fails.
    ///   - options: how the calls are made.
    ///   - progress: ends with the download, also where that fails.
    /// - Returns: what the platform says of the object.
    /// - Throws: `WhatsAppError`; its `underlying` is a ``FileError`` where the file could not be written.
    @discardableResult
    public func downloadMedia(
        _ media: MediaID, toFile path: String, maximumBytes: Int = MediaKind.maximumInboundBytes,
        replacing: Bool = false, options: RequestOptions = .standard, progress: TransferProgress? = nil
    ) async throws(WhatsAppError) -> MediaObject {
        defer { progress?.finish() }
        let target: TemporaryFile
        do {
            target = try TemporaryFile(for: path)
        } catch {
            throw .file(error)
        }
        let object: MediaObject
        if let progress {
            object = try await downloadMedia(
                media, maximumBytes: maximumBytes, options: options, progress: progress
            ) { try target.file.write($0) }
        } else {
            object = try await downloadMedia(media, maximumBytes: maximumBytes, options: options) {
                try target.file.write($0)
            }
        }
        do {
            try target.keep(replacing: replacing)
        } catch {
            throw .file(error)
        }
        return object
    }
}

extension WhatsAppError {
    fileprivate static func file(_ error: FileError) -> Self {
        Self(code: .rejected, outcome: .refused, message: "the file could not be written", underlying: error)
    }
}
