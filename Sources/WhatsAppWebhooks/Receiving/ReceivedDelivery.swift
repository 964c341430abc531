public import WhatsAppBusiness

/// A delivery whose origin was checked: its events and problems, and which secret it was made with.
public struct ReceivedDelivery: Hashable, Sendable {
    /// What was delivered.
    public var delivery: Delivery
    /// Which of the verifier's secrets the delivery was made with: it tells apps on one address apart, and whether an
    /// old secret is still in use.
    public var match: SecretMatch

    /// Creates a value.
    public init(_ delivery: Delivery, match: SecretMatch) {
        self.delivery = delivery
        self.match = match
    }

    /// The events in their order.
    public var events: [WebhookEvent] { delivery.events }

    /// What could not be read, with its place and its bytes.
    public var problems: [DeliveryProblem] { delivery.problems }
}

extension ReceivedDelivery: CustomStringConvertible, CustomReflectable {
    /// How many events and problems there are, and the place of the secret.
    public var description: String { "\(delivery), made with secret \(match.secretIndex)" }

    /// A mirror that shows the counts and the place of the secret only.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "events": events.count, "problems": problems.count, "secretIndex": match.secretIndex,
            ])
    }
}
