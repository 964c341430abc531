import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API shows and changes the business profile")
struct ProfileCallTests {
    @Test(
        "in each form in which it comes",
        arguments: [
            #"{"data":[{"about":"Open","address":"","websites":["https://a.example"],"vertical":"RETAIL","messaging_product":"whatsapp"}]}"#,
            #"{"data":[{"business_profile":{"about":"Open","websites":["https://a.example",7],"vertical":"RETAIL"}}]}"#,
            #"{"about":"Open","websites":["https://a.example"],"vertical":"RETAIL","new":{}}"#,
        ])
    func reading(body: String) async throws {
        let transport = ScriptedTransport(body: body)
        let profile = try await makeCloud(transport).businessProfile()
        #expect(
            profile == BusinessProfile(about: "Open", websites: ["https://a.example"], vertical: .retail))
        let path = try #require(await transport.received.first?.request.path)
        #expect(
            path
                == "/v25.0/106540352242922/whatsapp_business_profile?fields=about,address,description,email,profile_picture_url,websites,vertical"
        )
    }

    @Test("and says so where there is none", arguments: ["[]", "{}", "<html>", #"{"data":[]}"#])
    func none(body: String) async {
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport(body: body)).businessProfile()
        }
        #expect(error?.code == .decoding)
    }

    @Test("and sends only what changes")
    func changing() async throws {
        let transport = ScriptedTransport(body: #"{"success":true}"#)
        try await makeCloud(transport).updateBusinessProfile(
            BusinessProfileUpdate(
                about: "Closed", email: "", websites: [], vertical: .hotel, picture: "4::aW"))
        let received = try #require(await transport.received.first)
        #expect(received.request.method == .post)
        #expect(received.request.path == "/v25.0/106540352242922/whatsapp_business_profile")
        let body = try JSONValue(parsing: received.body)
        #expect(
            body == [
                "about": "Closed", "email": "", "messaging_product": "whatsapp",
                "profile_picture_handle": "4::aW",
                "vertical": "HOTEL", "websites": [],
            ])
    }

    @Test("and nothing where nothing changes, nor what the platform refuses")
    func notSent() async throws {
        let transport = ScriptedTransport([])
        try await makeCloud(transport).updateBusinessProfile(BusinessProfileUpdate())
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).updateBusinessProfile(
                BusinessProfileUpdate(vertical: BusinessVertical(rawValue: "")))
        }
        #expect(error?.validation?.violations.first?.path == "vertical")
        #expect(await transport.received.isEmpty)
    }
}
