import HTTPTypes
public import WhatsAppBusiness

extension CloudAPI {
    /// Asks where webhooks of this number are delivered.
    ///
    /// - Parameter options: how the call is made.
    /// - Returns: the addresses of the number, of its account and of the app, those that count first.
    ///   `GET /{phone-number-id}?fields=webhook_configuration`, Cloud API reference §6.1.
    /// - Throws: `WhatsAppError`.
    public func webhookConfiguration(options: RequestOptions) async throws(WhatsAppError)
        -> WebhookConfiguration
    {
        let call = try client.call("webhookConfiguration", .get, query: "fields=webhook_configuration")
        return try await client.engine.perform(call, options: options) {
            response throws(WhatsAppError) in
            WebhookConfiguration(graph: try GraphAnswer.object(response)["webhook_configuration"])
        }
    }

    /// Sets where webhooks are delivered: of this number, of its account (``businessAccountID``), or of the app
    /// (``Configuration/applicationID`` and the app secret), as the target's level says.
    ///
    /// The platform makes its handshake with the address at once: the program must answer it already
    /// (``webhooks`` does). For the app the recommended fields are subscribed (``WebhookField/recommended``);
    /// ``CloudAPIManagement/subscribeApp(delivering:fields:options:)`` takes others.
    ///
    /// - Parameters:
    ///   - target: the address and the word of its handshake; `nil` takes this number's own address away.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. Cloud API reference §6.2, §6.9.
    public func setWebhook(_ target: WebhookTarget?, options: RequestOptions)
        async throws(WhatsAppError)
    {
        guard let target else {
            return try await management.setWebhook(nil, of: phoneNumberID, options: options)
        }
        switch target.level {
        case .number: try await management.setWebhook(target, of: phoneNumberID, options: options)
        case .account:
            // Says what is missing where the account was not given.
            _ = try client.path(nil, of: client.account)
            try await management.subscribeApp(
                to: businessAccountID ?? BusinessAccountID(""), delivering: target, options: options)
        case .application: try await management.subscribeApp(delivering: target, options: options)
        default:
            throw .invalid(
                ValidationError([
                    .init(
                        path: "level", rule: .unsupported,
                        explanation: "Cloud API knows number, account and app")
                ]))
        }
    }
}
