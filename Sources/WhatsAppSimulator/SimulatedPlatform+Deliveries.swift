import HTTPTypes
public import WhatsAppBusiness
import WhatsAppConversations
import WhatsAppWebhooks

extension SimulatedPlatform {
    /// How often a delivery is tried before it is given up.
    static let maximumDeliveryAttempts = 10

    /// How many deliveries wait for an endpoint at most; the oldest make room.
    static let maximumPendingDeliveries = 10_000

    /// Sets where webhooks are delivered.
    public func connect(_ endpoint: WebhookEndpoint) {
        self.endpoint = endpoint
        wake?.yield()
    }

    /// Makes the handshake with the endpoint, as the platform does when the address is saved.
    ///
    /// - Parameter verifyToken: the word that was given with the address.
    /// - Returns: whether the endpoint answered 200 with the challenge and nothing else.
    /// - Throws: what the endpoint's transport throws.
    public func verifyEndpoint(with verifyToken: Secret) async throws -> Bool {
        guard let endpoint else { return false }
        let challenge = String(1_158_201_444 + nextNumber())
        let query = verifyToken.withText { token in
            "hub.mode=subscribe&hub.challenge=\(challenge)&hub.verify_token=\(Self.percentEncoded(token))"
        }
        let answer = try await endpoint.handle(.init(method: .get, query: query, headers: [:], body: []))
        return answer.status == 200 && answer.body == Array(challenge.utf8)
    }

    /// Delivers what is queued, each delivery once. What the endpoint did not take stays queued, up to ten attempts.
    ///
    /// - Returns: how many deliveries are still queued.
    @discardableResult
    public func deliverPending() async -> Int {
        guard endpoint != nil else { return pending.count }
        let batch = pending
        pending = []
        var failed: [PendingDelivery] = []
        for var delivery in batch {
            delivery.attempts += 1
            if await deliver(delivery) { continue }
            if delivery.attempts < Self.maximumDeliveryAttempts { failed.append(delivery) }
        }
        pending = failed + pending
        return pending.count
    }

    /// Delivers webhooks as they come, until the task is cancelled. Refused deliveries are repeated after 1, 2, 4, …
    /// seconds of the given clock.
    ///
    /// - Parameter clock: what waits between repetitions.
    public func run(clock: any Clock<Duration> = ContinuousClock()) async {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wake?.finish()
        wake = continuation
        if !pending.isEmpty { continuation.yield() }
        for await _ in signals {
            var delay = 1
            while endpoint != nil, await deliverPending() > 0 {
                guard (try? await clock.sleep(for: .seconds(delay))) != nil else { return }
                delay = min(delay * 2, 64)
            }
        }
    }

    private func deliver(_ delivery: PendingDelivery) async -> Bool {
        guard let endpoint else { return false }
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.hubSignature256] = signer.signature(for: delivery.body)
        let call = WebhookEndpoint.Call(method: .post, query: nil, headers: headers, body: delivery.body)
        guard let answer = try? await endpoint.handle(call) else { return false }
        return answer.status == 200
    }

    /// Queues a webhook of this number.
    func emit(_ field: String, _ members: [(String, JSONValue)]) {
        let value: [(String, JSONValue)] =
            [
                ("messaging_product", "whatsapp"),
                (
                    "metadata",
                    [
                        "display_phone_number": .string(configuration.phoneNumber.digits),
                        "phone_number_id": .string(configuration.phoneNumberID.rawValue),
                    ]
                ),
            ] + members
        let envelope: JSONValue = [
            "object": "whatsapp_business_account",
            "entry": [
                [
                    "id": .string(configuration.businessAccountID.rawValue),
                    "changes": [["value": .members(value), "field": .string(field)]],
                ]
            ],
        ]
        if pending.count == Self.maximumPendingDeliveries { pending.removeFirst() }
        pending.append(PendingDelivery(body: envelope.serialized()))
        wake?.yield()
    }

    private static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += byte < 0x10 ? "%0" + hex : "%" + hex
            }
        }
        return encoded
    }
}
