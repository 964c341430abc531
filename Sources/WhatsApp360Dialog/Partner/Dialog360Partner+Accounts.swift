import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360Partner {
    /// The partner's own account. `GET /partners/{id}`, 360dialog reference §5.5.
    ///
    /// - Parameter options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func account(options: RequestOptions = .standard) async throws(WhatsAppError) -> Account {
        try await perform("account", .get, [], options) { (response) throws(WhatsAppError) in
            try Self.read(response) { Account(json: $0) }
        }
    }

    /// Changes where partner events are delivered, and where clients come back to after onboarding.
    ///
    /// - Parameters:
    ///   - webhookURL: the address for events; `nil` leaves it.
    ///   - redirectURL: the address for clients; `nil` leaves it.
    ///   - options: how the call is made.
    /// - Returns: the account, where 360dialog answers with it. `PATCH /partners/{id}`, 360dialog reference §5.4.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func updateAccount(
        webhookURL: String? = nil, redirectURL: String? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Account? {
        if let webhookURL { try Dialog360.validate([(webhookURL, "webhook_url")]) }
        var body: JSONObject = [:]
        body["webhook_url"] = webhookURL.map { .string($0) }
        body["partner_redirect_url"] = redirectURL.map { .string($0) }
        guard body.count > 0 else {
            throw .invalid(
                ValidationError([.init(path: "", rule: .required, explanation: "a change changes something")]))
        }
        return try await perform("updateAccount", .patch, [], body: .object(body), isRepeatable: true, options) {
            (response) throws(WhatsAppError) in
            (try? JSONValue(parsing: response.body)).flatMap { Account(json: $0) }
        }
    }

    /// Where partner events are delivered; `nil` where no address is set. `GET /partners/{id}/webhook_url`.
    ///
    /// - Parameter options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func webhookURL(options: RequestOptions = .standard) async throws(WhatsAppError) -> String? {
        try await perform("webhookURL", .get, ["webhook_url"], options) { (response) throws(WhatsAppError) in
            try GraphAnswer.object(response).word("webhook_url")
        }
    }

    /// Sets where partner events are delivered. `POST /partners/{id}/webhook_url`, 360dialog reference §5.4.
    ///
    /// - Parameters:
    ///   - url: the address: https, no port, no underscore in the host.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`; `invalid` for an address that 360dialog does not take.
    public func setWebhookURL(_ url: String, options: RequestOptions = .standard) async throws(WhatsAppError) {
        try Dialog360.validate([(url, "webhook_url")])
        try await perform(
            "setWebhookURL", .post, ["webhook_url"], body: ["webhook_url": .string(url)], isRepeatable: true, options
        ) { _ in }
    }

    /// The partner's clients, page after page. `GET /partners/{id}/clients`, 360dialog reference §5.5.
    ///
    /// - Parameters:
    ///   - query: which ones; filters are `id`, `name`, `status`, `organisation`, `contact_info.email`, `partner_payload`.
    ///   - options: how each call is made.
    public func clients(_ query: ListQuery = .all, options: RequestOptions = .standard) -> PagedSequence<Client> {
        list("clients", ["clients"], collection: "clients", query, options) { Client(json: $0) }
    }

    /// Changes what the partner has noted with a client, or how many channels it may have.
    ///
    /// - Parameters:
    ///   - client: the client's id.
    ///   - partnerPayload: the note; `nil` leaves it.
    ///   - maximumChannels: how many channels it may have; `nil` leaves it.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `PATCH /partners/{id}/clients/{client}`.
    public func updateClient(
        _ client: String, partnerPayload: String? = nil, maximumChannels: Int? = nil,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        var body: JSONObject = [:]
        body["partner_payload"] = partnerPayload.map { .string($0) }
        body["max_channels"] = maximumChannels.map { .number(JSONNumber($0)) }
        try await perform(
            "updateClient", .patch, ["clients", client], body: .object(body), isRepeatable: true, options
        ) { _ in }
    }

    /// The channels of all clients, page after page. `GET /partners/{id}/channels`, 360dialog reference §5.5.
    ///
    /// - Parameters:
    ///   - query: which ones; filters are `id`, `status`, `client_id`, `account_mode`, `setup_info.phone_number` and the
    ///     others of the reference.
    ///   - options: how each call is made.
    public func channels(_ query: ListQuery = .all, options: RequestOptions = .standard) -> PagedSequence<Channel> {
        list("channels", ["channels"], collection: "partner_channels", query, options) { Channel(json: $0) }
    }

    /// One channel. `GET /partners/{id}/channels/{channel}`.
    ///
    /// - Parameters:
    ///   - channel: the channel's id; it ends in `CH`.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func channel(
        _ channel: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Channel {
        try await perform("channel", .get, ["channels", channel], options) { (response) throws(WhatsAppError) in
            try Self.read(response) { json in
                Channel(json: json) ?? json.objects("partner_channels").first.flatMap { Channel(json: $0) }
            }
        }
    }

    /// Asks for the end of a channel's contract, or takes the request back.
    ///
    /// - Parameters:
    ///   - channel: the channel's id.
    ///   - client: the client's id.
    ///   - isRequested: whether it shall end.
    ///   - options: how the call is made.
    /// - Returns: the channel, where 360dialog answers with it.
    /// - Throws: `WhatsAppError`. `POST …/control/cancellation_request`, 360dialog reference §5.5.
    @discardableResult
    public func setCancellationRequest(
        ofChannel channel: String, client: String, _ isRequested: Bool, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> Channel? {
        try await perform(
            "setCancellationRequest", .post,
            ["clients", client, "channels", channel, "control", "cancellation_request"],
            body: ["enabled": .bool(isRequested)], isRepeatable: true, options
        ) { (response) throws(WhatsAppError) in
            (try? JSONValue(parsing: response.body)).flatMap { Channel(json: $0) }
        }
    }

    /// Sets whether requests of clients to change to this partner are accepted without asking.
    ///
    /// - Parameters:
    ///   - isAutomatic: whether they are.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`. `PATCH …/settings/partner_change_request`, 360dialog reference §5.5.
    public func acceptPartnerChanges(
        automatically isAutomatic: Bool, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await perform(
            "acceptPartnerChanges", .patch, ["settings", "partner_change_request"],
            body: ["auto_approve": .bool(isAutomatic)], isRepeatable: true, options
        ) { _ in }
    }

    static func read<Value>(
        _ response: ResponseMetadata, _ read: (JSONValue) -> Value?
    ) throws(WhatsAppError) -> Value {
        guard let value = read(try GraphAnswer.object(response)) else { throw GraphAnswer.notUnderstood(response) }
        return value
    }
}
