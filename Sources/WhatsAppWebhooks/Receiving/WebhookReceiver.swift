public import HTTPTypes
public import WhatsAppBusiness

/// Takes webhook requests: handshake, size, signature, decoding.
///
/// It belongs to no web framework: hand it the parts of a request, send what it answers, and act on the delivery.
///
/// ```swift
/// let receiver = WebhookReceiver(appSecrets: [appSecret], verifyToken: token)
/// let (response, delivery) = receiver.respond(to: request)
/// if let delivery { queue.store(delivery) }        // first store, then answer
/// ```
///
/// What is signed is never answered with an error because of its content: the platform would send it again for days
/// (webhooks reference §1.4). It becomes a delivery with a problem that carries the bytes.
public struct WebhookReceiver: Sendable {
    /// Checks where requests come from.
    public var verifier: any WebhookVerifier
    /// Answers handshakes.
    public var handshake: WebhookHandshake
    /// How much a delivery may hold.
    public var limits: DecodingLimits
    /// Reads the body of a delivery whose origin has been checked: the platform's own envelope unless a provider with a
    /// form of its own says otherwise.
    public var decode: Decode

    /// Reads the body of a delivery.
    public typealias Decode = @Sendable (_ body: [UInt8], _ limits: DecodingLimits) throws(WebhookError) -> Delivery

    /// Creates a receiver for the platform's own webhooks.
    ///
    /// - Parameters:
    ///   - appSecrets: the secrets of the apps that deliver here.
    ///   - verifyToken: the token of the handshake; `nil` refuses every handshake.
    ///   - limits: how much a delivery may hold.
    public init(appSecrets: [Secret], verifyToken: Secret?, limits: DecodingLimits = .default) {
        self.init(
            verifier: SignatureVerifier(secrets: appSecrets), handshake: WebhookHandshake(verifyToken: verifyToken),
            limits: limits)
    }

    /// Creates a receiver from its parts, for vendors with signatures of their own.
    ///
    /// - Parameters:
    ///   - verifier: checks where requests come from.
    ///   - handshake: answers GET requests.
    ///   - limits: how much a delivery may hold.
    ///   - decode: reads the body of a delivery; the platform's own envelope where nothing is given.
    public init(
        verifier: any WebhookVerifier, handshake: WebhookHandshake, limits: DecodingLimits = .default,
        decode: @escaping Decode = { (body, limits) throws(WebhookError) in
            try Delivery(decoding: body, limits: limits)
        }
    ) {
        self.verifier = verifier
        self.handshake = handshake
        self.limits = limits
        self.decode = decode
    }

    /// Checks the size and the signature of a POST request, and decodes it.
    ///
    /// - Parameter request: the request, its body as it was received.
    /// - Returns: the delivery, and which secret it was signed with. A signed body that cannot be decoded is a delivery
    ///   with one problem that carries the bytes; answer it with 200 like any other.
    /// - Throws: `WebhookError` when the request must be refused:
    ///   `WebhookError.suggestedStatus` says with which status. Handshakes are
    ///   ``respond(to:)``'s.
    public func receive(_ request: WebhookRequest) throws(WebhookError) -> ReceivedDelivery {
        guard request.method == .post else {
            throw WebhookError(code: .methodNotAllowed, message: "deliveries are POST requests")
        }
        try check(request.body)
        return received(request.body, match: try verifier.verify(request))
    }

    /// Checks the size and the signature of a body, and decodes it.
    ///
    /// - Parameters:
    ///   - body: the body as it was received.
    ///   - headers: the request's headers.
    /// - Returns: the delivery, as ``receive(_:)`` describes it.
    /// - Throws: `WebhookError` when the request must be refused. What is over the limit of bytes is neither hashed nor
    ///   parsed.
    public func receive(_ body: [UInt8], headers: HTTPFields) throws(WebhookError) -> ReceivedDelivery {
        try check(body)
        return received(body, match: try verifier.verify(body, headers: headers))
    }

    private func check(_ body: [UInt8]) throws(WebhookError) {
        guard body.count <= limits.maximumBytes else {
            throw WebhookError(
                code: .tooLarge, message: "the body has \(body.count) bytes, \(limits.maximumBytes) are allowed")
        }
    }

    private func received(_ body: [UInt8], match: SecretMatch) -> ReceivedDelivery {
        do throws(WebhookError) {
            return ReceivedDelivery(try decode(body, limits), match: match)
        } catch {
            return ReceivedDelivery(
                Delivery(problems: [DeliveryProblem(undecodable: body, error: error)]), match: match)
        }
    }

    /// Answers any request to the webhook's address.
    ///
    /// - Parameter request: the request, its body as it was received.
    /// - Returns: the response, and for an accepted POST request its delivery. Store the delivery before the response is
    ///   sent: what was answered with 200 is not sent again.
    public func respond(to request: WebhookRequest) -> (response: WebhookResponse, delivery: ReceivedDelivery?) {
        switch request.method {
        case .get:
            return (handshake.response(query: request.query), nil)
        case .post:
            do throws(WebhookError) {
                let delivery = try receive(request)
                return (WebhookResponse(status: .ok), delivery)
            } catch {
                return (WebhookResponse(refusing: error), nil)
            }
        default:
            let error = WebhookError(code: .methodNotAllowed, message: "only GET and POST are answered here")
            return (WebhookResponse(refusing: error), nil)
        }
    }
}

extension WebhookResponse {
    /// The response that refuses a request: the status of the error, and its sentence as plain text.
    /// - Parameter error: why the request is refused.
    public init(refusing error: WebhookError) {
        self = .text(error.message, status: HTTPResponse.Status(code: error.suggestedStatus))
        if error.code == .methodNotAllowed { headers[.allow] = "GET, POST" }
    }
}
