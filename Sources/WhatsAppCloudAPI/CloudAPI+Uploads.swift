public import WhatsAppBusiness

extension CloudAPI {
    /// Uploads a sample for the header of a template.
    ///
    /// ```swift
    /// let handle = try await cloud.uploadSample(MediaUpload(bytes, mimeType: "image/png", filename: "sale.png"))
    /// ```
    ///
    /// When the connection breaks, the upload goes on where the platform stopped reading, as long as the file can be read
    /// again (bytes in memory and files can).
    ///
    /// - Parameters:
    ///   - sample: JPEG, PNG, MP4 or PDF.
    ///   - application: the id of the app; by default that of the token.
    ///   - options: how the calls are made.
    ///   - progress: ends with the upload, also where that fails.
    /// - Returns: the handle, which is neither a media id nor an address. Cloud API reference §3.3.
    /// - Throws: `WhatsAppError`; `invalid` for a file that cannot be a sample.
    public func uploadSample(
        _ sample: MediaUpload, application: String = "app", options: RequestOptions = .standard,
        progress: TransferProgress? = nil
    ) async throws(WhatsAppError) -> UploadHandle {
        if options.validates {
            do {
                try sample.validateSample(limits: configuration.mediaLimits)
            } catch {
                throw .invalid(error)
            }
        }
        return try await uploadHandle(sample, application, options, progress)
    }

    /// Uploads a picture for the business profile: a square JPEG or PNG, 640 × 640 pixels recommended.
    ///
    /// ```swift
    /// let handle = try await cloud.uploadProfilePicture(picture)
    /// try await cloud.updateBusinessProfile(BusinessProfileUpdate(picture: handle))
    /// ```
    ///
    /// - Parameters:
    ///   - picture: the picture.
    ///   - application: the id of the app; by default that of the token.
    ///   - options: how the calls are made.
    ///   - progress: ends with the upload, also where that fails.
    /// - Returns: the handle. Cloud API reference §3.3, §5.
    /// - Throws: `WhatsAppError`; `invalid` for a file that cannot be a profile picture.
    public func uploadProfilePicture(
        _ picture: MediaUpload, application: String = "app", options: RequestOptions = .standard,
        progress: TransferProgress? = nil
    ) async throws(WhatsAppError) -> UploadHandle {
        if options.validates {
            do {
                try picture.validateProfilePicture()
            } catch {
                throw .invalid(error)
            }
        }
        return try await uploadHandle(picture, application, options, progress)
    }

    private func uploadHandle(
        _ upload: MediaUpload, _ application: String, _ options: RequestOptions,
        _ progress: TransferProgress?
    ) async throws(WhatsAppError) -> UploadHandle {
        defer { progress?.finish() }
        let session = try await client.makeUploadSession(
            for: upload, application: application, options: options)
        var upload = upload
        if let progress { upload.body = upload.body.reporting(to: progress) }
        return try await client.sendUpload(upload, to: session, from: 0, options: options)
    }

    /// Begins an upload that can be resumed later, also by another process.
    ///
    /// - Parameters:
    ///   - upload: the file, for its name, type and length: nothing of it is sent.
    ///   - application: the id of the app; by default that of the token.
    ///   - options: how the call is made.
    /// - Returns: the session, to be kept for ``resumeUpload(_:in:options:)``. Cloud API reference §3.3.
    /// - Throws: `WhatsAppError`.
    public func makeUploadSession(
        for upload: MediaUpload, application: String = "app", options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> UploadSession {
        try await client.makeUploadSession(for: upload, application: application, options: options)
    }

    /// Sends a file to a session, from where the platform stopped reading.
    ///
    /// - Parameters:
    ///   - upload: the same file that the session was made for.
    ///   - session: the session.
    ///   - options: how the calls are made.
    /// - Returns: the handle. Cloud API reference §3.3; that offsets other than 0 are taken is unconfirmed for WhatsApp.
    /// - Throws: `WhatsAppError`.
    public func resumeUpload(
        _ upload: MediaUpload, in session: UploadSession, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> UploadHandle {
        let offset = try await client.uploadOffset(of: session, options: options)
        return try await client.sendUpload(upload, to: session, from: offset, options: options)
    }
}
