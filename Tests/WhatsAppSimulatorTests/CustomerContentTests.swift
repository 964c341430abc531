import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("A simulated customer sends")
struct CustomerContentTests {
    private let ana = SimulatedAccount.ana

    @Test(
        "every kind, which decodes to its kind",
        arguments: [
            (.text("Hi"), "text"), (.location(latitude: 38.7, longitude: -9.1, name: "Home"), "location"),
            (.contacts([["name": ["formatted_name": "Ada L"]]]), "contacts"),
            (.reaction("👍", to: "wamid.x"), "reaction"), (.reaction(nil, to: "wamid.x"), "reaction"),
            (
                .order(
                    catalogID: "55", items: [.init(productID: "sku1", quantity: 2, price: "7.99", currency: "USD")]),
                "order"
            ),
            (.flowReply(["flow_token": "t1", "rating": "4"]), "interactive"),
            (.callPermission(accepts: true), "interactive"), (.requestWelcome, "request_welcome"),
            (.unsupported(), "unsupported"), (.numberChanged(to: PhoneNumber(rawValue: "12195555358")), "system"),
            (.text("Hi").forwarded(), "text"), (.text("Hi").replying(to: "wamid.y", of: SimulatedAccount.ana), "text"),
        ] as [(CustomerContent, String)])
    func kinds(content: CustomerContent, type: String) async throws {
        let account = await SimulatedAccount()
        let id = await account.platform.customerSends(content, from: ana)
        await account.platform.deliverPending()
        let message = try #require(await account.received.messages.first)
        #expect(message.id == id)
        #expect(message.content.isRecognized)
        #expect(try JSONValue(parsing: message.raw.bytes)["type"]?.string == type)
        #expect(await account.received.problems == 0)
    }

    @Test("a kind that nobody knows, which arrives with its bytes")
    func unknown() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends(.other("hologram", ["depth": 3]), from: ana)
        await account.platform.deliverPending()
        let message = try #require(await account.received.messages.first)
        #expect(!message.content.isRecognized)
        #expect(try JSONValue(parsing: message.raw.bytes)["hologram"]?["depth"]?.integer == 3)
    }

    @Test("and is marked as read with everything before, and sees somebody type for 25 seconds")
    func reading() async throws {
        let account = await SimulatedAccount()
        let first = await account.platform.customerSends("1", from: ana)
        let second = await account.platform.customerSends("2", from: ana)
        let third = await account.platform.customerSends("3", from: ana)
        try await account.cloud.markAsRead(second, showingTypingIndicator: true)
        #expect(await account.platform.isMarkedAsRead(first))
        #expect(await account.platform.isMarkedAsRead(second))
        #expect(await !account.platform.isMarkedAsRead(third))
        account.clock.advance(by: 24)
        #expect(await account.platform.isTyping(to: ana))
        account.clock.advance(by: 1)
        #expect(await !account.platform.isTyping(to: ana))
    }
}
