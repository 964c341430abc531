import HTTPTypes
import WhatsAppBusiness

/// An endpoint with what waits for it.
struct ConnectedEndpoint: Sendable {
    /// The interface that its deliveries follow.
    var face: SimulatedPlatform.Face
    /// What it is called among the endpoints of its face. Cloud API's are `application`, `whatsapp_business_account` and
    /// `phone_number`; the nearest to the number gets the field `messages` (webhooks reference §1.8).
    var name: String
    /// Its address, where it was set through an interface.
    var url: String?
    /// Fields of its own that every delivery carries.
    var headers: HTTPFields
    /// `nil` where the address leads nowhere: its deliveries fail.
    var endpoint: WebhookEndpoint?
    var pending: [PendingDelivery] = []
}

/// Events that wait for an endpoint, with what is left of their webhooks once these were made.
struct PendingDelivery: Sendable {
    var events: [SimulatedEvent]
    var webhooks: [SimulatedWebhook]?
    var attempts = 0
}
