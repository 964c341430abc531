import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppSimulator

@Suite("Faults on demand")
struct FaultTests {
    private let ana = SimulatedAccount.ana
    private let hello = Message.template("hello_world", language: "en_US")

    private func outcome(_ account: SimulatedAccount) async -> WhatsAppError.Outcome? {
        do {
            try await account.cloud.send(hello, to: .phoneNumber(ana), options: RequestOptions(retryPolicy: .never))
            return nil
        } catch {
            return error.outcome
        }
    }

    @Test("tell what may have been taken, and take it where they say so")
    func moments() async throws {
        let account = await SimulatedAccount()
        await account.platform.injectFault(.connectionLost(.beforeSending))
        #expect(await outcome(account) == .notSent)
        await account.platform.injectFault(.connectionLost(.beforeTaking))
        #expect(await outcome(account) == .unknown)
        await account.platform.injectFault(.timeout(.beforeTaking))
        #expect(await outcome(account) == .unknown)
        #expect(await account.platform.messages(of: ana).isEmpty)
        await account.platform.injectFault(.connectionLost(.afterTaking))
        await account.platform.injectFault(.timeout(.afterTaking))
        #expect(await outcome(account) == .unknown)
        #expect(await outcome(account) == .unknown)
        #expect(await account.platform.messages(of: ana).count == 2)
        #expect(await outcome(account) == nil)
    }

    @Test("are retried by the provider where that is safe")
    func retries() async throws {
        let account = await SimulatedAccount()
        await account.platform.injectFault(.throttled, times: 2)
        let sent = try await account.cloud.send(hello, to: .phoneNumber(ana))
        #expect(await account.platform.messages(of: ana).map(\.id) == [sent.id])
    }

    @Test("concern the calls that they name")
    func filters() async throws {
        let account = await SimulatedAccount()
        await account.platform.injectFault(.serverError, path: "/messages", method: .get)
        await account.platform.injectFault(
            .refusal(131_031, status: 403, message: "Account has been locked"), path: "/messages")
        #expect(try await account.call(.get, "106540352242922").status == 200)
        let answer = try await account.call(.post, "106540352242922/messages", [:])
        #expect(answer.status == 403 && answer.json["error"]?["code"]?.integer == 131_031)
        await account.platform.clearFaults()
        #expect(try await account.call(.post, "106540352242922/messages", [:]).status == 400)
    }

    @Test("are the same for the same seed")
    func seeds() async throws {
        func pattern(_ seed: UInt64) async -> [Bool] {
            let account = await SimulatedAccount()
            await account.platform.injectFaults([.serverError, .htmlPage()], probability: 0.4, seed: seed)
            var pattern: [Bool] = []
            for _ in 0..<40 { pattern.append(await outcome(account) == nil) }
            return pattern
        }
        let first = await pattern(7)
        #expect(await pattern(7) == first)
        #expect(await pattern(8) != first)
        #expect(first.contains(true) && first.contains(false))
    }

    @Test("let deliveries come in batches, again and in another order, and nothing is lost")
    func habits() async throws {
        let account = await SimulatedAccount()
        await account.platform.setDeliveryHabits(
            .init(batchSize: 7, duplicates: 0.5, reorders: true, addsUnknownMembers: true, seed: 3))
        for number in 0..<30 {
            await account.platform.customerSends("\(number)", from: ana)
            try await account.cloud.send(.text("\(number)"), to: .phoneNumber(ana))
        }
        await account.platform.deliverPending()
        #expect(await account.received.problems == 0)
        let messages = await account.received.messages
        #expect(Set(messages.map(\.id)).count == 30)
        #expect(messages.count > 30)
        #expect(Set(await account.received.statuses.map { "\($0.id) \($0.state.rawValue)" }).count == 60)
        let deliveries = await account.received.deliveries.count
        #expect(deliveries < 90)
        var texts: [String] = []
        for message in messages {
            guard case .text(let text) = message.content, !texts.contains(text.body) else { continue }
            texts.append(text.body)
        }
        #expect(texts != (0..<30).map(String.init) && Set(texts).count == 30)
    }
}
