import HTTPTypes
import WhatsAppBusiness
import WhatsAppSimulator

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A simulated account with a customer, the provider on the way to it, and everything that was delivered.
struct Scene: Sendable {
    static let ana = PhoneNumber(rawValue: "5511987654321")
    static let recipient = Recipient.phoneNumber(ana)

    let platform: SimulatedPlatform
    let clock: SimulatedClock
    let road: Road
    let provider: any WhatsAppProvider
    private let deliveries: Deliveries

    init(
        _ subject: Subject, credential: Subject.Credential = .good,
        windowRefusal: SimulatedPlatform.WindowRefusal = .refusedRequest
    ) async {
        clock = SimulatedClock(at: Date(timeIntervalSince1970: 1_795_510_800))
        let configuration = SimulatedPlatform.Configuration(
            templates: [
                .helloWorld,
                SimulatedTemplate(
                    name: "order_arrives", language: "en_US", category: .utility,
                    body: "Hi {{1}}, your order {{2}} arrives today."),
            ],
            windowRefusal: windowRefusal)
        platform = SimulatedPlatform(configuration: configuration, clock: clock)
        road = Road(to: platform)
        provider = subject.make(configuration, credential, road)
        let deliveries = Deliveries()
        self.deliveries = deliveries
        let endpoint = WebhookEndpoint { call in
            await deliveries.add(call.body)
            return .init(status: 200)
        }
        await platform.connect(endpoint, as: subject.face)
    }

    /// A scene in which the customer has just written.
    static func withOpenWindow(_ subject: Subject) async throws -> Scene {
        let scene = await Scene(subject)
        await scene.platform.customerSends("Hello", from: ana)
        _ = try await scene.events()
        return scene
    }

    /// What was delivered since the last call, decoded by the provider.
    func events() async throws -> [WebhookEvent] {
        await platform.deliverPending()
        var events: [WebhookEvent] = []
        for body in await deliveries.take() {
            let delivery = try provider.decode(body)
            events += delivery.events
            if let problem = delivery.problems.first { throw Unreadable(problem: "\(problem)") }
        }
        return events
    }

    /// A message of a fixture, with what it quotes and reacts to on this phone.
    func adapted(_ message: Message) async -> Message {
        var message = message
        let look = await platform.customerSends("Look", from: Self.ana)
        if message.replyTo != nil { message.replyTo = look }
        if case .reaction(var reaction) = message.content {
            reaction.messageID = look
            message.content = .reaction(reaction)
        }
        message.callbackData = nil
        message.identityKeyHash = nil
        return message
    }

    /// What the customer's phone shows.
    func phone() async -> [CustomerMessage] { await platform.messages(of: Self.ana) }

    struct Unreadable: Error {
        var problem: String
    }

    private actor Deliveries {
        private var bodies: [[UInt8]] = []

        func add(_ body: [UInt8]) { bodies.append(body) }

        func take() -> [[UInt8]] {
            defer { bodies = [] }
            return bodies
        }
    }
}

extension [WebhookEvent] {
    var messages: [InboundMessage] { compactMap { if case .message(let message) = $0 { message } else { nil } } }
    var statuses: [MessageStatus] { compactMap { if case .status(let status) = $0 { status } else { nil } } }
}
