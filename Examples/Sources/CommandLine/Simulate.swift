import ArgumentParser
import ExampleServers
import Foundation
import WhatsApp
import WhatsAppSimulator

/// `whatsapp simulate`: the simulated platform on a port.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves a simulated Cloud API on a loopback port, until it is stopped.",
        discussion: """
            The customer's phone and the clock are played through further paths of the same port:
              POST /simulator/messages  {"from":"+55…","text":"Hi","name":"Ana","ad_id":"…"}
                                        {"from":"+55…","file":{"type":"image","mime_type":"image/jpeg","base64":"…"}}
                                        {"from":"+55…","tap":{"id":"…","title":"…","on":"wamid.…"}}
              POST /simulator/webhook   {"url":"http://127.0.0.1:8081/webhook","verify_token":"…"}
              POST /simulator/reads     {"from":"+55…"}
              POST /simulator/clock     {"advance":90000}
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
                ]),
            clock: clock)
        if let webhookURL {
            await platform.connect(try WebhookEndpoint(webhookURL, transport: .curl))
            if let verifyToken {
                let isVerified = (try? await platform.verifyEndpoint(with: Secret(verifyToken))) ?? false
                if !isVerified { Output.complain("the webhook's address did not answer the handshake") }
            }
        }
        let phoneNumberID = phoneNumberID
        try await SimulatorServer.run(platform, port: port) { port in
            Output.line([
                "base_url": .string("http://127.0.0.1:\(port)"), "phone_number_id": .string(phoneNumberID),
                "templates": .array(platform.configuration.templates.map { .string($0.name) }),
            ])
        }
    }
}
