import ExampleServers
import Foundation
import WhatsApp
import WhatsAppSimulator

/// A shop talks to a customer on a simulated platform, over real HTTP on two loopback ports.
@main
struct Quickstart {
    static func main() async {
        let story = Story()
        do {
            try await play(story)
        } catch let error as Story.Failure {
            story.fail(error.description)
            exit(1)
        } catch {
            story.fail("\(error)")
            exit(1)
        }
    }

    private static func play(_ story: Story) async throws {
        // The account, its templates, and a time that stands still until it is moved.
        let clock = SimulatedClock(at: Date(timeIntervalSince1970: 1_795_510_800))
        let platform = SimulatedPlatform(
            configuration: .init(templates: [
                .helloWorld,
                SimulatedTemplate(
                    name: "order_arrives", language: "en_US", category: .utility,
                    body: "Hi {{1}}, your order {{2}} arrives today."),
            ]),
            clock: clock)
        let account = platform.configuration
        let verifyToken: Secret = "a-word-that-only-the-two-know"

        try await withThrowingTaskGroup(of: Void.self) { servers in
            defer { servers.cancelAll() }

            let simulatorPort = AsyncStream.makeStream(of: Int.self)
            servers.addTask {
                try await SimulatorServer.run(platform) { simulatorPort.continuation.yield($0) }
            }
            guard let port = await simulatorPort.stream.first(where: { _ in true }) else { return }
            let baseURL = "http://127.0.0.1:\(port)"

            // The shop: a provider on libcurl, and what it knows about its customers.
            let cloud = CloudAPI(
                phoneNumberID: account.phoneNumberID, accessToken: .fixed(account.accessToken),
                appSecret: account.appSecret, verifyToken: verifyToken, transport: .curl,
                configuration: .init(baseURL: baseURL))
            let shop = Shop(cloud: cloud)

            let receiverPort = AsyncStream.makeStream(of: Int.self)
            servers.addTask {
                try await LoopbackServer.run(onRunning: { receiverPort.continuation.yield($0) }) { request, body in
                    await shop.answer(WebhookRequest(request, body: body))
                }
            }
            guard let webhookPort = await receiverPort.stream.first(where: { _ in true }) else { return }
            let webhook = "http://127.0.0.1:\(webhookPort)/webhook"

            story.title("A shop talks to a customer")
            story.fact("platform", "\(baseURL)  (simulated Cloud API)")
            story.fact("webhook", webhook)
            await platform.connect(try WebhookEndpoint(webhook, transport: .curl))
            try story.require(
                await platform.verifyEndpoint(with: verifyToken), "the webhook's address is verified",
                else: "the handshake failed")
            story.fact("check", try await check(cloud))

            try await converse(story, platform: platform, shop: shop, clock: clock)
        }
        story.end()
    }

    private static func check(_ cloud: CloudAPI) async throws -> String {
        let report = try await cloud.checkConnection()
        guard report.isHealthy else { throw Story.Failure(description: "the connection is not healthy") }
        return "token good, number connected: \(report.verifiedName ?? "?")"
    }
}
