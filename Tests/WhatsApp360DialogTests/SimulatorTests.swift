import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness
import WhatsAppSimulator
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A simulated number at 360dialog, its partner, and everything that its webhooks were given.
private struct SimulatedChannel: Sendable {
    static let start = Date(timeIntervalSince1970: 1_795_510_800)
    static let ada = PhoneNumber(rawValue: "4917012345678")
    static let address = "https://shop.example/webhook"

    let clock = SimulatedClock(at: start)
    let platform: SimulatedPlatform
    let dialog: Dialog360
    let sandbox: Dialog360
    let received = Inbox()

    init() async {
        platform = SimulatedPlatform(
            configuration: .init(templates: [
                .helloWorld,
                SimulatedTemplate(
                    name: "order_arrives", language: "en_US", category: .utility,
                    body: "Hi {{1}}, your order {{2}} arrives today."),
                SimulatedTemplate(
                    name: "sale", language: "en_US", category: .marketing, body: "Everything is cheaper."),
            ]), clock: clock)
        dialog = Dialog360(
            apiKey: .fixed(platform.configuration.dialog360Key), webhookSecret: "word",
            platformSecret: await platform.dialog360Settings.platformSecret, transport: platform,
            configuration: .init(retryPolicy: .never, clock: RecordingClock()))
        sandbox = Dialog360(
            apiKey: .fixed(platform.configuration.sandboxKey), webhookSecret: "word", transport: platform,
            configuration: .init(flavor: .sandbox, retryPolicy: .never, clock: RecordingClock()))
        await platform.serve(endpoint(dialog.webhooks), at: Self.address)
    }

    func endpoint(_ webhooks: WebhookReceiver) -> WebhookEndpoint {
        let received = received
        return WebhookEndpoint { call in
            let (response, delivery) = webhooks.respond(
                to: WebhookRequest(method: call.method, path: "/webhook", headers: call.headers, body: call.body))
            if let delivery { await received.add(delivery.delivery) }
            return .init(status: response.status.code, body: response.body)
        }
    }

    func partner(_ key: Secret? = nil) async -> Dialog360Partner {
        let settings = await platform.dialog360Settings
        return Dialog360Partner(
            id: settings.partnerID, credentials: .apiKey(.fixed(key ?? settings.partnerKey)),
            platformSecrets: [settings.platformSecret], transport: platform,
            configuration: .init(retryPolicy: .never, clock: RecordingClock()))
    }
}

private actor Inbox {
    private(set) var deliveries: [Delivery] = []

    func add(_ delivery: Delivery) { deliveries.append(delivery) }

    var events: [WebhookEvent] { deliveries.flatMap(\.events) }
    var problems: Int { deliveries.reduce(0) { $0 + $1.problems.count } }
    var messages: [InboundMessage] {
        events.compactMap { if case .message(let message) = $0 { message } else { nil } }
    }
    var states: [String] {
        events.compactMap { if case .status(let status) = $0 { status.state.rawValue } else { nil } }
    }
}

@Suite("360dialog on the simulated platform")
struct SimulatorTests {
    private let ada = SimulatedChannel.ada

    @Test("converses: webhook set, message received, answer delivered and read")
    func conversation() async throws {
        let channel = await SimulatedChannel()
        try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        let webhook = try await channel.dialog.webhookConfiguration()
        #expect(webhook.effective.map(\.url) == [SimulatedChannel.address])
        #expect(webhook.effective.first?.headerNames.map { $0.lowercased() } == ["x-webhook-secret"])
        await channel.platform.customerSends("Open?", from: ada, name: "Ada")
        #expect(await channel.platform.deliverPending() == 0, "the shared secret was accepted")
        let message = try #require(await channel.received.messages.first)
        #expect(message.contact?.name == "Ada" && message.receivedOn?.phoneNumberID == "106540352242922")
        try await channel.dialog.markAsRead(message.id, showingTypingIndicator: true)
        #expect(await channel.platform.isMarkedAsRead(message.id))
        let sent = try await message.reply(.text("Until eight."), through: channel.dialog)
        #expect(sent.whatsAppID?.rawValue == ada.digits)
        await channel.platform.customerReads(ada)
        await channel.platform.deliverPending()
        #expect(await channel.received.states == ["sent", "delivered", "read"])
        #expect(await channel.platform.messages(of: ada).map(\.text) == ["Until eight."])
        #expect(await channel.received.problems == 0)
        guard case .status(let status)? = await channel.received.events.last else { return }
        #expect(status.callbackData == sent.callbackData && sent.callbackData != nil)
    }

    @Test("enforces the window as the platform does, and takes templates")
    func window() async throws {
        let channel = await SimulatedChannel()
        try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        try await channel.dialog.send(.text("Hello"), to: .phoneNumber(ada))
        try await channel.dialog.send(
            .template("order_arrives", language: "en_US", body: ["Ada", "17"]), to: .phoneNumber(ada))
        await channel.platform.deliverPending()
        #expect(await channel.received.states == ["failed", "sent", "delivered"])
        let wrong = await failure { () async throws(WhatsAppError) in
            try await channel.dialog.send(.template("order_arrives", language: "en_US"), to: .phoneNumber(ada))
        }
        #expect(wrong?.platform?.code == 132_000)
        try await channel.dialog.sendMarketing(TemplateMessage(name: "sale", language: "en_US"), to: .phoneNumber(ada))
    }

    @Test("gives the bytes of media on its own host")
    func media() async throws {
        let channel = await SimulatedChannel()
        try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        let photo = SimulatedPlatform.CustomerFile(.image, mimeType: "image/jpeg", bytes: Array("JPEG".utf8))
        await channel.platform.customerSends(photo, from: ada)
        await channel.platform.deliverPending()
        guard case .image(let image)? = await channel.received.messages.first?.content, let id = image.id else {
            Issue.record("an image is expected")
            return
        }
        let object = try await channel.dialog.mediaObject(id)
        #expect(object.url.hasPrefix("https://lookaside.fbsbx.com/whatsapp_business/attachments/"))
        #expect(try await channel.dialog.downloadMedia(id).bytes == Array("JPEG".utf8))
        let own = try await channel.dialog.uploadMedia(
            MediaUpload([0x89, 0x50, 0x4E, 0x47], mimeType: "image/png", filename: "a.png"))
        #expect(try await channel.dialog.downloadMedia(own).bytes.count == 4)
        try await channel.dialog.deleteMedia(own)
        for _ in 0..<6 {
            let error = await failure { () async throws(WhatsAppError) in try await channel.dialog.mediaObject(own) }
            #expect(error?.outcome == .refused)
        }
        let blocked = await failure { () async throws(WhatsAppError) in try await channel.dialog.mediaObject(id) }
        #expect(blocked?.code == .rateLimited, "after more than five failures all media is blocked for an hour")
        channel.clock.advance(by: 3601)
        _ = try await channel.dialog.mediaObject(id)
    }

    @Test("has both template interfaces, and works with either", arguments: [true, false])
    func templates(isOlder: Bool) async throws {
        let channel = await SimulatedChannel()
        await channel.platform.configure360Dialog { $0.templates = isOlder ? .ownOnly : .platformOnly }
        let dialog = channel.dialog
        let before = try await dialog.templates(TemplateQuery(pageSize: 2)).collect().elements
        #expect(Set(before.map(\.name)) == ["hello_world", "order_arrives", "sale"])
        #expect(before.allSatisfy { $0.reviewState == .approved && $0.platformID?.rawValue.hasSuffix("WT") == false })
        let receipt = try await dialog.createTemplate(
            TemplateDefinition(
                name: "new_one", language: "en_US", category: .utility,
                components: [.body("Hi {{1}}, thanks.", samples: .positional(["Ada"]))]))
        let id = try #require(receipt.id)
        #expect(try await dialog.template(id).name == "new_one")
        let twice = await failure { () async throws(WhatsAppError) in
            try await dialog.createTemplate(
                TemplateDefinition(
                    name: "new_one", language: "en_US", category: .utility, components: [.body("Hi there.")]))
        }
        #expect(twice?.code == .rejected)
        if isOlder {
            let error = await failure { () async throws(WhatsAppError) in
                try await dialog.deleteTemplate("new_one", id: id)
            }
            #expect(error?.code == .unsupported)
            try await dialog.deleteTemplate("new_one")
        } else {
            try await dialog.deleteTemplate("new_one", id: id)
        }
        #expect(try await dialog.templates().collect().elements.count == 3)
    }

    @Test("shows and changes the profile, and checks the connection")
    func profile() async throws {
        let channel = await SimulatedChannel()
        try await channel.dialog.updateBusinessProfile(BusinessProfileUpdate(about: "Open until eight"))
        #expect(try await channel.dialog.businessProfile().about == "Open until eight")
        let report = try await channel.dialog.checkConnection()
        #expect(report.isHealthy && report.phoneNumberID == "106540352242922")
        #expect(report.businessAccountID == "102290129340398" && report.verifiedName == "The Corner Shop")
        #expect(report.findings.contains { $0.subject == "webhook" && $0.level == .warning })
        await channel.platform.configure360Dialog { $0.canSendMessage = "BLOCKED" }
        #expect(try await channel.dialog.checkConnection().isHealthy == false)
    }

    @Test("refuses in its own words")
    func refusals() async throws {
        let channel = await SimulatedChannel()
        func send(_ key: Secret) async -> WhatsAppError? {
            await failure { () async throws(WhatsAppError) in
                try await Dialog360(
                    apiKey: .fixed(key), transport: channel.platform, configuration: .init(retryPolicy: .never)
                ).send(.template("hello_world", language: "en_US"), to: .phoneNumber(ada))
            }
        }
        let key = channel.platform.configuration.dialog360Key
        let bad = await send("wrong")
        #expect(bad?.code == .unauthorized)
        #expect(bad.flatMap { Dialog360Refusal($0) }?.statusInside == 404)
        await channel.platform.configure360Dialog { $0.blockedPaths = ["messages"] }
        #expect(await send(key)?.code == .unsupported)
        for (problem, code, outcome) in [
            (SimulatedPlatform.Dialog360Settings.AccountProblem.disabled, WhatsAppError.Code.rejected, "refused"),
            (.unpaidInvoices, .rejected, "refused"), (.notRunning, .unavailable, "unknown"),
        ] {
            await channel.platform.configure360Dialog { $0.problem = problem }
            let error = await send(key)
            #expect(error?.code == code && error?.outcome.rawValue == outcome)
        }
        await channel.platform.configure360Dialog {
            $0.problem = nil
            $0.secondsBetweenSettingsCalls = 5
        }
        try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        let fast = await failure { () async throws(WhatsAppError) in
            try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        }
        #expect(fast?.code == .rateLimited && fast?.retryAfter == .seconds(5))
    }

    @Test("forgets key and webhook when the partner makes another key")
    func keys() async throws {
        let channel = await SimulatedChannel()
        try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        let partner = await channel.partner()
        let found = try await partner.channels(.init(filters: ["status": "ready"])).collect().elements
        let id = try #require(found.first?.id)
        #expect(found.first?.phoneNumber?.digits == "15550783881")
        let kept = Locked<[Dialog360Partner.APIKey]>([])
        let dialog = try await partner.connect(
            id, webhookSecret: "word", messaging: .init(retryPolicy: .never)
        ) { key in kept.withLock { $0.append(key) } }
        #expect(kept.withLock { $0.first?.address } == "https://hub.360dialog.io")
        let old = await failure { () async throws(WhatsAppError) in
            try await channel.dialog.markAsRead("wamid.x")
        }
        #expect(old?.code == .unauthorized)
        #expect(try await dialog.webhookConfiguration().addresses.isEmpty)
        try await dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        await channel.platform.customerSends("Hi", from: ada)
        #expect(await channel.platform.deliverPending() == 0)
        #expect(await channel.received.messages.count == 1)
        try await partner.deleteAPIKeys(ofChannel: id)
        let gone = await failure { () async throws(WhatsAppError) in
            try await dialog.send(.text("Hi"), to: .phoneNumber(ada))
        }
        #expect(gone?.code == .unauthorized)
        let stranger = await channel.partner("wrong")
        let refused = await failure { () async throws(WhatsAppError) in try await stranger.account() }
        #expect(refused?.code == .unauthorized)
    }

    @Test("tells partners of templates, signed")
    func partnerEvents() async throws {
        let channel = await SimulatedChannel()
        let partner = await channel.partner()
        await channel.platform.serve(channel.endpoint(partner.webhooks), at: "https://shop.example/partner")
        try await partner.setWebhookURL("https://shop.example/partner")
        #expect(try await partner.webhookURL() == "https://shop.example/partner")
        let account = await channel.platform.dialog360Settings.accountID
        let templates = try await partner.templates(ofAccount: account).collect().elements
        let sale = try #require(templates.first { $0.name == "sale" })
        let id = try #require(sale.id)
        #expect(id.rawValue.hasSuffix("WT"))
        try await partner.deleteTemplate(id, inAccount: account)
        await channel.platform.deliverPending()
        guard case .template(let event)? = await channel.received.events.first else {
            Issue.record("an event of a template is expected")
            return
        }
        #expect(event.templateID == sale.platformID && event.name == "sale")
    }

    @Test("delivers for the account where the number has no address, and to further destinations")
    func levels() async throws {
        let channel = await SimulatedChannel()
        let account = "https://shop.example/account"
        await channel.platform.serve(channel.endpoint(channel.dialog.webhooks), at: account)
        try await channel.dialog.setWebhook(WebhookTarget(url: account, level: .account))
        await channel.platform.customerSends("one", from: ada)
        await channel.platform.deliverPending()
        #expect(await channel.received.messages.count == 1)
        try await channel.dialog.setWebhook(WebhookTarget(url: SimulatedChannel.address))
        await channel.platform.customerSends("two", from: ada)
        await channel.platform.deliverPending()
        #expect(await channel.received.messages.count == 2, "the number's address goes before the account's")
        try await channel.dialog.setWebhookDestinations(enabled: true)
        try await channel.dialog.addWebhookDestinations([
            .init(name: "copy", url: account, headers: [.dialog360WebhookSecret: "word"])
        ])
        let again = await failure { () async throws(WhatsAppError) in
            try await channel.dialog.setWebhookDestinations(enabled: true)
        }
        #expect(again?.response?.status == .conflict)
        await channel.platform.customerSends("three", from: ada)
        await channel.platform.deliverPending()
        #expect(await channel.received.messages.count == 4)
        #expect(try await channel.dialog.webhookConfiguration().effective.count == 2)
    }

    @Test("plays the sandbox: its dialect, its templates, its owner, its quota")
    func sandbox() async throws {
        let channel = await SimulatedChannel()
        let ada = ada
        await channel.platform.configure360Dialog {
            $0.sandboxOwner = ada
            $0.sandboxQuota = 3
        }
        let address = "https://shop.example/sandbox"
        await channel.platform.serve(channel.endpoint(channel.sandbox.webhooks), at: address)
        try await channel.sandbox.setWebhook(WebhookTarget(url: address))
        #expect(try await channel.sandbox.checkConnection().isHealthy)
        let voice = SimulatedPlatform.CustomerFile(.audio, mimeType: "audio/ogg", bytes: [1])
        await channel.platform.customerSends("Hi", from: ada, name: "Ada")
        await channel.platform.customerSends(voice, from: ada)
        #expect(await channel.platform.deliverPending() == 0)
        let messages = await channel.received.messages
        #expect(messages.map(\.type.rawValue) == ["text", "audio"])
        #expect(messages[0].contact?.name == "Ada" && messages[0].fromUserID == nil)
        try await channel.sandbox.markAsRead(messages[0].id)
        #expect(await channel.platform.isMarkedAsRead(messages[0].id))
        let sent = try await channel.sandbox.send(
            .text("See https://a.example", previewURL: true), to: .phoneNumber(ada))
        #expect(sent.whatsAppID == nil)
        try await channel.sandbox.send(SandboxTemplate.firstWelcome(name: "Ada"), to: .phoneNumber(ada))
        let stranger = await failure { () async throws(WhatsAppError) in
            try await channel.sandbox.send(.text("Hi"), to: "+15550001111")
        }
        #expect(stranger?.platform?.code == 1013 && stranger?.platform?.resolvedCode == 131_026)
        try await channel.sandbox.send(SandboxTemplate.interactive(payloads: "yes", "no"), to: .phoneNumber(ada))
        let over = await failure { () async throws(WhatsAppError) in
            try await channel.sandbox.send(.text("Hi"), to: .phoneNumber(ada))
        }
        #expect(over?.outcome == .refused)
        await channel.platform.deliverPending()
        #expect(await channel.received.states == ["sent", "delivered", "sent", "delivered", "sent", "delivered"])
        #expect(
            await channel.platform.messages(of: ada).map(\.text).prefix(2) == [
                "See https://a.example", "Welcome, Ada!",
            ])
        #expect(await channel.received.problems == 0)
    }

    @Test("tells in the sandbox of failures as the on-premises client did")
    func sandboxFailures() async throws {
        let channel = await SimulatedChannel()
        let address = "https://shop.example/sandbox"
        await channel.platform.serve(channel.endpoint(channel.sandbox.webhooks), at: address)
        try await channel.sandbox.setWebhook(WebhookTarget(url: address))
        try await channel.sandbox.send(.text("outside of the window"), to: .phoneNumber(ada))
        await channel.platform.deliverPending()
        guard case .status(let status)? = await channel.received.events.last else {
            Issue.record("a status is expected")
            return
        }
        #expect(status.state == .failed && status.errors.first?.code == 470)
        #expect(status.errors.first?.resolvedCode == .reEngagement && status.errors.first?.details != nil)
    }
}
