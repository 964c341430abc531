import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI
import WhatsAppConversations
import WhatsAppSimulator
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("A program on the simulated platform")
struct ConversationTests {
    private let ana = SimulatedAccount.ana

    @Test("receives, answers, and follows its message")
    func wholeWay() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi 👋 \"there\"", from: ana, name: "Ana")
        #expect(await account.platform.deliverPending() == 0)
        let message = try #require(await account.received.messages.first)
        #expect(message.content == .text(.init(body: "Hi 👋 \"there\"")))
        #expect(message.from == ana)
        #expect(message.contact?.name == "Ana")
        #expect(message.timestamp == SimulatedAccount.start)
        #expect(message.receivedOn?.phoneNumberID == account.cloud.phoneNumberID)

        try await account.cloud.markAsRead(message.id, showingTypingIndicator: true)
        #expect(await account.platform.isMarkedAsRead(message.id))

        let sent = try await account.cloud.send(
            .text("Hello", replyingTo: message.id), to: try #require(message.sender))
        await account.platform.deliverPending()
        await account.platform.customerReads(ana)
        await account.platform.deliverPending()
        let statuses = await account.received.statuses
        #expect(statuses.map(\.state) == [.sent, .delivered, .read])
        #expect(statuses.allSatisfy { $0.id == sent.id && $0.callbackData == sent.callbackData })
        #expect(statuses[1].pricing?.isBillable == false)
        #expect(statuses[1].pricing?.category == .service)
        #expect(await account.platform.messages(of: ana).first?.replyTo == message.id)
    }

    @Test("may write to a user id")
    func userID() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana)
        await account.platform.deliverPending()
        let id = try #require(await account.received.messages.first?.fromUserID)
        let sent = try await account.cloud.send(.text("Hello"), to: .user(id))
        #expect(sent.userID == id)
        #expect(sent.whatsAppID == nil)
        #expect(await account.platform.messages(of: ana).map(\.text) == ["Hello"])
    }

    @Test("is told of the closed window by a status, 24 hours after the customer's message and not before")
    func window() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana)
        account.clock.advance(by: 24 * 3600 - 1)
        try await account.cloud.send(.text("In time"), to: .phoneNumber(ana))
        account.clock.advance(by: 1)
        let late = try await account.cloud.send(.text("Too late"), to: .phoneNumber(ana))
        await account.platform.deliverPending()
        let failed = try #require(await account.received.statuses.last)
        #expect(failed.id == late.id)
        #expect(failed.state == .failed)
        #expect(failed.errors.map(\.code) == [.reEngagement])
        #expect(await account.platform.messages(of: ana).map(\.text) == ["In time"])
    }

    @Test("or by a refusal, where the platform is set to refuse at once")
    func windowRefusal() async throws {
        let account = await SimulatedAccount(windowRefusal: .refusedRequest)
        let error = await #expect(throws: WhatsAppError.self) {
            try await account.cloud.send(.text("Hi"), to: .phoneNumber(ana))
        }
        #expect(error?.platform?.code == .reEngagement)
        #expect(error?.outcome == .refused)
        try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
    }

    @Test("has the wrong token refused with 190")
    func wrongToken() async throws {
        let account = await SimulatedAccount()
        let cloud = CloudAPI(
            phoneNumberID: account.cloud.phoneNumberID, accessToken: "wrong", transport: account.platform)
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: .phoneNumber(ana))
        }
        #expect(error?.code == .unauthorized)
        #expect(error?.platform?.code == .accessTokenExpired)
    }

    @Test("pays for templates and, after 1,000 in a month, for answers")
    func prices() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana)
        for _ in 0..<1001 {
            try await account.cloud.send(.text("Hello"), to: .phoneNumber(ana))
        }
        try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
        await account.platform.deliverPending()
        let charges = await account.received.statuses.filter { $0.state == .delivered }.map(\.pricing)
        #expect(charges.prefix(1000).allSatisfy { $0?.isBillable == false })
        #expect(charges.dropFirst(1000).first??.isBillable == true)
        #expect(charges.dropFirst(1000).first??.type == .regular)
        #expect(charges.last??.category == .utility)
        #expect(charges.last??.isBillable == true)
    }

    @Test(
        "pays by the rules of the day that the clock shows",
        arguments: [
            // A utility template inside the window: a conversation in 2024, free in August 2025, charged since October 2026.
            (1_718_000_000.0, "CBP", nil, true), (1_755_000_000, "PMP", "free_customer_service", false),
            (1_795_510_800, "PMP", "regular", true),
        ] as [(Double, String, String?, Bool)])
    func eras(time: Double, model: String, type: String?, isBillable: Bool) async throws {
        let account = await SimulatedAccount(at: Date(timeIntervalSince1970: time))
        await account.platform.customerSends("Hi", from: ana)
        try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
        try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
        await account.platform.deliverPending()
        let charges = await account.received.statuses.filter { $0.state == .delivered }.map(\.pricing)
        #expect(charges.first??.model?.rawValue == model)
        #expect(charges.first??.type?.rawValue == type)
        #expect(charges.first??.billable == isBillable)
        // In the conversation years the second one rides in what the first one opened.
        #expect(charges.last??.billable == (isBillable && model == "PMP"))
    }

    @Test("is free in the three days after an answered click on an advertisement")
    func entryPoint() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana, adID: "ad-1")
        try await account.cloud.send(.text("Hello"), to: .phoneNumber(ana))
        account.clock.advance(by: 71 * 3600)
        try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
        account.clock.advance(by: 3600)
        try await account.cloud.send(.template("hello_world", language: "en_US"), to: .phoneNumber(ana))
        await account.platform.deliverPending()
        let charges = await account.received.statuses.filter { $0.state == .delivered }.map(\.pricing)
        #expect(charges.map { $0?.type } == [.freeEntryPoint, .freeEntryPoint, .regular])
    }

    @Test("reaches a phone that was off when it is on again")
    func unreachable() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana)
        await account.platform.setReachable(false, ana)
        try await account.cloud.send(.text("Hello"), to: .phoneNumber(ana))
        await account.platform.customerReads(ana)
        await account.platform.deliverPending()
        #expect(await account.received.statuses.map(\.state) == [.sent])
        await account.platform.setReachable(true, ana)
        await account.platform.deliverPending()
        #expect(await account.received.statuses.map(\.state) == [.sent, .delivered])
    }

    @Test("is found by every spelling of a number")
    func spellings() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: PhoneNumber(rawValue: "551187654321"))
        let sent = try await account.cloud.send(.text("Hello"), to: "+5511987654321")
        #expect(sent.whatsAppID == "551187654321")
    }

    @Test("answers the handshake, and only with the right word")
    func handshake() async throws {
        let account = await SimulatedAccount()
        #expect(try await account.platform.verifyEndpoint(with: "verify & word"))
        #expect(try await account.platform.verifyEndpoint(with: "verify") == false)
    }

    @Test("is given a delivery again until it takes it, and at last no more")
    func redelivery() async throws {
        let attempts = Counter()
        let endpoint = WebhookEndpoint { _ in
            .init(status: await attempts.next() < 3 ? 503 : 200)
        }
        let account = await SimulatedAccount(endpoint: endpoint)
        await account.platform.customerSends("Hi", from: ana)
        #expect(await account.platform.deliverPending() == 1)
        #expect(await account.platform.deliverPending() == 1)
        #expect(await account.platform.deliverPending() == 0)
        #expect(await attempts.count == 3)

        struct Gone: Error {}
        let gone = await SimulatedAccount(endpoint: WebhookEndpoint { _ in throw Gone() })
        await gone.platform.customerSends("Hi", from: ana)
        var rounds = 1
        while await gone.platform.deliverPending() > 0, rounds < 100 { rounds += 1 }
        #expect(rounds == 10)
    }

    @Test("is given what happened before its endpoint was known")
    func lateEndpoint() async throws {
        let platform = SimulatedPlatform(clock: SimulatedClock(at: SimulatedAccount.start))
        await platform.customerSends("Hi", from: ana)
        for _ in 0..<20 { #expect(await platform.deliverPending() == 1) }
        let calls = Counter()
        await platform.connect(
            WebhookEndpoint { _ in
                _ = await calls.next()
                return .init(status: 200)
            })
        #expect(await platform.deliverPending() == 0)
        #expect(await calls.count == 1)
    }

    @Test("is delivered to as things happen while the platform runs")
    func running() async throws {
        let account = await SimulatedAccount()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await account.platform.run() }
            await account.platform.customerSends("Hi", from: ana)
            while await account.received.messages.isEmpty { await Task.yield() }
            group.cancelAll()
        }
        #expect(await account.received.messages.count == 1)
    }

    @Test("loses nothing when many send at once")
    func concurrency() async throws {
        let account = await SimulatedAccount()
        await account.platform.customerSends("Hi", from: ana)
        let ids = try await withThrowingTaskGroup(of: MessageID.self) { group in
            for number in 0..<200 {
                group.addTask { try await account.cloud.send(.text("\(number)"), to: .phoneNumber(ana)).id }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids.count == 200)
        await account.platform.deliverPending()
        let statuses = await account.received.statuses
        #expect(Set(statuses.filter { $0.state == .delivered }.map(\.id)) == ids)
        #expect(Set(await account.platform.messages(of: ana).map(\.text)) == Set((0..<200).map(String.init)))
    }
}

private actor Counter {
    private(set) var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
