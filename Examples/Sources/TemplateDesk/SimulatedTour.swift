import ExampleServers
import Foundation
import WhatsApp
import WhatsAppSimulator

/// The whole life of a template on a simulated platform, over real HTTP on two loopback ports.
enum SimulatedTour {
    static func run(_ notes: Notes) async throws {
        let clock = SimulatedClock(at: Date(timeIntervalSince1970: 1_795_510_800))
        let platform = SimulatedPlatform(
            configuration: .init(
                templateReview: .init(delay: 3600) { template in
                    template.name == Drafts.offer.name ? .rejected("PROMOTIONAL") : .approved
                }),
            clock: clock)
        let account = platform.configuration

        try await withThrowingTaskGroup(of: Void.self) { servers in
            defer { servers.cancelAll() }
            let simulatorPort = AsyncStream.makeStream(of: Int.self)
            servers.addTask {
                try await SimulatorServer.run(platform) { simulatorPort.continuation.yield($0) }
            }
            guard let port = await simulatorPort.stream.first(where: { _ in true }) else { return }
            let desk = Desk(
                cloud: CloudAPI(
                    phoneNumberID: account.phoneNumberID, businessAccountID: account.businessAccountID,
                    accessToken: .fixed(account.accessToken), appSecret: account.appSecret, transport: .curl,
                    configuration: .init(baseURL: "http://127.0.0.1:\(port)")),
                now: { clock.now })

            let receiverPort = AsyncStream.makeStream(of: Int.self)
            servers.addTask {
                try await LoopbackServer.run(onRunning: { receiverPort.continuation.yield($0) }) { request, body in
                    await desk.answer(WebhookRequest(request, body: body))
                }
            }
            guard let webhookPort = await receiverPort.stream.first(where: { _ in true }) else { return }
            await platform.connect(try WebhookEndpoint("http://127.0.0.1:\(webhookPort)/webhook", transport: .curl))
            try await tour(notes, desk, platform, clock)
        }
        notes.end("Everything happened as told.")
    }

    private static func tour(
        _ notes: Notes, _ desk: Desk, _ platform: SimulatedPlatform, _ clock: SimulatedClock
    ) async throws {
        try await Steps.list(notes, desk)
        try Steps.lint(notes)

        notes.title("Submit")
        for draft in [Drafts.parcel, Drafts.offer] {
            let receipt = try await desk.templates.create(draft)
            guard receipt.reviewState == .submitted else { throw Failure(description: "it was decided at once") }
            notes.fact("submitted", "\(draft.name): \(receipt.status?.rawValue ?? "?")")
        }
        notes.fact("too early", try await Steps.refusal(of: Drafts.parcel, desk, at: clock.now + 60))

        notes.title("An hour later the platform has decided")
        clock.advance(by: 3600)
        let approved = try await desk.review(of: Drafts.parcel, within: .seconds(30))
        notes.show(approved)
        let rejected = try await desk.review(of: Drafts.offer, within: .seconds(30))
        guard approved.reviewState == .approved, rejected.reviewState == .rejected(.promotional) else {
            throw Failure(description: "the decisions are others")
        }
        notes.show(rejected)
        notes.fact("reason", rejected.rejectionReason?.rawValue ?? "")

        let preview = try Steps.preview(notes)
        notes.title("Send")
        let ana = try PhoneNumber("+55 11 98765-4321")
        try await Steps.send(notes, desk, to: ana, at: clock.now)
        let shown = await platform.messages(of: ana).last?.text
        guard shown == preview.body?.text else {
            throw Failure(description: "the customer's phone shows something else")
        }
        notes.fact("shown", "the customer's phone shows what the preview shows")

        notes.title("Customers complain")
        await platform.setQuality("RED", ofTemplate: Drafts.parcel.name, Drafts.parcel.language)
        let paused = try await desk.wait(for: Drafts.parcel, within: 30) { $0.status == .paused }
        notes.show(paused)
        notes.fact("refused", try await Steps.refusal(of: Drafts.parcel, desk, at: clock.now + 120))

        notes.title("Tidy up")
        try await desk.templates.delete(Drafts.offer.name)
        let changes = try await desk.templates.synchronize()
        notes.fact("copy", "\(await desk.templates.catalogue.count) templates: \(changes)")
        guard changes.isEmpty || !changes.changed.isEmpty else {
            throw Failure(description: "the copy had lost or kept something")
        }
    }
}
