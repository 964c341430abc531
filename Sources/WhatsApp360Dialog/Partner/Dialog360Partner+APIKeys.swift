import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360Partner {
    /// Makes an API key for a channel, and thereby revokes **every** older key of it. The webhook address is forgotten with
    /// the old key: set it again with the new one, as ``connect(_:webhook:webhookSecret:messaging:options:keep:)`` does.
    ///
    /// - Parameters:
    ///   - channel: the channel's id.
    ///   - options: how the call is made. It is not repeated after an unknown outcome.
    /// - Returns: the key and its address; 360dialog shows the key this once.
    /// - Throws: `WhatsAppError`; `unauthorized` where the client, who pays directly, has not allowed it.
    ///   `POST …/channels/{channel}/api_keys`, 360dialog reference §5.5.
    public func createAPIKey(
        ofChannel channel: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> APIKey {
        try await perform("createAPIKey", .post, ["channels", channel, "api_keys"], options) {
            (response) throws(WhatsAppError) in
            let key = (try? JSONValue(parsing: response.body)).map { APIKey($0) }
            guard let key, !key.key.isEmpty else {
                // The answer holds a secret, so that it is not kept.
                throw GraphAnswer.notUnderstood(
                    ResponseMetadata(status: response.status, headers: response.headers))
            }
            return key
        }
    }

    /// The keys of a channel, without the keys themselves. `GET …/channels/{channel}/api_keys`.
    ///
    /// - Parameters:
    ///   - channel: the channel's id.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func apiKeys(
        ofChannel channel: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> [APIKey] {
        try await perform("apiKeys", .get, ["channels", channel, "api_keys"], options) {
            (response) throws(WhatsAppError) in
            try GraphAnswer.object(response).objects("api_keys").map { APIKey($0) }
        }
    }

    /// Deletes the keys of a channel: it can be reached no more until a new one is made.
    ///
    /// - Parameters:
    ///   - channel: the channel's id.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `DELETE …/channels/{channel}/api_keys`, 360dialog reference §5.5.
    public func deleteAPIKeys(
        ofChannel channel: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await perform(
            "deleteAPIKeys", .delete, ["channels", channel, "api_keys"], isRepeatable: true, options
        ) { _ in }
    }

    /// Goes from a channel to a provider that is ready: makes a key, hands it over to be kept, and sets the webhook.
    ///
    /// ```swift
    /// let dialog = try await partner.connect(
    ///     channel.id, webhook: WebhookTarget(url: "https://shop.example/webhook"), webhookSecret: word
    /// ) { key in
    ///     try await vault.store(key)
    /// }
    /// ```
    ///
    /// Every older key of the channel is revoked. When the webhook cannot be set, the key has been kept already: set the
    /// webhook with `key.provider(…)` later.
    ///
    /// - Parameters:
    ///   - channel: the channel's id; its state should be ``Channel/Status/ready``.
    ///   - webhook: where deliveries go; `nil` sets no address.
    ///   - webhookSecret: the word that deliveries carry.
    ///   - messaging: settings of the provider; its address is the key's.
    ///   - options: how the calls are made.
    ///   - keep: stores the key and its address, before anything else is done with them.
    /// - Returns: the provider.
    /// - Throws: `WhatsAppError`; its `underlying` is what `keep` threw.
    public func connect(
        _ channel: String, webhook: WebhookTarget? = nil, webhookSecret: Secret? = nil,
        messaging: Dialog360.Configuration = Dialog360.Configuration(), options: RequestOptions = .standard,
        keep: (APIKey) async throws -> Void
    ) async throws(WhatsAppError) -> Dialog360 {
        // An address that 360dialog would refuse must not cost the old key.
        if let webhook { try Dialog360.validate([(webhook.url, "url")]) }
        let key = try await createAPIKey(ofChannel: channel, options: options)
        do {
            try await keep(key)
        } catch {
            throw WhatsAppError(
                code: error is CancellationError ? .cancelled : .rejected, outcome: .unknown,
                message: "the new API key could not be kept; older keys are revoked: make another", underlying: error)
        }
        let provider = key.provider(webhookSecret: webhookSecret, transport: transport, configuration: messaging)
        if let webhook { try await provider.setWebhook(webhook, options: options) }
        return provider
    }
}
