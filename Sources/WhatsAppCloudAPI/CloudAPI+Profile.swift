public import WhatsAppBusiness

extension CloudAPI {
    /// Reads what customers see of the business.
    ///
    /// - Parameter options: how the call is made.
    /// - Returns: the profile. `GET /{phone-number-id}/whatsapp_business_profile`, Cloud API reference §5.
    /// - Throws: `WhatsAppError`.
    public func businessProfile(options: RequestOptions) async throws(WhatsAppError)
        -> BusinessProfile
    {
        try await client.businessProfile(options: options)
    }

    /// Changes what customers see of the business; what the update does not name stays. A change of nothing is not sent.
    ///
    /// - Parameters:
    ///   - update: the change; `BusinessProfile.changes(to:)` makes one of two profiles.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `invalid` for what the platform does not take.
    ///   `POST /{phone-number-id}/whatsapp_business_profile`, Cloud API reference §5.
    public func updateBusinessProfile(
        _ update: BusinessProfileUpdate, options: RequestOptions
    ) async throws(WhatsAppError) {
        try await client.updateBusinessProfile(update, options: options)
    }
}
