public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Uploads a sample for the header of a template.
    ///
    /// The path under which 360dialog begins such uploads is unconfirmed; it is the platform's.
    ///
    /// - Parameters:
    ///   - sample: JPEG, PNG, MP4 or PDF.
    ///   - options: how the calls are made.
    /// - Returns: the handle, which is neither a media id nor an address. 360dialog reference §2.3.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox.
    public func uploadSample(
        _ sample: MediaUpload, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> UploadHandle {
        if options.validates {
            do {
                try sample.validateSample(limits: .platform)
            } catch {
                throw .invalid(error)
            }
        }
        return try await uploadHandle(sample, .createTemplate, options)
    }

    /// Uploads a picture for the business profile: a square JPEG or PNG, 640 × 640 pixels recommended.
    ///
    /// - Parameters:
    ///   - picture: the picture.
    ///   - options: how the calls are made.
    /// - Returns: the handle. 360dialog reference §2.3, §2.5.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox.
    public func uploadProfilePicture(
        _ picture: MediaUpload, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> UploadHandle {
        if options.validates {
            do {
                try picture.validateProfilePicture()
            } catch {
                throw .invalid(error)
            }
        }
        return try await uploadHandle(picture, .updateProfile, options)
    }

    private func uploadHandle(
        _ upload: MediaUpload, _ capability: Capability, _ options: RequestOptions
    ) async throws(WhatsAppError) -> UploadHandle {
        try require(capability)
        return try await naming(capability) { () async throws(WhatsAppError) in
            let session = try await client.makeUploadSession(for: upload, application: "app", options: options)
            return try await client.sendUpload(upload, to: session, from: 0, options: options)
        }
    }
}
