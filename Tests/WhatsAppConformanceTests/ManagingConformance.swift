import Testing
import WhatsAppBusiness
import WhatsAppSimulator

@Suite("Every provider, managing,")
struct ManagingConformance {
    static let definition = TemplateDefinition(
        name: "table_is_ready", language: "en_US", category: .utility,
        components: [.body("Hello {{1}}, your table is ready.", samples: .positional(["Ana"]))])

    @Test("creates, lists and deletes templates, where it can", arguments: Subject.all)
    func templates(subject: Subject) async throws {
        let scene = await Scene(subject)
        let capabilities = scene.provider.capabilities
        guard capabilities.contains(.listTemplates) else { return }
        let known = try await scene.templateNames()
        #expect(known.isSuperset(of: ["hello_world", "order_arrives"]))
        guard capabilities.contains(.createTemplate) else { return }
        let receipt = try await scene.provider.createTemplate(Self.definition)
        #expect(receipt.status != .rejected)
        #expect(try await scene.templateNames().contains("table_is_ready"))
        guard capabilities.contains(.deleteTemplate) else { return }
        try await scene.provider.deleteTemplate("table_is_ready")
        #expect(try await scene.templateNames().contains("table_is_ready") == false)
        #expect(try await scene.templateNames().contains("hello_world"))
    }

    @Test("uploads a file, sends it, fetches and deletes it, where it can", arguments: Subject.all)
    func media(subject: Subject) async throws {
        let scene = try await Scene.withOpenWindow(subject)
        guard scene.provider.capabilities.contains(.uploadMedia) else { return }
        let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 17) }
        let id = try await scene.provider.uploadMedia(
            MediaUpload(bytes, mimeType: "image/png", filename: "parcel.png"))
        try await scene.provider.send(.image(.id(id), caption: "Here"), to: Scene.recipient)
        #expect(await scene.phone().last?.text == "Here")
        if scene.provider.capabilities.contains(.downloadMedia) {
            #expect(try await scene.provider.downloadMedia(id).bytes == bytes)
        }
        guard scene.provider.capabilities.contains(.deleteMedia) else { return }
        try await scene.provider.deleteMedia(id)
        let error = await scene.failure { try await $0.mediaObject(id) }
        #expect(error?.outcome == .refused)
    }

    @Test("changes of the profile only what is named, where it can", arguments: Subject.all)
    func profile(subject: Subject) async throws {
        let scene = await Scene(subject)
        guard scene.provider.capabilities.contains(.updateProfile) else { return }
        try await scene.provider.updateBusinessProfile(
            BusinessProfileUpdate(about: "Open until eight", address: "1 Main Street", vertical: .retail))
        try await scene.provider.updateBusinessProfile(BusinessProfileUpdate(about: "Open until nine"))
        let profile = try await scene.provider.businessProfile()
        #expect(profile.about == "Open until nine")
        #expect(profile.address == "1 Main Street")
        #expect(profile.vertical == .retail)
        let before = await scene.road.requests
        for update in [
            BusinessProfileUpdate(about: ""), BusinessProfileUpdate(email: "no address"),
            BusinessProfileUpdate(vertical: BusinessVertical(rawValue: "")),
        ] {
            let error = await scene.failure { try await $0.updateBusinessProfile(update) }
            #expect(error?.code == .invalid)
        }
        #expect(await scene.road.requests == before)
    }

    @Test("sets where webhooks go and reads it back, where it can", arguments: Subject.all)
    func webhook(subject: Subject) async throws {
        let scene = await Scene(subject)
        guard scene.provider.capabilities.contains(.setWebhook) else { return }
        let url = "https://shop.example/webhook"
        // The platform's handshake reaches it there.
        await scene.platform.serve(
            WebhookEndpoint { call in
                let challenge = call.query?.split(separator: "&").first { $0.hasPrefix("hub.challenge=") }?.dropFirst(
                    14)
                return .init(status: 200, body: Array((challenge ?? "").utf8))
            }, at: url)
        try await scene.provider.setWebhook(WebhookTarget(url: url, verifyToken: "a word"))
        let configuration = try await scene.provider.webhookConfiguration()
        #expect(configuration.effective.map(\.url).contains(url))
        #expect(!"\(configuration)".contains("/webhook"))
    }

    @Test("finds a good connection healthy and a bad credential not", arguments: Subject.all)
    func connection(subject: Subject) async throws {
        let good = await Scene(subject)
        guard good.provider.capabilities.contains(.checkConnection) else { return }
        let report = try await good.provider.checkConnection()
        #expect(report.isHealthy, "\(report.findings)")
        #expect(!report.findings.isEmpty)
        let bad = await Scene(subject, credential: .bad)
        // A report tells more than an error where a part of it is known.
        do {
            #expect(try await bad.provider.checkConnection().isHealthy == false)
        } catch {
            #expect(error.code == .unauthorized)
        }
    }

    @Test("answers everything that it cannot do with unsupported, before any request", arguments: Subject.all)
    func unsupported(subject: Subject) async throws {
        let scene = await Scene(subject)
        for call in Call.all where !scene.provider.capabilities.contains(call.capability) {
            let error = await scene.failure(call.perform)
            #expect(error?.code == .unsupported, "\(call.capability)")
            let missing = try #require(error?.capability, "\(call.capability)")
            #expect(!scene.provider.capabilities.contains(missing), "\(call.capability): \(missing)")
            #expect(error?.outcome == .notSent, "\(call.capability)")
        }
        #expect(await scene.road.requests == 0)
    }

    /// A call with the capability that it needs.
    struct Call: Sendable {
        let capability: Capability
        let perform: @Sendable (any WhatsAppProvider) async throws -> Void

        static let all: [Call] = [
            Call(capability: .sendTemplate) { it in
                try await it.send(.template("hello_world", language: "en_US"), to: Scene.recipient)
            },
            Call(capability: .sendMedia) { it in
                try await it.send(.image(.link("https://shop.example/a.jpg")), to: Scene.recipient)
            },
            Call(capability: .sendInteractive) { it in
                try await it.send(.choices("Which?", ["A", "B"]), to: Scene.recipient)
            },
            Call(capability: .reply) { it in
                var message = Message.text("Hi")
                message.replyTo = "wamid.X"
                try await it.send(message, to: Scene.recipient)
            },
            Call(capability: .sendToUserID) { it in
                try await it.send(.text("Hi"), to: .user("ZZ.1000000"))
            },
            Call(capability: .sendToGroup) { it in
                try await it.send(.text("Hi"), to: .group("Y2FwaV9ncm91cDox"))
            },
            Call(capability: .markAsRead) { it in try await it.markAsRead("wamid.X") },
            Call(capability: .typingIndicator) { it in
                try await it.markAsRead("wamid.X", showingTypingIndicator: true)
            },
            Call(capability: .uploadMedia) { it in
                _ = try await it.uploadMedia(MediaUpload([1], mimeType: "image/png", filename: "a.png"))
            },
            Call(capability: .downloadMedia) { it in _ = try await it.downloadMedia("77") },
            Call(capability: .deleteMedia) { it in try await it.deleteMedia("77") },
            Call(capability: .readProfile) { it in _ = try await it.businessProfile() },
            Call(capability: .updateProfile) { it in
                try await it.updateBusinessProfile(BusinessProfileUpdate(about: "Hi"))
            },
            Call(capability: .readWebhook) { it in
                _ = try await it.webhookConfiguration()
            },
            Call(capability: .setWebhook) { it in try await it.setWebhook(nil) },
            Call(capability: .listTemplates) { it in
                _ = try await it.templates(.all, after: nil, options: .standard)
            },
            Call(capability: .createTemplate) { it in
                _ = try await it.createTemplate(ManagingConformance.definition)
            },
            Call(capability: .editTemplate) { it in
                _ = try await it.editTemplate("77", TemplateEdit())
            },
            Call(capability: .deleteTemplate) { it in
                try await it.deleteTemplate("hello_world")
            },
            Call(capability: .checkConnection) { it in _ = try await it.checkConnection() },
            Call(capability: .execute) { it in _ = try await it.execute(.get("me")) },
        ]
    }
}

extension Scene {
    /// The names of all templates.
    func templateNames() async throws -> Set<String> {
        var names: Set<String> = []
        for try await template in provider.templates() { names.insert(template.name) }
        return names
    }
}
