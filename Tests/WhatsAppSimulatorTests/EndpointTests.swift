import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("Endpoints of the simulated platform")
struct EndpointTests {
    private let ana = SimulatedAccount.ana

    @Test("each get every event once, with their own attempts")
    func several() async throws {
        let account = await SimulatedAccount()
        let second = Calls(failing: 2)
        await account.platform.connect(second.endpoint, named: "archive")
        await account.platform.customerSends("Hi", from: ana)
        #expect(await account.platform.deliverPending() == 1)
        #expect(await account.platform.deliverPending() == 1)
        #expect(await account.platform.deliverPending() == 0)
        #expect(await account.received.messages.count == 1)
        #expect(await second.count == 3)
        await account.platform.disconnect(.cloudAPI, named: "archive")
        await account.platform.customerSends("Hi", from: ana)
        #expect(await account.platform.deliverPending() == 0)
        #expect(await second.count == 3)
    }

    @Test("nearer to the number take the messages over")
    func overrides() async throws {
        let account = await SimulatedAccount()
        let override = Calls()
        await account.platform.connect(override.endpoint, named: "whatsapp_business_account")
        await account.platform.customerSends("Hi", from: ana)
        await account.platform.deliverPending()
        #expect(await override.count == 1)
        #expect(await account.received.messages.isEmpty)
        let nearest = Calls()
        await account.platform.connect(nearest.endpoint, named: "phone_number")
        await account.platform.customerSends("Hi", from: ana)
        await account.platform.deliverPending()
        #expect(await override.count == 1)
        #expect(await nearest.count == 1)
    }

    @Test("replace one of the same name, which leaves its queue to them")
    func replacement() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana)
        let other = Calls()
        await account.platform.connect(other.endpoint)
        await account.platform.deliverPending()
        #expect(await other.count == 1)
        #expect(await account.received.messages.isEmpty)
    }
}

/// An endpoint that counts, and fails at first where it is told to.
actor Calls {
    private(set) var calls: [WebhookEndpoint.Call] = []
    private let failures: Int

    init(failing failures: Int = 0) {
        self.failures = failures
    }

    var count: Int { calls.count }

    nonisolated var endpoint: WebhookEndpoint {
        WebhookEndpoint { call in await .init(status: self.take(call)) }
    }

    func take(_ call: WebhookEndpoint.Call) -> Int {
        calls.append(call)
        return calls.count > failures ? 200 : 503
    }
}
