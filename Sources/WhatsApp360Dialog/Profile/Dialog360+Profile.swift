public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Reads what customers see of the business. `GET /whatsapp_business_profile`, 360dialog reference §2.5.
    ///
    /// - Parameter options: how the call is made.
    /// - Throws: `WhatsAppError`; `unsupported` in the sandbox.
    public func businessProfile(options: RequestOptions) async throws(WhatsAppError) -> BusinessProfile {
        try require(.readProfile)
        return try await naming(.readProfile) { () async throws(WhatsAppError) in
            try await client.businessProfile(options: options)
        }
    }

    /// Changes what customers see of the business; what the update does not name stays.
    /// `POST /whatsapp_business_profile`, 360dialog reference §2.5.
    ///
    /// - Parameters:
    ///   - update: what changes.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `invalid` for what the platform does not take, `unsupported` in the sandbox.
    public func updateBusinessProfile(
        _ update: BusinessProfileUpdate, options: RequestOptions
    ) async throws(WhatsAppError) {
        try require(.updateProfile)
        try await naming(.updateProfile) { () async throws(WhatsAppError) in
            try await client.updateBusinessProfile(update, options: options)
        }
    }
}
