public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Calls what the library does not model, with this number's key, retries, logging and errors.
    ///
    /// What the Cloud API reference has as `/{version}/{phone-number-id}/X` is `X` here (360dialog reference §2.1).
    ///
    /// - Parameters:
    ///   - call: method, path below the base address, body.
    ///   - options: how the call is made.
    /// - Returns: the answer of a successful call.
    /// - Throws: `WhatsAppError`; `invalid` for a path that leaves the base address, `unsupported` for one that 360dialog
    ///   has not enabled for the account.
    public func execute(_ call: RawCall, options: RequestOptions) async throws(WhatsAppError) -> ResponseMetadata {
        try await naming(.execute) { () async throws(WhatsAppError) in
            try await client.execute(call, options: options)
        }
    }

    /// Says what the provider lacks where 360dialog answers that an endpoint is blocked for the account.
    func naming<Value>(
        _ capability: Capability, _ call: () async throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        do throws(WhatsAppError) {
            return try await call()
        } catch {
            var error = error
            if error.code == .unsupported, error.capability == nil {
                error.capability = capability
                error.message += ": \(capability.rawValue)"
            }
            throw error
        }
    }

    /// Refuses before the call what a flavor does not have.
    func require(_ capability: Capability) throws(WhatsAppError) {
        guard capabilities.contains(capability) else { throw .unsupported(capability, by: name) }
    }

    /// Makes a call to an endpoint of 360dialog's own or of the platform's, and reads its answer.
    func perform<Value>(
        _ capability: Capability, _ call: RequestEngine.Call, _ options: RequestOptions,
        _ decode: (ResponseMetadata) throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value {
        try await naming(capability) { () async throws(WhatsAppError) in
            try await client.engine.perform(call, options: options, decode: decode)
        }
    }
}
