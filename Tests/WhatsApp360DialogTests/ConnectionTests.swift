import ProviderTestSupport
import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

@Suite("A check of 360dialog's connection")
struct ConnectionTests {
    private static let healthy =
        #"{"health_status":{"can_send_message":"AVAILABLE","entities":[{"entity_type":"PHONE_NUMBER","id":"106","can_send_message":"AVAILABLE","can_receive_call_sip":"AVAILABLE"},{"entity_type":"WABA","id":"102","can_send_message":"AVAILABLE"}]},"id":"106"}"#
    private static let webhook = ScriptedTransport.Step.answer(
        status: 200, body: #"{"url":"https://h.example/secret-path","headers":null}"#)
    private static let blocked = ScriptedTransport.Step.answer(status: 403, body: "endpoint is blocked")

    private func check(
        _ steps: ScriptedTransport.Step..., flavor: Dialog360.Flavor = .cloud
    ) async throws -> (ConnectionReport, [String]) {
        let transport = ScriptedTransport(steps)
        let report = try await makeDialog(transport, flavor: flavor, retryPolicy: .never).checkConnection()
        return (report, await transport.received.map(\.line))
    }

    @Test("names the platform's ids, which no other call tells")
    func ids() async throws {
        let node =
            #"{"display_phone_number":"+1 555-078-3881","verified_name":"Shop","name_status":"APPROVED","quality_rating":"GREEN","platform_type":"CLOUD_API"}"#
        let (report, lines) = try await check(
            .answer(status: 200, body: Self.healthy), .answer(status: 200, body: node), Self.webhook, Self.blocked,
            Self.blocked)
        #expect(report.phoneNumberID == "106" && report.businessAccountID == "102")
        #expect(report.verifiedName == "Shop" && report.displayPhoneNumber == "+1 555-078-3881")
        #expect(report.isHealthy && report.findings.allSatisfy { $0.level == .good })
        #expect(lines.first == "GET /health_status")
        let texts = report.findings.map(\.text)
        #expect(texts.contains("deliveries go to h.example (number)") && !"\(texts)".contains("secret-path"))
    }

    @Test("finds what stands in the way, each with a remedy")
    func problems() async throws {
        let health =
            #"{"health_status":{"can_send_message":"BLOCKED","entities":[{"entity_type":"PHONE_NUMBER","id":106,"can_send_message":"LIMITED","additional_info":["The display name is under review."]},{"entity_type":"BUSINESS","id":"7","can_send_message":"BLOCKED","errors":[{"error_code":141006,"error_description":"There is a payment problem.","possible_solution":"Add a card."}]},{"entity_type":"APP","can_send_message":"BLOCKED"},{"entity_type":"NEW","can_send_message":"SOMEHOW"},17]}}"#
        let node = #"{"name_status":"DECLINED","quality_rating":"RED","platform_type":"ON_PREMISE"}"#
        let (report, _) = try await check(
            .answer(status: 200, body: health), .answer(status: 200, body: node),
            .answer(status: 200, body: #"{"url":null}"#), Self.blocked, Self.blocked)
        #expect(!report.isHealthy)
        #expect(report.phoneNumberID == "106" && report.businessAccountID == nil)
        func finding(_ subject: String) -> [ConnectionReport.Finding] {
            report.findings.filter { $0.subject == subject }
        }
        #expect(finding("business").first?.level == .problem && finding("business").first?.remedy == "Add a card.")
        #expect(finding("business").first?.text == "the business: There is a payment problem. (141006)")
        #expect(finding("phone_number").map(\.level) == [.warning, .warning])
        #expect(finding("app").first?.level == .problem && finding("new").first?.level == .warning)
        #expect(finding("name_status").first?.level == .problem && finding("platform_type").first?.level == .problem)
        #expect(finding("webhook").first?.remedy?.isEmpty == false)
        for problem in report.findings where problem.level == .problem { #expect(problem.remedy?.isEmpty == false) }
    }

    @Test(
        "survives answers of other shapes",
        arguments: ["{}", #"{"health_status":null}"#, #"{"health_status":{"entities":{}}}"#])
    func shapes(body: String) async throws {
        let (report, _) = try await check(
            .answer(status: 200, body: body), .answer(status: 400, body: ""), Self.webhook, Self.blocked, Self.blocked)
        #expect(report.isHealthy && report.findings.contains { $0.subject == "health_status" && $0.level == .warning })
    }

    @Test("tells a key that is bad from an account that has a problem")
    func account() async throws {
        let problem = #"{"error":{"message":"(#131031) Business account locked","code":131031}}"#
        let (report, _) = try await check(
            .answer(status: 400, body: problem), Self.webhook, Self.blocked, Self.blocked)
        #expect(!report.isHealthy && report.findings.contains { $0.subject == "key" && $0.level == .good })
        let error = await failure { () async throws(WhatsAppError) in
            try await makeDialog(ScriptedTransport(status: 401, body: #"{"error":"Invalid API key"}"#))
                .checkConnection()
        }
        #expect(error?.code == .unauthorized)
    }

    @Test("asks for the webhook where an account's health is not told, and in the sandbox")
    func probes() async throws {
        let (report, lines) = try await check(Self.blocked, Self.webhook, Self.blocked, Self.blocked)
        #expect(report.isHealthy && report.findings.contains { $0.subject == "key" && $0.level == .good })
        #expect(lines.prefix(2) == ["GET /health_status", "GET /v1/configs/webhook"])
        let (sandbox, own) = try await check(Self.webhook, flavor: .sandbox)
        #expect(sandbox.findings.map(\.subject) == ["account_mode", "key", "webhook"])
        #expect(own == ["GET /v1/configs/webhook"])
        let bad = await failure { () async throws(WhatsAppError) in
            try await makeDialog(ScriptedTransport(status: 401, body: ""), flavor: .sandbox).checkConnection()
        }
        #expect(bad?.code == .unauthorized)
    }
}
