import HTTPTypes
import ProviderTestSupport
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppConversations
import WhatsAppSimulator
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A simulated account with a customer, a provider, and everything that its webhook was given.
struct SimulatedAccount: Sendable {
    static let start = Date(timeIntervalSince1970: 1_795_510_800)
    static let ana = PhoneNumber(rawValue: "5511987654321")

    let clock: SimulatedClock
    let platform: SimulatedPlatform
    let cloud: CloudAPI
    let received = Received()

    init(
        windowRefusal: SimulatedPlatform.WindowRefusal = .failedStatus, endpoint: WebhookEndpoint? = nil,
        at time: Date = start, configure: (inout SimulatedPlatform.Configuration) -> Void = { _ in }
    ) async {
        clock = SimulatedClock(at: time)
        var configuration = SimulatedPlatform.Configuration(
            templates: [
                .helloWorld,
                SimulatedTemplate(
                    name: "order_arrives", language: "en_US", category: .utility,
                    body: "Hi {{1}}, your order {{2}} arrives today."),
                SimulatedTemplate(
                    name: "named", language: "en_US", category: .marketing, body: "{{first_name}} at {{shop}}"),
            ],
            windowRefusal: windowRefusal)
        configure(&configuration)
        platform = SimulatedPlatform(configuration: configuration, clock: clock)
        cloud = CloudAPI(
            phoneNumberID: platform.configuration.phoneNumberID,
            accessToken: .fixed(platform.configuration.accessToken), appSecret: platform.configuration.appSecret,
            verifyToken: "verify & word", transport: platform, configuration: .init(clock: RecordingClock()))
        let received = received
        let webhooks = cloud.webhooks
        let own = WebhookEndpoint { call in
            let path = call.query.map { "/webhook?" + $0 } ?? "/webhook"
            let (response, delivery) = webhooks.respond(
                to: WebhookRequest(method: call.method, path: path, headers: call.headers, body: call.body))
            if let delivery { await received.add(delivery.delivery) }
            return .init(status: response.status.code, body: response.body)
        }
        await platform.connect(endpoint ?? own)
    }

    /// Any request, without the provider.
    ///
    /// - Parameters:
    ///   - path: below the version.
    ///   - json: a body in JSON.
    ///   - headers: fields beside the token.
    @discardableResult
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ json: JSONValue? = nil, bytes: [UInt8]? = nil,
        headers: [String: String] = [:], token: String = "simulated-access-token"
    ) async throws -> (status: Int, json: JSONValue) {
        var fields: HTTPFields = [.authorization: "Bearer \(token)"]
        if json != nil { fields[.contentType] = "application/json" }
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let body = bytes ?? json?.serialized()
        let (response, content) = try await platform.send(
            HTTPRequest(
                method: method, scheme: "https", authority: "graph.facebook.com", path: "/v25.0/" + path,
                headerFields: fields),
            body: body.map { HTTPBody($0) }, options: TransportOptions())
        let answer = try await content.collect(upTo: 1 << 20)
        return (response.status.code, try JSONValue(parsing: answer))
    }

    /// The code and, where there is one, the subcode of a refusal.
    func refusal(
        _ method: HTTPRequest.Method, _ path: String, _ json: JSONValue? = nil, token: String = "simulated-access-token"
    ) async throws -> [Int] {
        let error = try await call(method, path, json, token: token).json["error"]
        return [error?["code"]?.integer, error?["error_subcode"]?.integer].compactMap { $0 }
    }

    /// A request as a program would send it, without the provider.
    func post(_ body: [UInt8], token: String? = "simulated-access-token") async throws -> (Int, JSONValue) {
        var fields: HTTPFields = [.contentType: "application/json"]
        if let token { fields[.authorization] = "Bearer \(token)" }
        let (response, content) = try await platform.send(
            HTTPRequest(
                method: .post, scheme: "https", authority: "graph.facebook.com",
                path: "/v25.0/\(platform.configuration.phoneNumberID)/messages", headerFields: fields),
            body: HTTPBody(body), options: TransportOptions())
        return (response.status.code, try JSONValue(parsing: try await content.collect(upTo: 1 << 20)))
    }
}

/// What a webhook was given.
actor Received {
    private(set) var deliveries: [Delivery] = []

    func add(_ delivery: Delivery) {
        deliveries.append(delivery)
    }

    var events: [WebhookEvent] { deliveries.flatMap(\.events) }

    var problems: Int { deliveries.reduce(0) { $0 + $1.problems.count } }

    var messages: [InboundMessage] {
        deliveries.flatMap(\.events).compactMap { if case .message(let message) = $0 { message } else { nil } }
    }

    var statuses: [MessageStatus] {
        deliveries.flatMap(\.events).compactMap { if case .status(let status) = $0 { status } else { nil } }
    }
}
