import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

@Suite("The simulated platform plays")
struct MessageKindTests {
    /// One body for every kind of message.
    static let fixtures = Fixture.all(in: "../../WhatsAppBusinessTests/Fixtures/cloud/messages")

    @Test("every kind that goes to a person", arguments: fixtures)
    func kinds(fixture: Fixture) async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hello", from: SimulatedAccount.ana)
        var body = try #require(try JSONValue(parsing: fixture.bytes).object)
        let isPersonal = body["recipient_type"] == "individual" && body["recipient"] == nil
        guard isPersonal, body["type"] != "template" else { return }
        body["to"] = "+5511987654321"
        let (status, _) = try await account.post(JSONValue.object(body).serialized())
        #expect(status == 200)
        let shown = try #require(await account.platform.messages(of: SimulatedAccount.ana).first)
        #expect(shown.message == Message(json: .object(body)))
        #expect(await account.platform.messages(of: SimulatedAccount.ana).count == 1)
    }

    @Test("there are bodies")
    func bodies() {
        #expect(Self.fixtures.count > 50)
    }

    @Test("a tap on a button and on a row, which decode to the choice")
    func taps() async throws {
        let account = await SimulatedAccount()
        let ana = SimulatedAccount.ana
        await account.platform.customerSends("Hello", from: ana)
        let sizes: Choices = ["S", "M", "L"]
        let colours = Choices((1...7).map { "Colour \($0)" })
        let question = try await account.cloud.send(.choices("Which size?", sizes), to: .phoneNumber(ana))
        try await account.cloud.send(.choices("Which colour?", colours), to: .phoneNumber(ana))
        #expect(await account.platform.customerTaps(try #require(sizes.id(at: 2)), from: ana) != nil)
        #expect(await account.platform.customerTaps(try #require(colours.id(at: 4)), from: ana) != nil)
        #expect(await account.platform.customerTaps("nothing", from: ana) == nil)
        #expect(await account.platform.customerTaps("nothing", from: PhoneNumber(rawValue: "16505551234")) == nil)
        await account.platform.deliverPending()
        let answers = await account.received.messages.suffix(2)
        #expect(answers.map { sizes.choice(in: $0) } == [Choice(index: 2, value: "L"), nil])
        #expect(answers.map { colours.choice(in: $0)?.index } == [nil, 4])
        #expect(answers.first?.context?.messageID == question.id)
    }

    @Test("a marketing template by its own endpoint, and no other message there")
    func marketing() async throws {
        let account = await SimulatedAccount()
        let template = TemplateMessage(
            name: "named", language: "en_US",
            components: [.body([.text("Ana", name: "first_name"), .text("the shop", name: "shop")])])
        let sent = try await account.cloud.sendMarketing(
            template, to: .phoneNumber(SimulatedAccount.ana), marketing: MarketingOptions(productPolicy: .strict))
        #expect(sent.callbackData != nil)
        #expect(await account.platform.messages(of: SimulatedAccount.ana).map(\.text) == ["Ana at the shop"])
        let error = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.sendMarketing(
                TemplateMessage(name: "hello_world", language: "en_US"), to: .phoneNumber(SimulatedAccount.ana))
        }
        #expect(error?.platform?.code.rawValue == 134_100)
    }

    @Test(
        "a refusal of what breaks a limit, with the platform's code and the path",
        arguments: [
            (Message.buttons("x", [.reply(id: "a", title: String(repeating: "x", count: 21))]), 100, "reply.title"),
            (.image(.link("ftp://example.com/a")), 131_009, "image.link"),
            (.text("  "), 131_009, "text.body"),
            (.choices("x", [String]()), 131_009, "interactive.action.buttons"),
        ])
    func refusals(message: Message, code: Int, path: String) async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hello", from: SimulatedAccount.ana)
        let error = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(
                message, to: .phoneNumber(SimulatedAccount.ana), options: RequestOptions(validates: false))
        }
        #expect(error?.platform?.code.rawValue == code)
        #expect(error?.platform?.details?.contains(path) == true)
    }
}
