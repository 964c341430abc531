import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("What 360dialog says that it cannot do")
struct CapabilityTests {
    /// A call for each capability that a provider may lack.
    static let calls: [(Capability, @Sendable (Dialog360) async throws(WhatsAppError) -> Void)] = [
        (.sendText, { (d) async throws(WhatsAppError) in _ = try await d.send(.text("Hi"), to: "+15550001111") }),
        (
            .sendMarketing,
            { (d) async throws(WhatsAppError) in
                _ = try await d.sendMarketing(TemplateMessage(name: "t", language: "en"), to: "+15550001111")
            }
        ),
        (
            .sendMediaID,
            { (d) async throws(WhatsAppError) in _ = try await d.send(.image(.id("9")), to: "+15550001111") }
        ),
        (.sendToGroup, { (d) async throws(WhatsAppError) in _ = try await d.send(.text("Hi"), to: .group("g")) }),
        (.sendToUserID, { (d) async throws(WhatsAppError) in _ = try await d.send(.text("Hi"), to: .user("US.1")) }),
        (
            .callbackData,
            { (d) async throws(WhatsAppError) in
                var message = Message.text("Hi")
                message.callbackData = "x"
                _ = try await d.send(message, to: "+15550001111")
            }
        ),
        (
            .sendIdentityCheck,
            { (d) async throws(WhatsAppError) in
                var message = Message.text("Hi")
                message.identityKeyHash = "x"
                _ = try await d.send(message, to: "+15550001111")
            }
        ),
        (.markAsRead, { (d) async throws(WhatsAppError) in try await d.markAsRead("m") }),
        (
            .typingIndicator,
            { (d) async throws(WhatsAppError) in try await d.markAsRead("m", showingTypingIndicator: true) }
        ),
        (.downloadMedia, { (d) async throws(WhatsAppError) in _ = try await d.downloadMedia("9") }),
        (
            .uploadMedia,
            { (d) async throws(WhatsAppError) in
                _ = try await d.uploadMedia(MediaUpload([1], mimeType: "image/png", filename: "a.png"))
            }
        ),
        (.deleteMedia, { (d) async throws(WhatsAppError) in try await d.deleteMedia("9") }),
        (.readProfile, { (d) async throws(WhatsAppError) in _ = try await d.businessProfile() }),
        (
            .updateProfile,
            { (d) async throws(WhatsAppError) in try await d.updateBusinessProfile(BusinessProfileUpdate(about: "a")) }
        ),
        (.listTemplates, { (d) async throws(WhatsAppError) in _ = try await d.templates().page() }),
        (
            .createTemplate,
            { (d) async throws(WhatsAppError) in
                try await d.createTemplate(
                    TemplateDefinition(name: "t", language: "en", category: .utility, components: [.body("Hi")]))
            }
        ),
        (
            .editTemplate,
            { (d) async throws(WhatsAppError) in try await d.editTemplate("1", TemplateEdit(category: .utility)) }
        ),
        (.deleteTemplate, { (d) async throws(WhatsAppError) in try await d.deleteTemplate("t") }),
        (.webhookDestinations, { (d) async throws(WhatsAppError) in _ = try await d.webhookDestinations() }),
        (
            .webhookLevels,
            { (d) async throws(WhatsAppError) in
                try await d.setWebhook(WebhookTarget(url: "https://h.example/w", level: .account))
            }
        ),
        (.removeWebhook, { (d) async throws(WhatsAppError) in try await d.setWebhook(nil) }),
        (.blockUsers, { (d) async throws(WhatsAppError) in _ = try await d.blockUsers(["+15550001111"]) }),
        (.blockUsers, { (d) async throws(WhatsAppError) in _ = try await d.blockedUsers().page() }),
        (
            .setWebhook,
            { (d) async throws(WhatsAppError) in try await d.setWebhook(WebhookTarget(url: "https://h.example")) }
        ),
        (.readWebhook, { (d) async throws(WhatsAppError) in _ = try await d.webhookConfiguration() }),
        (.checkConnection, { (d) async throws(WhatsAppError) in _ = try await d.checkConnection() }),
        (.execute, { (d) async throws(WhatsAppError) in _ = try await d.execute(.get("x")) }),
    ]

    @Test("is refused before a request is made, and all else makes one", arguments: [Dialog360.Flavor.cloud, .sandbox])
    func refusals(flavor: Dialog360.Flavor) async {
        for (capability, call) in Self.calls {
            let transport = ScriptedTransport([])
            let dialog = makeDialog(transport, flavor: flavor, retryPolicy: .never)
            let error = await failure { () async throws(WhatsAppError) in try await call(dialog) }
            let requests = await transport.received.count
            if dialog.capabilities.contains(capability) {
                #expect(requests > 0, "\(capability.rawValue) makes a request")
                #expect(error?.code != .unsupported, "\(capability.rawValue)")
            } else {
                #expect(requests == 0, "\(capability.rawValue) makes no request")
                #expect(error?.code == .unsupported && error?.capability == capability, "\(capability.rawValue)")
            }
        }
    }

    @Test("is said per flavor")
    func flavors() {
        let cloud = Dialog360.capabilities(of: .cloud)
        let sandbox = Dialog360.capabilities(of: .sandbox)
        #expect(cloud.standing == .official && cloud.hasCustomerServiceWindow && sandbox.hasCustomerServiceWindow)
        #expect(sandbox.all.allSatisfy { cloud.contains($0) })
        #expect(!sandbox.contains(.uploadMedia) && !cloud.contains(.removeWebhook))
        // No two names for the same thing, and none that no call shows.
        #expect(Set(cloud.all.map(\.rawValue)).count == cloud.all.count)
    }
}
