public import WhatsAppBusiness

extension CloudAPI {
    /// Calls what the library does not model, with this number's token, retries, logging and errors.
    ///
    /// - Parameters:
    ///   - call: method, path below `{baseURL}/{version}/`, body.
    ///   - options: how the call is made.
    /// - Returns: the answer of a successful call.
    /// - Throws: `WhatsAppError`; `invalid` for a path that leaves the base address.
    public func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError)
        -> ResponseMetadata
    {
        try await client.execute(call, options: options)
    }
}
