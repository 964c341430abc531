public import HTTPTypes
public import WhatsAppBusiness

/// Where the simulated platform delivers: an address behind a transport, or a function in the same process.
public struct WebhookEndpoint: Sendable {
    /// One call of the endpoint.
    public struct Call: Sendable {
        /// `GET` for the handshake, `POST` for a delivery.
        public var method: HTTPRequest.Method
        /// The query, without its `?`; for the handshake.
        public var query: String?
        /// The header fields, the signature among them.
        public var headers: HTTPFields
        /// The body.
        public var body: [UInt8]
    }

    /// What the endpoint answered.
    public struct Answer: Hashable, Sendable {
        /// The HTTP status; every other than 200 is a failure.
        public var status: Int
        /// The body; the handshake wants the challenge.
        public var body: [UInt8]

        /// Creates an answer.
        public init(status: Int, body: [UInt8] = []) {
            self.status = status
            self.body = body
        }
    }

    let handle: @Sendable (Call) async throws -> Answer

    /// An endpoint in the same process.
    public init(_ handle: @escaping @Sendable (Call) async throws -> Answer) {
        self.handle = handle
    }

    /// An endpoint behind a transport.
    ///
    /// - Parameters:
    ///   - address: scheme, host, optional port and path, such as `http://127.0.0.1:8081/webhook`.
    ///   - transport: the way there.
    /// - Throws: `ValidationError` when the address is not one.
    public init(_ address: String, transport: any HTTPTransport) throws(ValidationError) {
        guard let separator = address.firstRange(of: "://"), separator.upperBound < address.endIndex,
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            throw ValidationError([
                .init(
                    path: "webhook", rule: .pattern, explanation: "an address is scheme://host[:port][/path]",
                    actual: address.utf8.count)
            ])
        }
        let scheme = String(address[..<separator.lowerBound])
        let rest = address[separator.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = String(rest[..<slash])
        let path = slash == rest.endIndex ? "/" : String(rest[slash...])
        self.init { call in
            var target = path
            if let query = call.query { target += (path.contains("?") ? "&" : "?") + query }
            let request = HTTPRequest(
                method: call.method, scheme: scheme, authority: authority, path: target, headerFields: call.headers)
            let (response, body) = try await transport.send(
                request, body: call.method == .get ? nil : HTTPBody(call.body),
                options: TransportOptions(timeout: .seconds(10), responseBody: .collected(upTo: 64 * 1024)))
            return Answer(status: response.status.code, body: try await body.collect(upTo: 64 * 1024))
        }
    }
}
