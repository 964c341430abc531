import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("The profile through 360dialog")
struct ProfileTests {
    @Test("is read and changed where the platform has it")
    func profile() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200,
                body:
                    #"{"data":[{"messaging_product":"whatsapp","about":"Open","websites":["https://a.example"],"vertical":"NEW"}]}"#
            ),
            .answer(status: 200, body: #"{"success":true}"#),
        ])
        let dialog = makeDialog(transport)
        let profile = try await dialog.businessProfile()
        #expect(
            profile.about == "Open" && profile.websites == ["https://a.example"] && profile.vertical?.rawValue == "NEW")
        try await dialog.updateBusinessProfile(BusinessProfileUpdate(about: "Closed"))
        let received = await transport.received
        #expect(received[0].line.hasPrefix("GET /whatsapp_business_profile?fields="))
        #expect(received[1].line == "POST /whatsapp_business_profile")
        #expect(received[1].json == ["messaging_product": "whatsapp", "about": "Closed"])
    }
}
