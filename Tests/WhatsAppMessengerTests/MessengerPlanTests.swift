import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppConversations
import WhatsAppMessenger

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A provider that keeps what it is given and fails as it is told.
private final class KeepingProvider: WhatsAppProvider {
    let name = ProviderName(rawValue: "keeping")
    let capabilities: Capabilities
    private let state: Locked<(sent: [Message], failures: [WhatsAppError])>

    init(hasWindow: Bool = true, failures: [WhatsAppError] = []) {
        capabilities = Capabilities([.sendText, .sendTemplate], hasCustomerServiceWindow: hasWindow)
        state = Locked(([], failures))
    }

    var sent: [Message] { state.withLock { $0.sent } }

    func send(
        _ message: Message, to recipient: Recipient, options: RequestOptions
    ) async throws(WhatsAppError) -> SentMessage {
        let failure = state.withLock { state in
            state.sent.append(message)
            return state.failures.isEmpty ? nil : state.failures.removeFirst()
        }
        if let failure { throw failure }
        return SentMessage(id: "keeping.1")
    }
}

@Suite("A messenger that plans", .timeLimit(.minutes(1)))
struct MessengerPlanTests {
    private static let ana: Recipient = "+5511987654321"
    private static let start = Date(timeIntervalSince1970: 1_795_510_800)
    private static let template = TemplateMessage(name: "hello", language: "en")
    private static let text = Message.text("Hi")

    private func messenger(
        _ provider: KeepingProvider, now: @escaping @Sendable () -> Date = { Self.start }
    ) -> Messenger {
        Messenger(
            provider: provider, configuration: .init(pricing: Pricing(currency: .usd), now: now),
            clock: RecordingClock())
    }

    /// A message of Ana's.
    private func inbound(at date: Date) throws -> WebhookEvent {
        let body =
            #"{"field":"messages","value":{"messages":[{"from":"5511987654321","id":"in","timestamp":"\#(Int(date.timeIntervalSince1970))","type":"text","text":{"body":"Hi"}}]}}"#
        return try #require(Delivery(decodingChange: Array(body.utf8)).events.first)
    }

    @Test("sends the message in the window, and the template outside of it")
    func window() async throws {
        let provider = KeepingProvider()
        let messenger = messenger(provider)
        let first = try await messenger.send(Self.text, otherwise: Self.template, category: .utility, to: Self.ana)
        #expect(first.plan.choice == .template && first.plan.reason == .windowClosed(.neverOpened))
        #expect(first.plan.quote?.price == .exact(try Money("0.0068", currency: .usd)))
        await messenger.receive(try inbound(at: Self.start))
        let plan = await messenger.plan(Self.text, otherwise: Self.template, to: Self.ana)
        let second = try await messenger.send(Self.text, otherwise: Self.template, to: Self.ana)
        #expect(plan == second.plan && plan.choice == .message)
        #expect(provider.sent == [.template(Self.template), Self.text])
        #expect(second.sent.id == "keeping.1")
    }

    @Test("sends the template where the platform refuses the message for its window")
    func refused() async throws {
        let refusal = WhatsAppError(
            code: .rejected, outcome: .refused, message: "re-engagement",
            platform: PlatformError(code: .reEngagement))
        let provider = KeepingProvider(failures: [refusal])
        let messenger = messenger(provider)
        await messenger.receive(try inbound(at: Self.start))
        let result = try await messenger.send(Self.text, otherwise: Self.template, category: .utility, to: Self.ana)
        #expect(result.plan.choice == .template && result.plan.reason == .refused && result.plan.category == .utility)
        #expect(provider.sent == [Self.text, .template(Self.template)])
    }

    @Test("sends the template where the window closes while the message waits for its turn")
    func closesMeanwhile() async throws {
        let asked = Locked(0)
        let start = Self.start
        let provider = KeepingProvider()
        // The plan is made and checked in the window's last second; the turn comes after it.
        let messenger = messenger(provider) {
            let count = asked.withLock { count in
                count += 1
                return count
            }
            return start.addingTimeInterval(count <= 2 ? 86_399 : 86_400)
        }
        await messenger.receive(try inbound(at: start))
        let result = try await messenger.send(Self.text, otherwise: Self.template, to: Self.ana)
        #expect(result.plan.choice == .template && result.plan.reason == .refused)
        #expect(provider.sent == [.template(Self.template)])
    }

    @Test("sends nothing after a send whose outcome is unknown, or that failed for another reason")
    func others() async throws {
        for failure in [
            WhatsAppError(
                code: .transport, outcome: .unknown, message: "lost", platform: PlatformError(code: .reEngagement)),
            WhatsAppError(code: .rejected, outcome: .refused, message: "no", platform: PlatformError(code: 131_026)),
        ] {
            let provider = KeepingProvider(failures: [failure])
            let messenger = messenger(provider)
            await messenger.receive(try inbound(at: Self.start))
            let error = await #expect(throws: WhatsAppError.self) {
                try await messenger.send(Self.text, otherwise: Self.template, to: Self.ana)
            }
            #expect(error?.message == failure.message && provider.sent == [Self.text])
        }
    }

    @Test("knows no window where the provider has none")
    func noWindow() async throws {
        let provider = KeepingProvider(hasWindow: false)
        let late: @Sendable () -> Date = { Self.start.addingTimeInterval(100_000) }
        let messenger = messenger(provider, now: late)
        await messenger.receive(try inbound(at: Self.start))
        #expect(await messenger.permission(for: Self.ana) == .anything)
        #expect(await messenger.quote(Self.text, to: Self.ana) == nil)
        #expect(
            try await messenger.estimate(Self.template, category: .utility, to: [BroadcastRecipient(Self.ana, id: "a")])
                == nil)
        let result = try await messenger.send(Self.text, otherwise: Self.template, to: Self.ana)
        #expect(result.plan.choice == .message && result.plan.reason == .noWindow)
        try await messenger.send(Self.text, to: Self.ana)
        #expect(provider.sent == [Self.text, Self.text])
    }
}
