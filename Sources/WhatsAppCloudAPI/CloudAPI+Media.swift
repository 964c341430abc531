public import WhatsAppBusiness

extension CloudAPI {
    /// Asks what a media object is and where its bytes are.
    ///
    /// - Parameters:
    ///   - media: the id: of an inbound message (seven days, October 2025) or of an own upload (30 days).
    ///   - options: how the call is made.
    /// - Returns: type, size, hash and an address that lives five minutes. `GET /{media-id}`, Cloud API reference §3.1.
    /// - Throws: `WhatsAppError`.
    public func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject {
        try await client.mediaObject(media, options: options)
    }

    /// Fetches the bytes of a media object.
    ///
    /// The address is asked for anew, and once more when it has expired meanwhile. The token goes only to hosts in
    /// ``Configuration/mediaHosts`` and never along a redirect. Size and SHA-256 are compared with what the platform says.
    ///
    /// - Parameters:
    ///   - media: the id, such as `message.content`'s of an image.
    ///   - maximumBytes: what is longer is refused, before it is fetched where its size is known. Inbound files have at
    ///     most 100 MB (Cloud API reference §3.1).
    ///   - options: how the calls are made.
    ///   - receive: takes the next bytes.
    /// - Returns: what the platform says of the object.
    /// - Throws: `WhatsAppError`: `rejected` for an object that is too large or at an address that is not the platform's,
    ///   `decoding` for bytes that are not those that the platform describes.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        try await client.downloadMedia(media, maximumBytes: maximumBytes, options: options, receive: receive)
    }
}
