import HTTPTypes
public import WhatsAppBusiness

extension ChatAPI {
    /// Asks where webhooks of this channel are delivered: a list, in which the service's own site may stand too.
    /// - Throws: `WhatsAppError`. `GET webhook`, Chat API reference §8.
    public func webhookConfiguration(options: RequestOptions) async throws(WhatsAppError) -> WebhookConfiguration {
        let list = try await webhookList(options: options)
        return WebhookConfiguration(addresses: list.urls.map { .init(url: $0, level: .number) })
    }

    /// Adds this program's address to the list of the channel, or takes it away.
    ///
    /// The service replaces the whole list with each call, so the list is read, changed, written back and read again:
    /// addresses that others have registered, such as the service's own site, stay. Two programs that do this at the
    /// same time can undo each other: the last reading shows whether this one's address is there.
    ///
    /// - Parameters:
    ///   - target: the address. It takes the place of ``Configuration/webhookURL`` where that is another one. `nil` takes
    ///     ``Configuration/webhookURL`` away. Put the secret into the address: the service signs nothing, sends no header
    ///     fields of yours, and makes no handshake.
    ///   - options: how the calls are made.
    /// - Throws: `WhatsAppError`: `invalid` for a sixth address, or where it is not known which one is this program's own;
    ///   `unsupported` for header fields and for other levels than the number's. `POST webhook`, Chat API reference §8.
    public func setWebhook(_ target: WebhookTarget?, options: RequestOptions) async throws(WhatsAppError) {
        let own = configuration.webhookURL
        if let target { try Self.check(target) }
        guard target != nil || own != nil else {
            throw .invalid(
                at: "webhookURL", .required,
                "only an own address is taken away: the settings name none (Configuration.webhookURL)")
        }
        var list = try await webhookList(options: options)
        if let target {
            list.add(target.url, replacing: own)
        } else {
            guard list.urls.contains(where: { $0 == own }) else { return }
            list.urls.removeAll { $0 == own }
        }
        guard list.urls.count <= WebhookList.maximumCount else {
            throw .invalid(
                at: "webhookUrl", .maxCount, "a channel delivers to at most five addresses",
                limit: WebhookList.maximumCount, actual: list.urls.count)
        }
        // The same list again is worth a call: it enables an address that the service has disabled.
        try await engine.perform(
            try post("setWebhook", "webhook", ["webhookUrl": list.json], isRepeatable: true), options: options
        ) { _ in }
        let written = try await webhookList(options: options)
        let isThere = target.map { written.urls.contains($0.url) } ?? !written.urls.contains { $0 == own }
        guard isThere else {
            throw WhatsAppError(
                code: .decoding, outcome: .unknown,
                message: "the service has another list of webhook addresses than the one that was written")
        }
    }

    func webhookList(options: RequestOptions) async throws(WhatsAppError) -> WebhookList {
        try await engine.perform(try get("webhook", "webhook"), options: options) { response throws(WhatsAppError) in
            guard let list = WebhookList(try ChatAnswer.object(response)["webhookUrl"]) else {
                throw ChatAnswer.notUnderstood(response)
            }
            return list
        }
    }

    private static func check(_ target: WebhookTarget) throws(WhatsAppError) {
        guard target.headers.isEmpty else { throw .unsupported(.webhookHeaders, by: .chatAPI) }
        guard target.level == .number else { throw .unsupported(.webhookLevels, by: .chatAPI) }
        var check = Check()
        check.address(target.url, at: "webhookUrl")
        if target.url.contains(",") {
            check.fail(at: "webhookUrl", .characters, "the service takes a comma for the end of an address")
        }
        guard check.violations.isEmpty else { throw .invalid(ValidationError(check.violations)) }
    }
}
