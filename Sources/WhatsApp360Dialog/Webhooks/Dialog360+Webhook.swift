import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Asks where webhooks of this number are delivered: the number's own address with its further destinations, then that
    /// of the account.
    ///
    /// - Parameter options: how the calls are made.
    /// - Returns: all addresses that are known; without any where none is set.
    /// - Throws: `WhatsAppError`. `GET /v1/configs/webhook`, `/multi_webhook`, `/waba_webhook`, 360dialog reference §2.6.
    public func webhookConfiguration(options: RequestOptions) async throws(WhatsAppError) -> WebhookConfiguration {
        var addresses = try await webhookAddress("v1/configs/webhook", .number, options).map { [$0] } ?? []
        guard configuration.flavor == .cloud else { return WebhookConfiguration(addresses: addresses) }
        // Both are extras that an account may not have.
        if let more = try await optional({ () async throws(WhatsAppError) in
            try await webhookDestinations(options: options)
        }) {
            let known = Set(addresses.map(\.url))
            for destination in more.destinations where more.isEnabled && !known.contains(destination.url) {
                addresses.append(destination.address)
            }
        }
        if let account = try await optional({ () async throws(WhatsAppError) in
            try await webhookAddress("waba_webhook", .account, options)
        }) ?? nil {
            addresses.append(account)
        }
        return WebhookConfiguration(addresses: addresses)
    }

    /// Sets where webhooks of this number, or of the account's numbers that have no address of their own, are delivered.
    ///
    /// The number has one main address, which is replaced; further destinations (``webhookDestinations(options:)``) stay.
    /// The shared secret of this provider goes with the address, unless the target has the field itself. A new API key
    /// forgets the address: set it again then.
    ///
    /// - Parameters:
    ///   - target: the address (https, no port, no underscore in the host), its header fields, and for which numbers it is.
    ///     There is no call that takes an address away: `nil` is `unsupported`.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `invalid` for an address that 360dialog does not take. `POST /v1/configs/webhook`,
    ///   `POST /waba_webhook`, 360dialog reference §2.6.
    public func setWebhook(_ target: WebhookTarget?, options: RequestOptions) async throws(WhatsAppError) {
        guard let target else {
            var error = WhatsAppError.unsupported(.removeWebhook, by: name)
            error.message += "; set another address, or remove it in the 360dialog Hub"
            throw error
        }
        let path: String
        switch target.level {
        case .number: path = "v1/configs/webhook"
        case .account where configuration.flavor == .cloud: path = "waba_webhook"
        default: throw .unsupported(.webhookLevels, by: name)
        }
        try Self.validate([(target.url, "url")])
        var body: JSONObject = ["url": .string(target.url)]
        body["headers"] = WebhookAddressRules.json(withSecret(target.headers))
        var call = try client.call(
            "setWebhook", .post, path: path, body: HTTPBody(JSONValue.object(body).serialized()))
        // Setting the same address twice is the same as setting it once.
        call.isRepeatable = true
        try await perform(.setWebhook, call, options) { _ in }
    }

    /// The header fields of a target with the provider's own secret.
    func withSecret(_ headers: HTTPFields) -> HTTPFields {
        let name = configuration.webhookSecretHeader
        guard let webhookSecret, !webhookSecret.isEmpty, headers[name] == nil else { return headers }
        var headers = headers
        webhookSecret.withText { headers[name] = $0 }
        return headers
    }

    static func validate(_ addresses: [(url: String, path: String)]) throws(WhatsAppError) {
        var check = Check()
        for address in addresses { WebhookAddressRules.check(address.url, at: address.path, &check) }
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
    }

    private func webhookAddress(
        _ path: String, _ level: WebhookConfiguration.Address.Level, _ options: RequestOptions
    ) async throws(WhatsAppError) -> WebhookConfiguration.Address? {
        do throws(WhatsAppError) {
            return try await perform(.readWebhook, try client.call("webhookConfiguration", .get, path: path), options) {
                (response) throws(WhatsAppError) in
                let answer = try GraphAnswer.object(response)
                guard let url = answer.word("url") else { return nil }
                return WebhookConfiguration.Address(
                    url: url, level: level, headerNames: answer["headers"]?.object?.keys ?? [])
            }
        } catch {
            // One client takes this for an address that is not set yet (unconfirmed).
            guard error.response?.status == .notFound, level == .number else { throw error }
            return nil
        }
    }

    /// The result of a call that an account may not have; `nil` where it has not.
    private func optional<Value>(
        _ call: () async throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value? {
        do throws(WhatsAppError) {
            return try await call()
        } catch {
            switch error.code {
            case .cancelled, .transport: throw error
            default: return nil
            }
        }
    }
}
