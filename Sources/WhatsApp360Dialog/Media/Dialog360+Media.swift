public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Asks what a media object is and where its bytes are.
    ///
    /// After more than five failed requests for media within an hour 360dialog blocks them for the number for an hour: a
    /// refusal is not repeated.
    ///
    /// - Parameters:
    ///   - media: the id: of an inbound message, or of an own upload.
    ///   - options: how the call is made.
    /// - Returns: type, size, hash and the platform's address. `GET /{media-id}`, 360dialog reference §2.3.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox.
    public func mediaObject(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) -> MediaObject {
        try require(.downloadMedia)
        return try await naming(.downloadMedia) { () async throws(WhatsAppError) in
            try await client.mediaObject(media, options: withoutRepeatedRefusals(options))
        }
    }

    /// Uploads a file, so that messages can show it by its id.
    ///
    /// - Parameters:
    ///   - upload: the file; a streamed one is never held in memory.
    ///   - options: how the call is made.
    /// - Returns: the id, which lives 30 days and is good for this number only. `POST /media`, 360dialog reference §2.3.
    /// - Throws: `WhatsAppError`; `invalid` for a type or size that the platform does not take, `unsupported` in the sandbox.
    public func uploadMedia(_ upload: MediaUpload, options: RequestOptions) async throws(WhatsAppError) -> MediaID {
        try require(.uploadMedia)
        return try await naming(.uploadMedia) { () async throws(WhatsAppError) in
            try await client.uploadMedia(upload, options: options)
        }
    }

    /// Fetches the bytes of a media object as they arrive.
    ///
    /// They are asked for on 360dialog's host instead of the platform's `lookaside.fbsbx.com`; an address on any other
    /// host is refused, and so is a redirect to one: the key stays here. The address is asked for anew at most once, where
    /// it has expired. Size and SHA-256 are compared with what the platform says.
    ///
    /// - Parameters:
    ///   - media: the id, such as `message.content`'s of an image.
    ///   - maximumBytes: what is longer is refused. Inbound files have at most 100 MB.
    ///   - options: how the calls are made.
    ///   - receive: takes the next bytes.
    /// - Returns: what the platform says of the object. 360dialog reference §2.3.
    /// - Throws: `WhatsAppError`: `rejected` for an object that is too large or at an address that is not 360dialog's or the
    ///   platform's, `decoding` for bytes that are not those that the platform describes, `unsupported` in the sandbox.
    public func downloadMedia(
        _ media: MediaID, maximumBytes: Int, options: RequestOptions,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws(WhatsAppError) -> MediaObject {
        try require(.downloadMedia)
        return try await naming(.downloadMedia) { () async throws(WhatsAppError) in
            try await client.downloadMedia(
                media, maximumBytes: maximumBytes, options: withoutRepeatedRefusals(options), receive: receive)
        }
    }

    /// Deletes an uploaded media object. `DELETE /{media-id}`, 360dialog reference §2.3.
    ///
    /// - Parameters:
    ///   - media: the id.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox.
    public func deleteMedia(_ media: MediaID, options: RequestOptions) async throws(WhatsAppError) {
        try require(.deleteMedia)
        try await naming(.deleteMedia) { () async throws(WhatsAppError) in
            try await client.deleteMedia(media, options: withoutRepeatedRefusals(options))
        }
    }

    /// Options under which what was refused is not asked for again: each refusal counts (360dialog reference §2.3).
    private func withoutRepeatedRefusals(_ options: RequestOptions) -> RequestOptions {
        var options = options
        var policy = options.retryPolicy ?? configuration.retryPolicy
        policy.excludedCodes.formUnion([.rateLimited, .rejected])
        options.retryPolicy = policy
        return options
    }
}
