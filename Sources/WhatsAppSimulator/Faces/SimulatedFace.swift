import HTTPTypes
import WhatsAppBusiness

/// A language in which programs talk to the simulated platform: paths, keys, bodies, refusals and deliveries of one
/// interface. Faces hold no state: what they read and change is that of the platform, which all of them share.
///
/// A face reads its requests with code of its own and then calls what the platform offers to all faces:
///
/// | What | Call |
/// |---|---|
/// | send a message | ``SimulatedPlatform/accept(_:marketing:)`` with a body in Cloud API's JSON |
/// | mark as read, show typing | ``SimulatedPlatform/markAsRead(_:showsTyping:)`` |
/// | files | ``SimulatedPlatform/storeMedia(_:mimeType:filename:)``, ``SimulatedPlatform/media(_:)``, ``SimulatedPlatform/issueTicket(for:)``, ``SimulatedPlatform/openAddress(of:origin:)``, ``SimulatedPlatform/deleteMedia(_:)`` |
/// | templates | ``SimulatedPlatform/templates``, ``SimulatedPlatform/createTemplate(_:)``, ``SimulatedPlatform/deleteTemplates(named:id:)`` |
/// | profile | ``SimulatedPlatform/profile``, ``SimulatedPlatform/updateProfile(_:)`` |
/// | webhook addresses | ``SimulatedPlatform/setCallback(_:as:named:headers:)``, ``SimulatedPlatform/callback(as:named:)`` |
///
/// Each throws a ``PlatformFault`` with Cloud API's code, which the face writes in its own form.
protocol SimulatedFace: Sendable {
    /// Answers one request, its key included.
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply

    /// A refusal in the form of this interface; that of Cloud API unless a face says otherwise.
    func refusal(_ fault: PlatformFault, on platform: isolated SimulatedPlatform) -> SimulatedReply

    /// The webhooks that tell of some events, in order; none where this interface tells of no such thing. It is asked for
    /// one event at a time unless a batch was ordered.
    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook]
}

extension SimulatedFace {
    func refusal(_ fault: PlatformFault, on platform: isolated SimulatedPlatform) -> SimulatedReply {
        fault.graphReply(traceID: "SimTrace\(platform.nextNumber())")
    }
}

/// A webhook as it travels, without its endpoint.
struct SimulatedWebhook: Sendable {
    var headers: HTTPFields
    var body: [UInt8]

    init(headers: HTTPFields = [:], body: [UInt8]) {
        self.headers = headers
        self.headers[.contentType] = "application/json"
        self.body = body
    }
}
