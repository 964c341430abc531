import ExampleServers
import Foundation
import WhatsApp
import WhatsAppSimulator

/// The simulated platform on a port, with a page that plays the customer's phone.
///
///     PORT=8080 WEBHOOK_URL=http://127.0.0.1:8081/webhook swift run Simulator
///
/// A program connects to it as to the real platform: with the addresses and keys that are printed.
@main
enum Simulator {
    static func main() async {
        do {
            try await serve()
        } catch {
            FileHandle.standardError.write(Data("Simulator: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func serve() async throws {
        let environment = ProcessInfo.processInfo.environment
        let platform = SimulatedPlatform(
            configuration: .init(
                templates: [
                    .helloWorld,
                    SimulatedTemplate(
                        name: "order_arrives", language: "en_US", category: .utility,
                        body: "Hi {{1}}, your order {{2}} arrives today."),
                ],
                // Long enough for a person to decide, short enough to wait for.
                templateReview: .init(delay: 60)),
            clock: SimulatedClock(following: { Date() }))
        if let url = environment["WEBHOOK_URL"] {
            await platform.connect(try WebhookEndpoint(url, transport: .curl))
        }
        try await SimulatorServer.run(platform, port: environment["PORT"].flatMap { Int($0) } ?? 8080) { port in
            let base = "http://127.0.0.1:\(port)"
            print(
                """
                The customer's phone:  \(base)/simulator/
                Cloud API:             \(base)  number \(platform.configuration.phoneNumberID.rawValue), \
                token \(platform.configuration.accessToken.withText { $0 })
                360dialog:             \(base)  key \(platform.configuration.dialog360Key.withText { $0 })
                360dialog sandbox:     \(base)  key \(platform.configuration.sandboxKey.withText { $0 })
                Chat API:              \(base)/\(platform.configuration.chatAPIChannel)  \
                token \(platform.configuration.chatAPIToken.withText { $0 })
                """)
        }
    }
}
