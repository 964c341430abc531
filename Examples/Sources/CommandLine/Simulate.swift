import ArgumentParser
import ExampleServers
import Foundation
import WhatsApp
import WhatsAppSimulator

/// `whatsapp simulate`: the simulated platform on a port.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the simulated platform on a loopback port, until it is stopped.",
        discussion: """
            Cloud API, 360dialog (header D360-API-KEY) and Chat API (below /27000) answer on the same port, over one state.
            GET /simulator/ is a page that plays the customer's phone. Programs play it through further paths:
              POST /simulator/messages  {"from":"+55…","text":"Hi","name":"Ana","ad_id":"…"}
                                        {"from":"+55…","file":{"type":"image","mime_type":"image/jpeg","base64":"…"}}
                                        {"from":"+55…","tap":"the id of a button or row"}
              POST /simulator/webhook   {"url":"http://127.0.0.1:8081/webhook","verify_token":"…"}
                                        {"url":"…","provider":"cloud"|"360dialog"|"360dialog-sandbox"|"chat-api"}
              POST /simulator/reads     {"from":"+55…"}
              POST /simulator/reachable {"from":"+55…","reachable":false}
              POST /simulator/clock     {"advance":90000}
              POST /simulator/templates {"name":"…","language":"en_US","decision":"approve"|"reject","reason":"…"}
                                        {"name":"…","language":"en_US","quality":"RED"}
              POST /simulator/faults    {"fault":"throttled"|"server_error"|"html","times":2}  or  {"code":131026}
              GET  /simulator/messages?of=55…
            """)

    @Option(help: "The port; 0 for any free one.")
    var port = 8080

    @Option(help: "The address that webhooks are delivered to.")
    var webhookURL: String?

    @Option(help: "The secret that signs webhooks.")
    var appSecret = "simulated-app-secret"

    @Option(help: "The word for the webhook's handshake; with it the handshake is made at the start.")
    var verifyToken: String?

    @Option(help: "The only token that is accepted.")
    var accessToken = "simulated-access-token"

    @Option(help: "The id of the business number.")
    var phoneNumberID = "106540352242922"

    @Option(help: "The form of the webhooks: cloud, 360dialog, 360dialog-sandbox or chat-api.")
    var provider = "cloud"

    @Option(help: "How many seconds a template's review takes.")
    var reviewSeconds = 0

    func run() async throws {
        let clock = SimulatedClock(following: { Date() })
        let platform = SimulatedPlatform(
            configuration: .init(
                phoneNumberID: PhoneNumberID(phoneNumberID), accessToken: Secret(accessToken),
                appSecret: Secret(appSecret),
                templates: [
                    .helloWorld,
                    SimulatedTemplate(
                        name: "order_arrives", language: "en_US", category: .utility,
                        body: "Hi {{1}}, your order {{2}} arrives today."),
                ],
                templateReview: .init(delay: Double(max(reviewSeconds, 0)))),
            clock: clock)
        if let webhookURL {
            guard let face = SimulatorServer.face(named: provider) else {
                throw ValidationError("--provider is cloud, 360dialog, 360dialog-sandbox or chat-api")
            }
            await platform.connect(try WebhookEndpoint(webhookURL, transport: .curl), as: face)
            if let verifyToken {
                let isVerified = (try? await platform.verifyEndpoint(with: Secret(verifyToken))) ?? false
                if !isVerified { Output.complain("the webhook's address did not answer the handshake") }
            }
        }
        let phoneNumberID = phoneNumberID
        try await SimulatorServer.run(platform, port: port) { port in
            Output.line([
                "base_url": .string("http://127.0.0.1:\(port)"), "phone_number_id": .string(phoneNumberID),
                "phone_page": .string("http://127.0.0.1:\(port)/simulator/"),
                "dialog360_key": .string(platform.configuration.dialog360Key.withText { $0 }),
                "sandbox_key": .string(platform.configuration.sandboxKey.withText { $0 }),
                "chat_api_url": .string("http://127.0.0.1:\(port)/\(platform.configuration.chatAPIChannel)"),
                "chat_api_token": .string(platform.configuration.chatAPIToken.withText { $0 }),
                "templates": .array(platform.configuration.templates.map { .string($0.name) }),
            ])
        }
    }
}
