import HTTPTypes
public import WhatsAppBusiness

extension CloudAPIManagement {
    /// An app that receives what happens at an account.
    public struct SubscribedApp: Hashable, Sendable {
        /// The id of the app.
        public var id: String?
        /// Its name.
        public var name: String?
        /// The address that stands in the place of the app's own, for this account.
        public var overrideURL: String?
    }

    /// What an app is subscribed to.
    public struct Subscription: Hashable, Sendable {
        /// The app's address.
        public var url: String?
        /// Whether deliveries are made.
        public var isActive: Bool
        /// The fields.
        public var fields: [WebhookField]
    }

    /// The most characters of an address for webhooks: 200 (webhooks reference §1.8).
    public static let maximumWebhookURLLength = 200

    // MARK: Apps of an account

    /// Lists the apps that receive what happens at an account.
    /// - Returns: the apps. `GET /{waba-id}/subscribed_apps`, Cloud API reference §6.9.
    /// - Throws: `WhatsAppError`.
    public func subscribedApps(
        of account: BusinessAccountID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> [SubscribedApp] {
        let found = try await client.list(
            "subscribedApps", path: try accountPath(account, "subscribed_apps"), maximum: 1_000,
            options: options)
        return found.elements.map { element in
            let app = element["whatsapp_business_api_data"] ?? element
            return SubscribedApp(
                id: app["id"]?.lenientText, name: app["name"]?.string,
                overrideURL: element["override_callback_uri"]?.string.flatMap { $0.isEmpty ? nil : $0 })
        }
    }

    /// Subscribes the app of the token to an account.
    ///
    /// - Parameters:
    ///   - account: the account.
    ///   - target: an address in the place of the app's own, for this account; without one an address that was set before
    ///     is taken away.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST /{waba-id}/subscribed_apps`, Cloud API reference §6.9.
    public func subscribeApp(
        to account: BusinessAccountID, delivering target: WebhookTarget? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let body = try target.map { (target) throws(WhatsAppError) in try Self.override(target) }
        try await change(
            "subscribeApp", .post, try accountPath(account, "subscribed_apps"), body, isRepeatable: true,
            options)
    }

    /// Unsubscribes the app of the token from an account: it receives nothing more from it.
    /// - Throws: `WhatsAppError`. `DELETE /{waba-id}/subscribed_apps`, Cloud API reference §6.9.
    public func unsubscribeApp(
        from account: BusinessAccountID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await change(
            "unsubscribeApp", .delete, try accountPath(account, "subscribed_apps"), nil,
            isRepeatable: true, options)
    }

    // MARK: A number

    /// Sets the address of one number's webhooks, which comes before those of account and app.
    ///
    /// - Parameters:
    ///   - target: the address and the word of its handshake, which the platform makes at once; `nil` takes it away.
    ///   - number: the number.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST /{phone-number-id}`, Cloud API reference §6.2.
    public func setWebhook(
        _ target: WebhookTarget?, of number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let override = try target.map { (target) throws(WhatsAppError) in try Self.override(target) }
        try await change(
            "setWebhook", .post, try numberPath(number),
            ["webhook_configuration": override ?? ["override_callback_uri": ""]], isRepeatable: true,
            options)
    }

    // MARK: The app

    /// Reads where the app's webhooks go and to which fields it is subscribed. It needs the app's id and secret.
    /// - Returns: the subscription; `nil` where there is none. `GET /{app-id}/subscriptions`, Cloud API reference §6.9.
    /// - Throws: `WhatsAppError`.
    public func appSubscription(
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Subscription? {
        let (client, id) = try asApplication()
        let found = try await client.list(
            "appSubscription",
            path: try client.path("subscriptions", of: .id(id, setting: "application")),
            maximum: 100, options: options)
        guard let element = found.elements.first(where: { $0["object"]?.string == Self.object }) else {
            return nil
        }
        return Subscription(
            url: element["callback_url"]?.string, isActive: element["active"]?.bool ?? true,
            fields: element["fields"]?.array?.compactMap { field in
                (field["name"]?.string ?? field.string).map { WebhookField(rawValue: $0) }
            } ?? [])
    }

    /// Sets where the app's webhooks go, and subscribes it to fields. It needs the app's id and secret.
    ///
    /// The platform makes its handshake with the address at once: the program must answer it already.
    ///
    /// - Parameters:
    ///   - target: the address and the word of its handshake: `Secret.random()` makes one.
    ///   - fields: the fields.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `POST /{app-id}/subscriptions`, Cloud API reference §6.9.
    public func subscribeApp(
        delivering target: WebhookTarget, fields: [WebhookField] = WebhookField.recommended,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let (client, id) = try asApplication()
        guard !fields.isEmpty else {
            throw .invalid(
                ValidationError([
                    .init(path: "fields", rule: .minCount, explanation: "a subscription needs a field")
                ]))
        }
        let token = try Self.checked(target)
        // In the body, where the platform takes it as well as in the query: the word is a secret.
        let body = token.withText { token -> JSONValue in
            [
                "object": .string(Self.object), "callback_url": .string(target.url),
                "verify_token": .string(token),
                "fields": .string(Self.list(fields)), "include_values": true,
            ]
        }
        try await change(
            "subscribeFields", .post,
            try client.path("subscriptions", of: .id(id, setting: "application")), body,
            isRepeatable: true, options, client)
    }

    /// Unsubscribes the app from fields. It needs the app's id and secret.
    ///
    /// - Parameters:
    ///   - fields: the fields; none for all, which takes the address away too.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `DELETE /{app-id}/subscriptions`, Cloud API reference §6.9.
    public func unsubscribeApp(
        fields: [WebhookField] = [], options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        let (client, id) = try asApplication()
        let query = [("object", Self.object)] + (fields.isEmpty ? [] : [("fields", Self.list(fields))])
        let path = try client.path("subscriptions", of: .id(id, setting: "application"))
        try await change(
            "unsubscribeFields", .delete, "\(path)?\(GraphClient.query(query))", nil, isRepeatable: true,
            options, client
        )
    }

    private static let object = "whatsapp_business_account"

    private static func list(_ fields: [WebhookField]) -> String {
        fields.map(\.rawValue).joined(separator: ",")
    }

    private static func override(_ target: WebhookTarget) throws(WhatsAppError) -> JSONValue {
        let token = try checked(target)
        return token.withText {
            ["override_callback_uri": .string(target.url), "verify_token": .string($0)]
        }
    }

    /// Checks a target and gives the word of its handshake.
    private static func checked(_ target: WebhookTarget) throws(WhatsAppError) -> Secret {
        var check = Check()
        check.address(target.url, at: "override_callback_uri", maximum: maximumWebhookURLLength)
        if check.violations.isEmpty, !target.url.lowercased().hasPrefix("https://"),
            !LoopbackHost.contains(
                GraphAddress(target.url, version: nil, allowsPlainHTTP: true).authority)
        {
            check.fail(at: "override_callback_uri", .pattern, "webhooks are delivered over https only")
        }
        if target.verifyToken?.isEmpty ?? true {
            check.fail(
                at: "verify_token", .required, "the handshake needs a word: Secret.random() makes one")
        }
        if !target.headers.isEmpty {
            check.fail(
                at: "headers", .notAllowed, "Cloud API adds no header fields: it signs deliveries instead")
        }
        guard check.violations.isEmpty, let token = target.verifyToken else {
            throw .invalid(ValidationError(check.violations))
        }
        return token
    }

    /// A call that gives nothing back but its success.
    func change(
        _ operation: String, _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue?,
        isRepeatable: Bool,
        _ options: RequestOptions, _ other: GraphClient? = nil
    ) async throws(WhatsAppError) {
        let client = other ?? client
        var encoded: HTTPBody?
        if let body { encoded = try GraphClient.encode(body) }
        var call = try client.call(operation, method, path: path, body: encoded)
        call.isRepeatable = isRepeatable
        try await client.engine.perform(call, options: options, decode: GraphAnswer.success)
    }
}
