import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("Cloud API tells how much is used up")
struct UsageTests {
    private func metadata(_ name: String, _ value: String) throws -> ResponseMetadata {
        ResponseMetadata(status: .ok, headers: [try #require(HTTPField.Name(name)): value])
    }

    @Test("of the app's limit")
    func app() throws {
        let answer = try metadata(
            "X-App-Usage", #"{"call_count":28,"total_time":25.2,"total_cputime":25}"#)
        #expect(answer.appUsage == UsageReport(callCount: 28, totalCPUTime: 25, totalTime: 26))
        #expect(answer.appUsage?.highest == 28)
        #expect(answer.businessUsage.isEmpty)
    }

    @Test("of an account's limits")
    func business() throws {
        let answer = try metadata(
            "x-business-use-case-usage",
            #"{"102290129340398":[{"type":"whatsapp_business_management","call_count":100,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":19}],"7":[]}"#
        )
        #expect(
            answer.businessUsage == [
                UsageReport(
                    objectID: "102290129340398", type: "whatsapp_business_management", callCount: 100,
                    totalCPUTime: 20, totalTime: 20, timeToRegainAccess: .seconds(1140))
            ])
        #expect(answer.appUsage == nil)
    }

    @Test(
        "and of nothing where the header is odd",
        arguments: ["", "x", "[]", "5", #"{"call_count":1e999}"#, "null"])
    func odd(value: String) throws {
        #expect((try metadata("x-app-usage", value).appUsage?.highest ?? 0) == 0)
        #expect(try metadata("x-business-use-case-usage", value).businessUsage.isEmpty)
    }

    @Test("of a message that was sent")
    func sent() async throws {
        let transport = ScriptedTransport([
            .answer(
                status: 200, headers: [try #require(HTTPField.Name("x-app-usage")): #"{"call_count":5}"#],
                body: acceptedAnswer)
        ])
        let sent = try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        #expect(sent.response?.appUsage?.callCount == 5)
    }
}

@Suite("Cloud API proves that it knows the app secret")
struct AppSecretProofTests {
    // HMAC-SHA256 of `testToken` under the secret of `makeCloud`, by `openssl dgst -sha256 -hmac`.
    private static let proof = "2ce0fd524dd4a35134fe49bc55d5f63ae5345a5a175a65653d02100e33028241"

    @Test("where it is told to, in the query of every call")
    func proof() async throws {
        let transport = ScriptedTransport([
            .answer(status: 200, body: acceptedAnswer), .answer(status: 200, body: #"{"data":[]}"#),
        ])
        let cloud = makeCloud(transport).with { $0.provesAppSecret = true }
        try await cloud.send(.text("Hi"), to: "+15550001111")
        _ = try await cloud.execute(.get("1/x?limit=5"))
        #expect(
            await transport.received.map(\.request.path) == [
                "/v25.0/106540352242922/messages?appsecret_proof=\(Self.proof)",
                "/v25.0/1/x?limit=5&appsecret_proof=\(Self.proof)",
            ])
    }

    @Test("and not otherwise")
    func noProof() async throws {
        let transport = ScriptedTransport(body: acceptedAnswer)
        try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        #expect(await transport.received.first?.request.path == "/v25.0/106540352242922/messages")
    }

    @Test("never without a secret")
    func noSecret() async {
        let transport = ScriptedTransport(body: acceptedAnswer)
        let cloud = CloudAPI(
            phoneNumberID: "106540352242922", accessToken: "token", transport: transport,
            configuration: .init(provesAppSecret: true))
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.validation?.violations.first?.path == "appSecret")
        #expect(await transport.received.isEmpty)
    }
}
