public import HTTPTypes
public import WhatsAppBusiness

extension SimulatedPlatform {
    /// Sets where webhooks are delivered.
    ///
    /// Several endpoints can be connected, of one face or of several; every event is queued once for each. What happened
    /// before the first endpoint was known is delivered to it.
    ///
    /// - Parameters:
    ///   - endpoint: the endpoint.
    ///   - face: the interface that its deliveries follow.
    ///   - name: what the endpoint is called among those of its face; one of the same name is replaced. Of Cloud API's
    ///     endpoints `application`, `whatsapp_business_account` and `phone_number`, the last gets the field `messages`
    ///     (webhooks reference §1.8).
    ///   - headers: fields that every delivery carries, as 360dialog's webhooks can have.
    public func connect(
        _ endpoint: WebhookEndpoint, as face: Face = .cloudAPI, named name: String? = nil, headers: HTTPFields = [:]
    ) {
        connect(
            ConnectedEndpoint(
                face: face, name: name ?? face.name, url: nil, headers: headers, endpoint: endpoint))
    }

    /// Takes an endpoint away, with everything that waits for it.
    public func disconnect(_ face: Face, named name: String? = nil) {
        endpoints.removeAll { $0.face == face && $0.name == name ?? face.name }
    }

    /// Puts an endpoint of the same process at an address, for programs that set their webhook through an interface.
    ///
    /// ```swift
    /// await platform.serve(endpoint, at: "https://shop.example/webhook")
    /// try await provider.setWebhook("https://shop.example/webhook")
    /// ```
    public func serve(_ endpoint: WebhookEndpoint, at url: String) {
        served[url] = endpoint
        for index in endpoints.indices where endpoints[index].url == url { endpoints[index].endpoint = endpoint }
        wake?.yield()
    }

    /// Sets the way to addresses that are not served in the same process; without it they cannot be reached.
    public func reachAddresses(through transport: any HTTPTransport) {
        outside = transport
    }

    /// Sets an address that came through an interface; `nil` removes it.
    func setCallback(_ url: String?, as face: Face, named name: String? = nil, headers: HTTPFields = [:]) {
        let name = name ?? face.name
        guard let url else { return disconnect(face, named: name) }
        connect(ConnectedEndpoint(face: face, name: name, url: url, headers: headers, endpoint: endpoint(at: url)))
    }

    /// The endpoint of a face with this name.
    func callback(as face: Face, named name: String? = nil) -> ConnectedEndpoint? {
        endpoints.first { $0.face == face && $0.name == name ?? face.name }
    }

    /// What answers at an address.
    func endpoint(at url: String) -> WebhookEndpoint? {
        if let endpoint = served[url] { return endpoint }
        return outside.flatMap { try? WebhookEndpoint(url, transport: $0) }
    }

    private func connect(_ connected: ConnectedEndpoint) {
        var connected = connected
        if let index = endpoints.firstIndex(where: { $0.face == connected.face && $0.name == connected.name }) {
            connected.pending = endpoints[index].pending
            endpoints[index] = connected
        } else {
            if endpoints.isEmpty {
                connected.pending = unclaimed
                unclaimed = []
            }
            endpoints.append(connected)
        }
        wake?.yield()
    }

    /// Makes the handshake with the endpoint of Cloud API, as the platform does when the address is saved.
    ///
    /// - Parameter verifyToken: the word that was given with the address.
    /// - Returns: whether the endpoint answered 200 with the challenge and nothing else.
    /// - Throws: what the endpoint's transport throws.
    public func verifyEndpoint(with verifyToken: Secret) async throws -> Bool {
        guard let endpoint = callback(as: .cloudAPI)?.endpoint else { return false }
        return try await verify(endpoint, with: verifyToken)
    }

    /// Makes the handshake (webhooks reference §1.1).
    func verify(_ endpoint: WebhookEndpoint, with verifyToken: Secret) async throws -> Bool {
        let challenge = String(1_158_201_444 + nextNumber())
        let query = verifyToken.withText { token in
            "hub.mode=subscribe&hub.challenge=\(challenge)&hub.verify_token=\(PercentCoding.encoded(token))"
        }
        let answer = try await endpoint.handle(.init(method: .get, query: query, headers: [:], body: []))
        return answer.status == 200 && answer.body == Array(challenge.utf8)
    }
}
