import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("What Chat API says it cannot do")
struct CapabilityTests {
    /// A call of everything that is missing and that is no message; those are in the tests of sending.
    private static let calls:
        [(capability: Capability, call: @Sendable (ChatAPI) async throws(WhatsAppError) -> Void)] = [
            (
                .editTemplate,
                { (chat) async throws(WhatsAppError) in _ = try await chat.editTemplate("1", TemplateEdit()) }
            ),
            (
                .deleteTemplateLanguage,
                { (chat) async throws(WhatsAppError) in try await chat.deleteTemplate("a", id: "1") }
            ),
            (
                .webhookHeaders,
                { (chat) async throws(WhatsAppError) in
                    try await chat.setWebhook(WebhookTarget(url: "https://a.example/", headers: [.authorization: "x"]))
                }
            ),
            (
                .webhookLevels,
                { (chat) async throws(WhatsAppError) in
                    try await chat.setWebhook(WebhookTarget(url: "https://a.example/", level: .application))
                }
            ),
        ]

    @Test("is thrown as unsupported before anything is sent", arguments: calls.indices)
    func unsupported(index: Int) async {
        let (capability, call) = Self.calls[index]
        let transport = ScriptedTransport([])
        let chat = makeChat(transport)
        #expect(!chat.capabilities.contains(capability))
        let error = await failure { () async throws(WhatsAppError) in try await call(chat) }
        #expect(error?.code == .unsupported)
        #expect(error?.capability == capability)
        #expect(error?.outcome == .notSent)
        #expect(await transport.received.isEmpty)
    }

    @Test("is told with its standing and its window") func standing() {
        let capabilities = makeChat(ScriptedTransport([])).capabilities
        #expect(capabilities.standing == .unofficial)
        #expect(capabilities.hasCustomerServiceWindow)
        for capability in [
            Capability.sendText, .sendTemplate, .sendMedia, .sendInteractive, .reply, .markAsRead, .uploadMedia,
            .downloadMedia, .deleteMedia, .readProfile, .updateProfile, .readWebhook, .setWebhook, .listTemplates,
            .createTemplate, .deleteTemplate, .checkConnection, .execute,
        ] {
            #expect(capabilities.contains(capability))
        }
    }
}
