import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppConversations
import WhatsAppMessenger
import WhatsAppSimulator
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A messenger on a simulated platform whose deliveries it receives.
private struct Shop {
    static let ana = PhoneNumber(rawValue: "5511987654321")

    let clock = SimulatedClock(at: Date(timeIntervalSince1970: 1_795_510_800))
    let platform: SimulatedPlatform
    let cloud: CloudAPI
    let messenger: Messenger

    init(limit: MessagingLimit? = nil) async {
        let clock = clock
        platform = SimulatedPlatform(
            configuration: .init(templates: [
                .helloWorld,
                SimulatedTemplate(
                    name: "order_arrives", language: "en_US", category: .utility,
                    body: "Hi {{1}}, your order {{2}} arrives today."),
            ]),
            clock: clock)
        cloud = CloudAPI(
            phoneNumberID: platform.configuration.phoneNumberID,
            accessToken: .fixed(platform.configuration.accessToken), appSecret: platform.configuration.appSecret,
            transport: platform, configuration: .init(clock: RecordingClock()))
        messenger = Messenger(
            provider: cloud, businessNumber: platform.configuration.phoneNumberID,
            configuration: .init(
                messagingLimit: limit, pricing: Pricing(currency: .usd), now: { clock.now }),
            clock: RecordingClock())
        let receiver = cloud.webhooks
        let messenger = messenger
        await platform.connect(
            WebhookEndpoint { call in
                let (response, delivery) = receiver.respond(
                    to: .init(method: call.method, path: "/webhook", headers: call.headers, body: call.body))
                for event in delivery?.events ?? [] { await messenger.receive(event) }
                return .init(status: response.status.code, body: response.body)
            })
    }
}

@Suite("The messenger", .timeLimit(.minutes(1)))
struct MessengerTests {
    private static let ana = Recipient.phoneNumber(Shop.ana)

    @Test("knows the window from what arrives, and refuses here what the platform would refuse")
    func window() async throws {
        let shop = await Shop()
        #expect(await shop.messenger.permission(for: Self.ana) == .templatesOnly(because: .neverOpened))
        await shop.platform.customerSends("Hi", from: Shop.ana)
        await shop.platform.deliverPending()
        #expect(await shop.messenger.permission(for: Self.ana) == .anything)
        let sent = try await shop.messenger.send(.text("Hello"), to: Self.ana)
        #expect(!sent.id.rawValue.isEmpty)
        shop.clock.advance(by: 24 * 3600)
        let before = await shop.platform.messages(of: Shop.ana).count
        let error = await #expect(throws: WhatsAppError.self) {
            try await shop.messenger.send(.text("Too late"), to: Self.ana)
        }
        #expect(error?.outcome == .notSent && error?.platform?.code == .reEngagement)
        #expect(await shop.platform.messages(of: Shop.ana).count == before)
        try await shop.messenger.send(.template("hello_world", language: "en_US"), to: Self.ana)
    }

    @Test("leaves the decision to the platform where a customer was never heard of")
    func strangers() async throws {
        let shop = await Shop()
        _ = try await shop.messenger.send(.text("Hello"), to: "16505550000")
    }

    @Test("quotes, and keeps account of what was quoted and charged")
    func prices() async throws {
        let shop = await Shop()
        let template = Message.template("order_arrives", language: "en_US", body: ["Ana", "1"])
        let quote = await shop.messenger.quote(template, category: .utility, to: Self.ana)
        #expect(quote?.isAllowed == true && quote?.exactPrice != nil)
        try await shop.messenger.send(template, to: Self.ana, category: .utility)
        await shop.platform.deliverPending()
        #expect(await shop.messenger.ledger.messageCount == 1)
        #expect(await shop.messenger.ledger.disagreements().isEmpty)
    }

    @Test("stops at the recipients of 24 hours, says when one frees, and lets replies through")
    func limit() async throws {
        let shop = await Shop(limit: MessagingLimit(recipients: 3))
        let template = Message.template("hello_world", language: "en_US")
        let recipients = (0..<4).map { Recipient.phoneNumber(PhoneNumber(rawValue: "1650555100\($0)")) }
        for recipient in recipients.prefix(3) { try await shop.messenger.send(template, to: recipient) }
        try await shop.messenger.send(template, to: recipients[0])
        let error = await #expect(throws: WhatsAppError.self) {
            try await shop.messenger.send(template, to: recipients[3])
        }
        #expect(error?.code == .rateLimited && error?.outcome == .notSent)
        #expect(error?.retryAfter == .seconds(24 * 3600))
        await shop.platform.customerSends("Hi", from: PhoneNumber(rawValue: "16505551003"))
        await shop.platform.deliverPending()
        try await shop.messenger.send(template, to: recipients[3])
        shop.clock.advance(by: 24 * 3600)
        try await shop.messenger.send(template, to: "16505559999")
    }

    @Test("gives the room back of a message that was refused")
    func refusedTakesNoRoom() async throws {
        let shop = await Shop(limit: MessagingLimit(recipients: 1))
        let error = await #expect(throws: WhatsAppError.self) {
            try await shop.messenger.send(.template("order_arrives", language: "en_US"), to: "16505551000")
        }
        #expect(error?.outcome == .refused)
        try await shop.messenger.send(.template("hello_world", language: "en_US"), to: "16505551001")
        await #expect(throws: WhatsAppError.self) {
            try await shop.messenger.send(.template("hello_world", language: "en_US"), to: "16505551002")
        }
    }

    @Test("keeps sends whose outcome is unknown until a status tells")
    func uncertain() async throws {
        let lost = TransportError(code: .connectionLost, delivery: .unknown, message: "reset")
        let cloud = CloudAPI(
            phoneNumberID: "1", accessToken: "t", transport: ScriptedTransport([.failure(lost)]),
            configuration: .init(clock: RecordingClock()))
        let messenger = Messenger(provider: cloud, clock: RecordingClock())
        let error = await #expect(throws: WhatsAppError.self) { try await messenger.send(.text("x"), to: Self.ana) }
        let tag = try #require(error?.callbackData)
        #expect(await messenger.uncertainSends.open.map(\.callbackData) == [tag])
        let body =
            #"{"field":"messages","value":{"statuses":[{"id":"w","status":"sent","timestamp":"1","recipient_id":"1","biz_opaque_callback_data":"\#(tag)"}]}}"#
        let event = try #require(Delivery(decodingChange: Array(body.utf8)).events.first)
        #expect(await messenger.receive(event)?.resolution == .taken("w"))
        #expect(await messenger.receive(event) == nil)
    }

    @Test("says so when the task ends while a message waits")
    func cancellation() async throws {
        let shop = await Shop()
        let waiting = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await shop.messenger.send(.template("hello_world", language: "en_US"), to: Self.ana)
        }
        do {
            _ = try await waiting.value
            Issue.record("it was sent")
        } catch let error as WhatsAppError {
            #expect(error.code == .cancelled && error.outcome == .notSent)
        }
    }
}

@Suite("A broadcast", .timeLimit(.minutes(1)))
struct BroadcastTests {
    private static let template = TemplateMessage(name: "order_arrives", language: "en_US")

    private func recipients(_ count: Int) -> [BroadcastRecipient] {
        (0..<count).map { number in
            BroadcastRecipient(
                .phoneNumber(PhoneNumber(rawValue: "16505552\(100 + number)")), id: "r\(number)",
                body: ["Ana", "\(number)"])
        }
    }

    @Test("sends to everybody once, with the values of each, and tells how far it is")
    func all() async throws {
        let shop = await Shop()
        let everybody = recipients(100)
        var steps: [Messenger.BroadcastProgress] = []
        for try await step in shop.messenger.broadcast(
            Self.template, category: .utility, to: everybody + everybody.prefix(5))
        {
            steps.append(step)
        }
        #expect(steps.map(\.finished) == Array(1...100) && steps.allSatisfy { $0.total == 100 })
        for (number, recipient) in everybody.enumerated() {
            let number_ = try #require(recipient.recipient.phoneNumber)
            await shop.platform.deliverPending()
            let texts = await shop.platform.messages(of: number_).map(\.text)
            #expect(texts == ["Hi Ana, your order \(number) arrives today."])
        }
        #expect(await shop.messenger.ledger.messageCount == 100)
    }

    @Test("costs beforehand what it costs")
    func estimate() async throws {
        let shop = await Shop()
        let everybody = recipients(10)
        let estimate = try #require(
            try await shop.messenger.estimate(Self.template, category: .utility, to: everybody))
        let one = await shop.messenger.quote(.template(Self.template), category: .utility, to: everybody[0].recipient)
        let price = try #require(one?.exactPrice)
        #expect(estimate.total == (try price.multiplied(by: 10)))
        #expect(estimate.exact == 10 && estimate.unknown == 0)
    }

    @Test("goes on after failures, and says why each failed")
    func failures() async throws {
        let shop = await Shop()
        var everybody = recipients(5)
        everybody[2].components = []
        everybody[3].recipient = "12"
        let kept = Locked(BroadcastRecord())
        for try await _ in shop.messenger.broadcast(
            Self.template, to: everybody, keep: { id, outcome in kept.withLock { $0.set(outcome, for: id) } })
        {}
        let record = kept.withLock { $0 }
        #expect(record.sentCount == 3 && record.failedCount == 2 && record.uncertainCount == 0)
        guard case .failed(let code, let reason)? = record.outcomes["r2"] else {
            Issue.record("r2 did not fail")
            return
        }
        #expect(code == .templateParameterCount && !reason.isEmpty)
        #expect("\(record)" == "broadcast: 3 sent, 2 failed, 0 uncertain")
        #expect(record.remaining(of: everybody).isEmpty)
        #expect(record.remaining(of: everybody, retryingFailures: true).map(\.id) == ["r2", "r3"])
    }

    @Test("goes on where it was interrupted, and sends to nobody twice", arguments: [0, 1, 17, 40])
    func resuming(after count: Int) async throws {
        let shop = await Shop()
        let everybody = recipients(40)
        let kept = Locked(BroadcastRecord())
        let keep: @Sendable (String, BroadcastRecord.Outcome) -> Void = { id, outcome in
            kept.withLock { $0.set(outcome, for: id) }
        }
        var seen = 0
        if count > 0 {
            for try await _ in shop.messenger.broadcast(Self.template, to: everybody, concurrency: 3, keep: keep) {
                seen += 1
                if seen == count { break }
            }
        }
        // The interrupted run may still be finishing what it had begun.
        while kept.withLock({ $0.outcomes.values.contains(.begun) }) { await Task.yield() }
        let data = try JSONEncoder().encode(kept.withLock { $0 })
        let stored = try JSONDecoder().decode(BroadcastRecord.self, from: data)
        for try await _ in shop.messenger.broadcast(Self.template, to: everybody, resuming: stored, keep: keep) {}
        #expect(kept.withLock { $0.sentCount } == 40)
        for recipient in everybody {
            let number = try #require(recipient.recipient.phoneNumber)
            #expect(await shop.platform.messages(of: number).count == 1)
        }
    }

    @Test("counts who was begun and not finished as uncertain, and leaves them alone")
    func begun() async throws {
        var record = BroadcastRecord()
        record.set(.begun, for: "r0")
        record.set(.uncertain(callbackData: "t"), for: "r1")
        record.set(.notSent, for: "r2")
        #expect(record.uncertainCount == 2)
        #expect(record.remaining(of: recipients(4)).map(\.id) == ["r2", "r3"])
        #expect(record.remaining(of: recipients(4), retryingFailures: true).map(\.id) == ["r2", "r3"])
    }

    @Test("ends when the recipients of 24 hours are used up, and goes on the next day")
    func limit() async throws {
        let shop = await Shop(limit: MessagingLimit(recipients: 10))
        let everybody = recipients(15)
        let kept = Locked(BroadcastRecord())
        let keep: @Sendable (String, BroadcastRecord.Outcome) -> Void = { id, outcome in
            kept.withLock { $0.set(outcome, for: id) }
        }
        await #expect(throws: WhatsAppError.self) {
            for try await _ in shop.messenger.broadcast(Self.template, to: everybody, concurrency: 4, keep: keep) {}
        }
        #expect(kept.withLock { $0.sentCount } == 10)
        shop.clock.advance(by: 24 * 3600)
        let record = kept.withLock { $0 }
        for try await _ in shop.messenger.broadcast(Self.template, to: everybody, resuming: record, keep: keep) {}
        #expect(kept.withLock { $0.sentCount } == 15)
    }

    @Test("ends when its record cannot be kept, before anything is sent")
    func brokenStore() async throws {
        struct Full: Error {}
        let shop = await Shop()
        await #expect(throws: Full.self) {
            for try await _ in shop.messenger.broadcast(
                Self.template, to: recipients(3), keep: { _, _ in throw Full() })
            {}
        }
        #expect(await shop.platform.messages(of: PhoneNumber(rawValue: "16505552100")).isEmpty)
    }
}
