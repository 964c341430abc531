public import WhatsAppBusiness

extension CloudAPI {
    /// Asks what a media object is and where its bytes are.
    ///
    /// - Parameters:
    ///   - media: the id: of an inbound message (seven days, October 2025) or of an own upload (30 days).
    ///   - options: how the call is made.
    /// - Returns: type, size, hash and an address that lives five minutes. `GET /{media-id}`, Cloud API reference §3.1.
    /// - Throws: `WhatsAppError`.
    public func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError)
        -> MediaObject
    {
        try await client.mediaObject(media, options: options)
    }

    /// Uploads a file, so that messages of this number can show it by its id.
    ///
    /// Type, name and size are checked first, against ``Configuration/mediaLimits`` too. The file is read while it is sent.
    ///
    /// - Parameters:
    ///   - upload: the file.
    ///   - options: how the call is made. Without a timeout of its own ``Configuration/transferTimeout`` is that of the
    ///     whole upload.
    /// - Returns: the id, which lives 30 days. `POST /{phone-number-id}/media`, Cloud API reference §3.1.
    /// - Throws: `WhatsAppError`; `invalid` for a file that the platform does not take.
    public func uploadMedia(_ upload: MediaUpload, options: RequestOptions)
        async throws(WhatsAppError) -> MediaID
    {
        try await client.uploadMedia(upload, options: options)
    }

    /// Fetches the bytes of a media object as they arrive.
    ///
    /// The address is asked for anew, and once more when it has expired meanwhile. The token goes only to hosts in
    /// ``Configuration/mediaHosts`` and never along a redirect. Size and SHA-256 are compared with what the platform says.
    ///
    /// - Parameters:
    ///   - media: the id, such as `message.content`'s of an image.
    ///   - maximumBytes: what is longer is refused, before it is fetched where its size is known. Inbound files have at
    ///     most 100 MB (Cloud API reference §3.1).
    ///   - options: how the calls are made. Without a timeout of its own ``Configuration/transferTimeout`` is that of the
    ///     whole download.
    ///   - receive: takes the next bytes; the sender waits for it. Bytes are good only once the call has returned.
    /// - Returns: what the platform says of the object.
    /// - Throws: `WhatsAppError`: `rejected` for an object that is too large or at an address that is not the platform's,
    ///   `decoding` for bytes that are not those that the platform describes.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        try await client.downloadMedia(
            media, maximumBytes: maximumBytes, options: options, receive: receive)
    }

    /// Deletes an uploaded media object.
    ///
    /// - Parameters:
    ///   - media: the id.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `DELETE /{media-id}`, Cloud API reference §3.1.
    public func deleteMedia(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) {
        try await client.deleteMedia(media, options: options)
    }
}
