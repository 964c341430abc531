import HTTPTypes
public import WhatsAppBusiness
import WhatsAppWebhooks

extension Dialog360 {
    /// Decodes the body of a delivery whose origin has been checked, in whichever of 360dialog's forms.
    /// - Throws: `WebhookError` when the body is not JSON or is over a limit; odd elements are problems of the delivery.
    public func decode(_ delivery: [UInt8]) throws(WebhookError) -> Delivery {
        try Delivery(decoding360Dialog: delivery)
    }

    /// A receiver that accepts what one of the given secrets proves.
    static func makeReceiver(
        webhookSecret: Secret?, headerName: HTTPField.Name, platformSecret: Secret?
    ) -> WebhookReceiver {
        let word = SharedSecretVerifier(secrets: webhookSecret.map { [$0] } ?? [], headerName: headerName)
        let signature = SignatureVerifier.dialog360Partner(platformSecrets: platformSecret.map { [$0] } ?? [])
        let verifier: any WebhookVerifier
        switch (webhookSecret, platformSecret) {
        case (_, nil): verifier = word
        case (nil, _): verifier = signature
        default: verifier = AlternativeVerifier(word, signature)
        }
        return makeReceiver(verifier)
    }

    /// A receiver of all forms; 360dialog makes no handshake.
    static func makeReceiver(_ verifier: any WebhookVerifier) -> WebhookReceiver {
        WebhookReceiver(verifier: verifier, handshake: WebhookHandshake(verifyToken: nil)) {
            (body, limits) throws(WebhookError) in
            try Delivery(decoding360Dialog: body, limits: limits)
        }
    }
}
