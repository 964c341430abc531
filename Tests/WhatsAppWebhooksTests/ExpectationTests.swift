import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

@Suite("Waiting for a customer's answer", .timeLimit(.minutes(1)))
struct ExpectationTests {
    private func dispatcher(
        clock: any Clock<Duration> = HaltedClock(), channels: [Channel] = []
    ) -> WebhookDispatcher {
        WebhookDispatcher(
            receiver: WebhookReceiver(appSecrets: [Deliveries.secret], verifyToken: nil),
            configuration: .init(channels: channels, clock: clock))
    }

    private func post(_ change: String, to dispatcher: WebhookDispatcher) async -> Int {
        await dispatcher.respond(to: Deliveries.request(Deliveries.body(change))).status.code
    }

    private func drain(_ dispatcher: WebhookDispatcher) async -> [String] {
        dispatcher.shutDown()
        var keys: [String] = []
        for await item in dispatcher.items { keys.append(item.key.rawValue) }
        return keys
    }

    @Test("gives the next message, also when it comes before anybody waits; handlers do not get it")
    func early() async throws {
        let dispatcher = dispatcher()
        let answer = dispatcher.expectMessage(from: "16505551234")
        #expect(await post(Deliveries.messages(["a", "b"]), to: dispatcher) == 200)
        let message = try await answer.message(within: .seconds(1))
        #expect(message?.id == "a")
        #expect(try await answer.message(within: .seconds(1)) == nil)
        #expect(await drain(dispatcher) == ["message:b"])
    }

    @Test("gives a message that comes while somebody waits")
    func late() async throws {
        let dispatcher = dispatcher()
        async let answer = dispatcher.nextMessage(from: "5511987654321", within: .seconds(1))
        var number = 0
        // Until the wait has begun, messages take their usual way.
        while dispatcher.statistics.accepted == dispatcher.statistics.waiting {
            number += 1
            #expect(await post(Deliveries.message("m\(number)", from: "551187654321"), to: dispatcher) == 200)
            await Task.yield()
        }
        #expect(try await answer?.id == MessageID("m\(number)"))
        #expect(await drain(dispatcher).count == number - 1)
    }

    @Test("finds a customer by user id, and by the id of the account")
    func identities() async throws {
        let dispatcher = dispatcher()
        let byUser = dispatcher.expectMessage(from: .user("US.1349"))
        let byAccount = dispatcher.expectMessage(from: "5521987654321")
        let hidden = Deliveries.change(
            number: "1",
            #""messages":[{"id":"u","from_user_id":"US.1349","timestamp":"1","type":"text","text":{"body":"x"}}]"#)
        let other = Deliveries.change(
            number: "1",
            #""contacts":[{"wa_id":"552187654321","user_id":"BR.1","profile":{"name":"A"}}],"messages":[{"id":"w","from_user_id":"BR.1","timestamp":"1","type":"text","text":{"body":"x"}}]"#
        )
        #expect(await post(hidden, to: dispatcher) == 200)
        #expect(await post(other, to: dispatcher) == 200)
        #expect(try await byUser.message(within: .seconds(1))?.id == "u")
        #expect(try await byAccount.message(within: .seconds(1))?.id == "w")
    }

    @Test("waits for the channel and the condition that were asked for")
    func conditions() async throws {
        let dispatcher = dispatcher(channels: [
            Channel("shop", phoneNumberID: "1"), Channel("help", phoneNumberID: "2"),
        ])
        let shop = dispatcher.expectMessage(from: "16505551234", in: "shop")
        let digits = dispatcher.expectMessage(from: "16505551234") { message in
            message.summary.allSatisfy(\.isNumber)
        }
        #expect(await post(Deliveries.message("a", text: "x", number: "2"), to: dispatcher) == 200)
        #expect(await post(Deliveries.message("b", text: "42", number: "2"), to: dispatcher) == 200)
        #expect(await post(Deliveries.message("c", text: "y", number: "1"), to: dispatcher) == 200)
        #expect(await post(Deliveries.message("d", from: "16505550000", number: "1"), to: dispatcher) == 200)
        #expect(try await shop.message(within: .seconds(1))?.id == "c")
        #expect(try await digits.message(within: .seconds(1))?.id == "b")
        #expect(await drain(dispatcher) == ["message:a", "message:d"])
    }

    @Test("gives nothing when the time is up; what comes later takes its usual way")
    func timeout() async throws {
        let clock = RecordingClock()
        let dispatcher = dispatcher(clock: clock)
        #expect(try await dispatcher.nextMessage(from: "16505551234", within: .seconds(300)) == nil)
        #expect(clock.waits == [.seconds(300)])
        #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
        #expect(await drain(dispatcher) == ["message:a"])
    }

    @Test("loses no message that nobody asks for any more")
    func abandoned() async throws {
        let dispatcher = dispatcher()
        do {
            let answer = dispatcher.expectMessage(from: "16505551234")
            #expect(await post(Deliveries.message("a"), to: dispatcher) == 200)
            #expect(dispatcher.statistics.waiting == 0)
            withExtendedLifetime(answer) {}
        }
        #expect(dispatcher.statistics.waiting == 1)
        #expect(await drain(dispatcher) == ["message:a"])
    }

    @Test("ends with the task, and with the dispatcher")
    func endings() async throws {
        let dispatcher = dispatcher()
        let waiting = Task { try await dispatcher.nextMessage(from: "16505551234", within: .seconds(1)) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        let other = Task { try await dispatcher.nextMessage(from: "16505551234", within: .seconds(1)) }
        dispatcher.shutDown()
        #expect(try await other.value == nil)
        #expect(try await dispatcher.nextMessage(from: "16505551234", within: .seconds(1)) == nil)
    }

    @Test("lets a handler ask and wait for the same customer")
    func conversation() async throws {
        let (answers, continuation) = AsyncStream.makeStream(of: String.self)
        let (asked, question) = AsyncStream.makeStream(of: Void.self)
        let dispatcher = dispatcher()
        var handlers = WebhookHandlers()
        handlers.on(.message) { message, _ in
            guard let sender = message.sender else { return }
            let answer = dispatcher.expectMessage(from: sender)
            question.yield()
            continuation.yield(try await answer.message(within: .seconds(1))?.summary ?? "nothing")
        }
        let all = handlers
        await withDiscardingTaskGroup { group in
            group.addTask { await dispatcher.run(all) }
            #expect(await post(Deliveries.message("a", text: "hello"), to: dispatcher) == 200)
            for await _ in asked { break }
            #expect(await post(Deliveries.message("b", text: "size M"), to: dispatcher) == 200)
            for await text in answers {
                #expect(text == "size M")
                break
            }
            dispatcher.shutDown()
        }
    }
}
