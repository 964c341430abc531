public import HTTPTypes
public import WhatsAppBusiness
public import WhatsAppWebhooks

extension ChatAPI {
    /// The secret by which deliveries are told from forgeries, and where it stands.
    ///
    /// The service signs nothing and asks no question when a webhook is set (Chat API reference §8): the secret is part
    /// of the address that it is given, or a header field that a proxy of your own adds. Several secrets are accepted
    /// while one replaces another.
    ///
    /// ```swift
    /// // Given to the service: https://shop.example/hooks/whatsapp?key=…
    /// let secret = ChatAPI.WebhookSecret.query("key", word)
    /// ```
    public struct WebhookSecret: Sendable {
        let verifier: any WebhookVerifier

        /// The value of a name in the query of the address.
        public static func query(_ name: String, _ secrets: Secret...) -> Self {
            Self(verifier: AddressSecretVerifier(secrets: secrets, place: .query(name)))
        }

        /// The last part of the address's path.
        public static func path(_ secrets: Secret...) -> Self {
            Self(verifier: AddressSecretVerifier(secrets: secrets, place: .lastPathSegment))
        }

        /// The whole value of a header field.
        public static func header(_ name: HTTPField.Name, _ secrets: Secret...) -> Self {
            Self(verifier: SharedSecretVerifier(secrets: secrets, headerName: name))
        }

        /// What a program checks itself, such as the addresses of the service.
        public static func verifier(_ verifier: some WebhookVerifier) -> Self {
            Self(verifier: verifier)
        }
    }

    static func makeReceiver(_ secret: WebhookSecret?, _ configuration: Configuration) -> WebhookReceiver {
        let instanceID = configuration.instanceID
        let now = configuration.now
        // Without a secret there is nothing that a delivery could prove: all are refused.
        return WebhookReceiver(
            verifier: secret?.verifier ?? AddressSecretVerifier(secrets: [], place: .lastPathSegment),
            handshake: WebhookHandshake(verifyToken: nil)
        ) { (body, limits) throws(WebhookError) in
            try Delivery(decodingChatAPI: body, receivedAt: now(), instanceID: instanceID, limits: limits)
        }
    }

    /// Decodes the body of a delivery whose origin has been checked. Statuses without a time get the time of now.
    /// - Throws: `WebhookError` when the body is not JSON or is over a limit; odd elements are problems of the delivery.
    public func decode(_ delivery: [UInt8]) throws(WebhookError) -> Delivery {
        try Delivery(
            decodingChatAPI: delivery, receivedAt: configuration.now(), instanceID: configuration.instanceID)
    }
}

extension ChatAPI.WebhookSecret: CustomStringConvertible, CustomReflectable {
    /// Nothing of the secret.
    public var description: String { "secret of a webhook" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
