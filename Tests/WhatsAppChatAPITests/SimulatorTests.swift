import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI
import WhatsAppSimulator
import WhatsAppWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Chat API on the simulated platform")
struct SimulatorTests {
    static let start = Date(timeIntervalSince1970: 1_795_510_800)
    static let ana = PhoneNumber(rawValue: "5511987654321")

    /// A simulated channel with its provider, and what its webhook was given.
    struct Channel {
        let clock = SimulatedClock(at: start)
        let platform: SimulatedPlatform
        let chat: ChatAPI
        let events = Locked<[WebhookEvent]>([])
        let problems = Locked<[DeliveryProblem]>([])

        init(
            token: Secret? = nil, windowRefusal: SimulatedPlatform.WindowRefusal = .refusedRequest,
            instancePrefix: String = "", connects: Bool = true
        ) async {
            platform = SimulatedPlatform(
                configuration: .init(
                    templates: [
                        .helloWorld,
                        SimulatedTemplate(
                            name: "order_arrives", language: "en_US", category: .utility,
                            body: "Hi {{1}}, your order {{2}} arrives today."),
                        SimulatedTemplate(name: "bare", language: "en_US", category: .marketing, body: "Sale!"),
                    ], windowRefusal: windowRefusal), clock: clock)
            chat = ChatAPI(
                baseURL: "https://api.chat-api.com/\(instancePrefix)\(platform.configuration.chatAPIChannel)/",
                token: .fixed(token ?? platform.configuration.chatAPIToken),
                webhookSecret: .query("key", "hook-secret"),
                transport: platform,
                configuration: .init(
                    instanceID: platform.configuration.chatAPIChannel, webhookURL: Self.url,
                    mediaHosts: ["storage.simulated.example"], clock: RecordingClock(), now: { receiptTime }))
            if connects { await platform.connect(endpoint, as: .chatAPI) }
        }

        static let url = "https://shop.example/hook?key=hook-secret"

        var endpoint: WebhookEndpoint {
            let receiver = chat.webhooks
            let events = events
            let problems = problems
            return WebhookEndpoint { call in
                let (response, delivery) = receiver.respond(
                    to: WebhookRequest(
                        method: call.method, path: "/hook?key=hook-secret", headers: call.headers, body: call.body))
                if let delivery {
                    events.withLock { $0 += delivery.events }
                    problems.withLock { $0 += delivery.problems }
                }
                return .init(status: response.status.code)
            }
        }

        func delivered() async -> [WebhookEvent] {
            await platform.deliverPending()
            return events.withLock { $0 }
        }
    }

    @Test("a conversation: the customer writes, the shop answers, and every status comes", arguments: ["", "instance"])
    func conversation(prefix: String) async throws {
        let channel = await Channel(instancePrefix: prefix)
        let id = await channel.platform.customerSends("Is the shop open?", from: Self.ana)
        guard case .message(let message)? = await channel.delivered().first else {
            Issue.record("no message")
            return
        }
        #expect(message.id == id)
        #expect(message.content == .text(.init(body: "Is the shop open?")))
        #expect(message.from == Self.ana)
        #expect(message.contact?.name == "Ana")
        #expect(message.receivedOn?.phoneNumberID.map { $0.rawValue } == channel.platform.configuration.chatAPIChannel)
        try await channel.chat.markAsRead(message.id)
        #expect(await channel.platform.isMarkedAsRead(message.id))
        let sent = try await message.reply(.text("Until eight."), through: channel.chat)
        await channel.platform.customerReads(Self.ana)
        let statuses = await channel.delivered().compactMap { event -> MessageStatus? in
            if case .status(let status) = event { return status }
            return nil
        }
        #expect(statuses.map(\.state) == [.sent, .delivered, .read])
        #expect(statuses.allSatisfy { $0.id == sent.id && $0.isTimeOfReceipt && $0.recipient == Self.ana })
        let phone = await channel.platform.messages(of: Self.ana)
        #expect(phone.map(\.text) == ["Until eight."])
        #expect(phone.first?.replyTo == id)
        #expect(channel.problems.withLock { $0 }.isEmpty)
    }

    @Test("every kind that it can send arrives as it was said", arguments: SendingTests.messages.keys.sorted())
    func kinds(name: String) async throws {
        guard let (message, _) = SendingTests.messages[name], !message.isTemplate else { return }
        let channel = await Channel()
        await channel.platform.customerSends("Hi", from: Self.ana)
        try await channel.chat.send(message, to: .phoneNumber(Self.ana))
        let shown = try #require(await channel.platform.messages(of: Self.ana).first)
        var expected = message
        // What the service adds of its own.
        if case .document(var document) = expected.content, document.document.filename == nil {
            document.document.filename = "may.pdf"
            expected.content = .document(document)
        }
        if case .flow(var flow) = expected.content {
            flow.token = "unused"
            expected.content = .flow(flow)
        }
        #expect(shown.message.content == expected.content)
        #expect(shown.replyTo == message.replyTo)
    }

    @Test("templates are sent with a namespace that is looked up, whatever the row looks like")
    func templates() async throws {
        let channel = await Channel()
        for template in [
            TemplateMessage(name: "hello_world", language: "en_US"),
            TemplateMessage(name: "order_arrives", language: "en_US", components: [.body([.text("Ana"), .text("7")])]),
            TemplateMessage(name: "bare", language: "en_US"),
        ] {
            try await channel.chat.send(.template(template), to: .phoneNumber(Self.ana))
        }
        #expect(
            await channel.platform.messages(of: Self.ana).map(\.template) == ["hello_world", "order_arrives", "bare"])
        #expect(await channel.platform.messages(of: Self.ana)[1].text == "Hi Ana, your order 7 arrives today.")
        let error = await failure { () async throws(WhatsAppError) in
            try await channel.chat.send(
                .template("order_arrives", language: "en_US", body: ["Ana"]), to: .phoneNumber(Self.ana))
        }
        #expect(error?.platform?.code == 132000)
    }

    @Test("outside the window a text is refused with status 200, and told by the platform's number")
    func window() async throws {
        let channel = await Channel()
        let error = await failure { () async throws(WhatsAppError) in
            try await channel.chat.send(.text("Hi"), to: .phoneNumber(Self.ana))
        }
        #expect(error?.response?.status == .ok)
        #expect(error?.platform?.code == .reEngagement)
        #expect(error?.outcome == .refused)
        await channel.platform.customerSends("Hi", from: Self.ana)
        try await channel.chat.send(.text("Hi"), to: .phoneNumber(Self.ana))
    }

    @Test("a refusal that follows as a status has its number too") func failedStatus() async throws {
        let channel = await Channel(windowRefusal: .failedStatus)
        try await channel.chat.send(.text("Hi"), to: .phoneNumber(Self.ana))
        guard case .status(let status)? = await channel.delivered().last else {
            Issue.record("no status")
            return
        }
        #expect(status.state == .failed)
        #expect(status.errors.map(\.code) == [.reEngagement])
    }

    @Test("a wrong token is refused, and shows itself nowhere") func wrongToken() async {
        let channel = await Channel(token: "another-token-that-must-not-show")
        let error = await failure { () async throws(WhatsAppError) in _ = try await channel.chat.checkConnection() }
        #expect(error?.code == .unauthorized)
        let body = String(decoding: error?.response?.body ?? [], as: UTF8.self)
        #expect(body.contains("Wrong token") && body.contains("[redacted]") && !body.contains("must-not-show"))
    }

    @Test("a queued send has no id, and leaves all the same") func queue() async throws {
        let channel = await Channel()
        await channel.platform.customerSends("Hi", from: Self.ana)
        await channel.platform.setChatAPIQueue(true)
        let sent = try await channel.chat.send(.text("Hi"), to: .phoneNumber(Self.ana))
        #expect(sent.isQueued && sent.jobID != nil)
        #expect(await channel.platform.messages(of: Self.ana).count == 1)
    }

    @Test("files go up and come down") func media() async throws {
        let channel = await Channel()
        let bytes = Array("a file".utf8)
        let id = try await channel.chat.uploadMedia(MediaUpload(bytes, mimeType: "image/png", filename: "a.png"))
        let downloaded = try await channel.chat.downloadMedia(id)
        #expect(downloaded.bytes == bytes)
        #expect(downloaded.mimeType == "image/png")
        try await channel.chat.deleteMedia(id)
        let error = await failure { () async throws(WhatsAppError) in _ = try await channel.chat.mediaObject(id) }
        #expect(error?.outcome == .refused)
    }

    @Test("the customer's files are fetched by their address, while it lives") func inboundMedia() async throws {
        let channel = await Channel()
        await channel.platform.customerSends(
            .init(.image, mimeType: "image/jpeg", bytes: Array("a photo".utf8), caption: "Look"), from: Self.ana)
        guard case .message(let message)? = await channel.delivered().first, case .image(let image) = message.content
        else {
            Issue.record("no image")
            return
        }
        #expect(image.caption == "Look")
        let url = try #require(image.url)
        let bytes = Locked<[UInt8]>([])
        try await channel.chat.downloadMedia(at: url, maximumBytes: 100) { chunk in bytes.withLock { $0 += chunk } }
        #expect(bytes.withLock { $0 } == Array("a photo".utf8))
        channel.clock.advance(by: 301)
        let error = await failure { () async throws(WhatsAppError) in
            try await channel.chat.downloadMedia(at: url, maximumBytes: 100) { _ in }
        }
        #expect(error?.response?.status == .notFound)
    }

    @Test("templates are listed, made and deleted") func templateCalls() async throws {
        let channel = await Channel()
        var names: [String] = []
        for try await template in channel.chat.templates(TemplateQuery(pageSize: 2)) {
            names.append(template.name)
            #expect(template.reviewState == .approved)
            #expect(template.namespace?.isEmpty == false || template.name == "bare")
            #expect(!template.definition.texts.isEmpty)
        }
        #expect(names == ["hello_world", "order_arrives", "bare"])
        try await channel.chat.createTemplate(
            TemplateDefinition(
                name: "new_one", language: "en_US", category: .utility, components: [.body("Hello there.")]))
        #expect(try await channel.chat.templates().collect().elements.count == 4)
        try await channel.chat.deleteTemplate("new_one")
        #expect(try await channel.chat.templates().collect().elements.count == 3)
        let error = await failure { () async throws(WhatsAppError) in
            try await channel.chat.deleteTemplate("new_one")
        }
        #expect(error?.outcome == .refused)
    }

    @Test("the profile is one for all interfaces") func profile() async throws {
        let channel = await Channel()
        try await channel.chat.updateBusinessProfile(
            BusinessProfileUpdate(
                about: "Open", profileDescription: "Shoes", websites: ["https://shop.example"], vertical: .retail))
        try await channel.chat.setProfilePhoto("https://shop.example/p.jpg")
        let profile = try await channel.chat.businessProfile()
        #expect(profile.about == "Open")
        #expect(profile.profileDescription == "Shoes")
        #expect(profile.vertical == .retail)
        #expect(profile.websites == ["https://shop.example"])
        #expect(profile.pictureURL == "https://shop.example/p.jpg")
    }

    @Test("the webhook is set beside the service's own, and deliveries come there") func webhook() async throws {
        let channel = await Channel(connects: false)
        await channel.platform.serve(channel.endpoint, at: Channel.url)
        let before = try await channel.chat.webhookConfiguration().addresses.map(\.url)
        #expect(before.count == 1)
        try await channel.chat.setWebhook(WebhookTarget(url: Channel.url))
        #expect(try await channel.chat.webhookConfiguration().addresses.map(\.url) == before + [Channel.url])
        #expect(try await channel.chat.checkConnection().isHealthy)
        await channel.platform.customerSends("Hi", from: Self.ana)
        #expect(await channel.delivered().count == 1)
        try await channel.chat.setWebhook(nil)
        #expect(try await channel.chat.webhookConfiguration().addresses.map(\.url) == before)
        #expect(try await !channel.chat.checkConnection().isHealthy)
    }

    @Test("the history holds both sides, and goes on where it was left") func history() async throws {
        let channel = await Channel()
        await channel.platform.customerSends("One", from: Self.ana)
        try await channel.chat.send(.text("Two"), to: .phoneNumber(Self.ana))
        await channel.platform.customerSends("Three", from: Self.ana)
        var texts: [String] = []
        var last = 0
        for try await entry in channel.chat.history(.init(pageSize: 2)) {
            switch entry.event {
            case .message(let message):
                if case .text(let text) = message.content { texts.append("> " + text.body) }
            case .echo(let echo):
                if case .text(let text) = echo.content { texts.append("< " + text.body) }
                #expect(echo.to == Self.ana)
            default: break
            }
            last = entry.number ?? last
        }
        #expect(texts == ["> One", "< Two", "> Three"])
        #expect(try await channel.chat.historyPage(.init(after: last)).entries.isEmpty)
    }

    @Test("a tap has its label in the flat form, and its id in the platform's own") func taps() async throws {
        let channel = await Channel()
        await channel.platform.customerSends("Hi", from: Self.ana)
        let message = try #require(SendingTests.messages["buttons"]).message
        try await channel.chat.send(message, to: .phoneNumber(Self.ana))
        await channel.platform.customerTaps("keep", from: Self.ana)
        guard case .message(let flat)? = await channel.delivered().last else {
            Issue.record("no tap")
            return
        }
        #expect(flat.content == .button(.init(text: "Keep")))
        _ = try await channel.chat.execute(.post("settings", json: HTTPBody(#"{"rawHooks":true}"#)))
        await channel.platform.customerTaps("keep", from: Self.ana)
        guard case .message(let raw)? = await channel.delivered().last else {
            Issue.record("no tap")
            return
        }
        #expect(raw.content == .buttonReply(.init(id: "keep", title: "Keep")))
    }

    @Test("a method that the host does not know is refused, and a body without a recipient too") func unknown() async {
        let channel = await Channel()
        for call in [RawCall.get("dialogs"), .post("sendMessage", json: HTTPBody(#"{"body":"x"}"#))] {
            let error = await failure { () async throws(WhatsAppError) in _ = try await channel.chat.execute(call) }
            #expect(error?.code == .rejected)
            #expect(error?.outcome == .refused)
        }
    }
}
