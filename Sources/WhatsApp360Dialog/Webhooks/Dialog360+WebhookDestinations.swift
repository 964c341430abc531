public import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// The further addresses of the number's webhooks.
    ///
    /// - Parameter options: how the call is made.
    /// - Throws: `WhatsAppError`. `GET /multi_webhook`, 360dialog reference §2.6.
    public func webhookDestinations(
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> WebhookDestinations {
        try require(.webhookDestinations)
        return try await perform(
            .webhookDestinations, try client.call("webhookDestinations", .get, path: Self.destinationsPath), options
        ) { (response) throws(WhatsAppError) in
            let answer = try GraphAnswer.object(response)
            return WebhookDestinations(
                isEnabled: answer.flag("enabled") ?? false,
                destinations: answer.objects("destinations").compactMap { WebhookDestination($0) })
        }
    }

    /// Turns the further addresses on or off; which ones there are stays as it is.
    ///
    /// - Parameters:
    ///   - isEnabled: whether they are used.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; 409 is thrown as `rejected` where they are so already. `POST /multi_webhook`.
    public func setWebhookDestinations(
        enabled isEnabled: Bool, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await change(.post, "setWebhookDestinations", ["enabled": .bool(isEnabled)], options)
    }

    /// Adds further addresses; those that are there stay.
    ///
    /// - Parameters:
    ///   - destinations: the addresses, their names unique.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `invalid` for addresses or names that 360dialog does not take. `PUT /multi_webhook`.
    public func addWebhookDestinations(
        _ destinations: [WebhookDestination], options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try require(.webhookDestinations)
        var check = Check()
        check.count(destinations.count, at: "destinations", maximum: WebhookDestination.maximumPerNumber)
        check.unique(destinations.map(\.name)) { "destinations[\($0)].name" }
        for (place, destination) in destinations.enumerated() {
            check.required(destination.name, at: "destinations[\(place)].name")
            WebhookAddressRules.check(destination.url, at: "destinations[\(place)].url", &check)
        }
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
        try await change(.put, "addWebhookDestinations", ["destinations": .array(destinations.map(\.json))], options)
    }

    /// Changes the address or the header fields of a further address.
    ///
    /// - Parameters:
    ///   - name: which one.
    ///   - url: the new address; `nil` leaves the old one.
    ///   - headers: all header fields, in the place of those before; `nil` leaves them.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `PATCH /multi_webhook`.
    public func updateWebhookDestination(
        _ name: String, url: String? = nil, headers: HTTPFields? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        if let url { try Self.validate([(url, "url")]) }
        var body: JSONObject = ["name": .string(name)]
        body["url"] = url.map { .string($0) }
        body["headers"] = headers.map { WebhookAddressRules.json($0) ?? [:] }
        try await change(.patch, "updateWebhookDestination", body, options)
    }

    private static let destinationsPath = "multi_webhook"

    private func change(
        _ method: HTTPRequest.Method, _ operation: String, _ body: JSONObject, _ options: RequestOptions
    ) async throws(WhatsAppError) {
        try require(.webhookDestinations)
        let call = try client.call(
            operation, method, path: Self.destinationsPath, body: HTTPBody(JSONValue.object(body).serialized()))
        try await perform(.webhookDestinations, call, options) { _ in }
    }
}
