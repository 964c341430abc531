import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Cloud API checks its connection")
struct ConnectionTests {
    private static func facts(
        _ more: String = "",
        scopes: String = #""whatsapp_business_management","whatsapp_business_messaging""#
    ) -> String {
        #"{"data":{"app_id":"634974688087057","is_valid":true,"scopes":[\#(scopes)],"granular_scopes":[{"scope":"whatsapp_business_management","target_ids":["11"]}]\#(more)}}"#
    }

    private static func number(_ more: String = "") -> String {
        #"{"id":"106540352242922","display_phone_number":"+1 555-078-3881","verified_name":"Shop","status":"CONNECTED","quality_rating":"GREEN","name_status":"APPROVED","platform_type":"CLOUD_API","account_mode":"LIVE","throughput":{"level":"STANDARD"},"whatsapp_business_manager_messaging_limit":"TIER_2K","webhook_configuration":{"application":"https://shop.example/hook"},"is_pin_enabled":true,"is_on_biz_app":false\#(more)}"#
    }

    private static let health =
        #"{"health_status":{"can_send_message":"AVAILABLE","entities":[{"entity_type":"PHONE_NUMBER","id":"1","can_send_message":"AVAILABLE"}]}}"#
    private static let apps =
        #"{"data":[{"whatsapp_business_api_data":{"id":"634974688087057","name":"Shop"}}]}"#

    private static func subscription(_ fields: [WebhookField] = WebhookField.recommended) -> String {
        let list = fields.map { #"{"name":"\#($0.rawValue)"}"# }.joined(separator: ",")
        return
            #"{"data":[{"object":"whatsapp_business_account","callback_url":"https://shop.example/hook","active":true,"fields":[\#(list)]}]}"#
    }

    private static func refusal(_ code: Int, status: Int = 403) -> ScriptedTransport.Step {
        .answer(status: status, body: #"{"error":{"message":"no","code":\#(code)}}"#)
    }

    private func report(
        facts: ScriptedTransport.Step = .answer(status: 200, body: ConnectionTests.facts()),
        number: ScriptedTransport.Step = .answer(status: 200, body: ConnectionTests.number()),
        health: ScriptedTransport.Step = .answer(status: 200, body: ConnectionTests.health),
        apps: ScriptedTransport.Step = .answer(status: 200, body: ConnectionTests.apps),
        subscription: ScriptedTransport.Step = .answer(
            status: 200, body: ConnectionTests.subscription()),
        applicationID: String? = "634974688087057"
    ) async throws -> ConnectionReport {
        let transport = ScriptedTransport([facts, number, health, apps, subscription])
        return try await makeCloud(transport).with { $0.applicationID = applicationID }
            .checkConnection()
    }

    private func odd(_ report: ConnectionReport) -> [String] {
        report.findings.filter { $0.level != .good }.map { finding in
            "\(finding.level.rawValue) \(finding.subject)" + (finding.item.map { " \($0)" } ?? "")
        }
    }

    @Test("and finds nothing where all is well")
    func well() async throws {
        let report = try await report()
        #expect(
            report.isHealthy && report.verifiedName == "Shop"
                && report.displayPhoneNumber == "+1 555-078-3881")
        #expect(odd(report) == [])
        let text = report.findings.map(\.text).joined(separator: "\n")
        #expect(
            text.contains("https://shop.example/hook") && text.contains("TIER_2K: 2000 new recipients"))
    }

    @Test("and names each missing permission and each missing field")
    func missing() async throws {
        let report = try await report(
            facts: .answer(status: 200, body: Self.facts(scopes: #""whatsapp_business_management""#)),
            subscription: .answer(
                status: 200,
                body: Self.subscription(
                    WebhookField.recommended.filter { $0 != .messages && $0 != .alerts })))
        #expect(
            odd(report) == [
                "problem permission whatsapp_business_messaging", "problem webhook_fields messages",
                "warning webhook_fields account_alerts",
            ])
    }

    @Test(
        "and says what is wrong with the number",
        arguments: [
            (#","status":"BANNED""#, ["problem status"]), (#","status":"PENDING""#, ["problem status"]),
            (#","platform_type":"ON_PREMISE""#, ["problem platform_type"]),
            (#","is_on_biz_app":true"#, ["warning is_on_biz_app"]),
            (#","account_mode":"SANDBOX""#, ["warning account_mode"]),
            (#","quality_rating":"RED""#, ["warning quality_rating"]),
            (#","name_status":"DECLINED""#, ["problem name_status"]),
            (#","name_status":"PENDING_REVIEW""#, ["warning name_status"]),
            (#","new_name_status":"APPROVED""#, ["warning new_name_status"]),
            (#","is_pin_enabled":false"#, ["warning pin"]),
            (#","code_verification_status":"NOT_VERIFIED""#, ["warning verification"]),
            (#","webhook_configuration":{}"#, ["problem webhook"]),
            (#","status":"SOMETHING_NEW","quality_rating":"PURPLE""#, ["problem status"]),
        ])
    func numbers(more: String, expected: [String]) async throws {
        // Of equal keys the last one counts.
        let report = try await report(number: .answer(status: 200, body: Self.number(more)))
        #expect(odd(report) == expected)
        #expect(report.findings.filter { $0.level == .problem }.allSatisfy { $0.remedy != nil })
    }

    @Test("and that payment is missing")
    func payment() async throws {
        let body =
            #"{"health_status":{"can_send_message":"BLOCKED","entities":[{"entity_type":"WABA","id":"11","can_send_message":"BLOCKED","errors":[{"error_code":141006,"error_description":"There is an error with the payment method.","possible_solution":"Add a payment method."}]}]}}"#
        let report = try await report(health: .answer(status: 200, body: body))
        #expect(odd(report) == ["problem health", "problem payment WABA"])
        #expect(report.findings.first { $0.subject == "payment" }?.remedy == "Add a payment method.")
    }

    @Test("and that the token ends, has ended or was refused")
    func token() async throws {
        let ending = try await report(
            facts: .answer(status: 200, body: Self.facts(#","expires_at":1795651200"#)))
        #expect(odd(ending) == ["warning token"])
        #expect(ending.findings.first?.text.contains("2026-11-26T00:00:00Z") == true)
        let ended = try await report(
            facts: .answer(
                status: 200,
                body: #"{"data":{"is_valid":false,"error":{"code":190,"message":"It has expired"}}}"#))
        #expect(odd(ended) == ["problem token"] && ended.findings.count == 1)
        let refused = try await report(facts: Self.refusal(190, status: 401))
        #expect(odd(refused) == ["problem token"] && !refused.isHealthy)
    }

    @Test("and goes on where the token may not read a part")
    func forbidden() async throws {
        let report = try await report(
            facts: Self.refusal(100, status: 400), health: Self.refusal(200), apps: Self.refusal(10),
            subscription: Self.refusal(10), applicationID: "634974688087057")
        #expect(
            odd(report) == [
                "warning token", "warning health", "warning account", "warning webhook_fields",
            ])
        let unreachable = try await self.report(number: Self.refusal(100, status: 400))
        #expect(odd(unreachable).contains("problem number"))
    }

    @Test("and whether the app of the token is subscribed to the account")
    func apps() async throws {
        let none = try await report(apps: .answer(status: 200, body: #"{"data":[]}"#))
        #expect(odd(none) == ["problem subscribed_apps"])
        let other = try await report(apps: .answer(status: 200, body: #"{"data":[{"id":"8"}]}"#))
        #expect(odd(other) == ["problem subscribed_apps"])
        let unknown = try await report(applicationID: nil)
        #expect(odd(unknown) == ["warning webhook_fields"])
    }

    @Test("but fails where the platform cannot be asked")
    func transport() async {
        let error = await #expect(throws: WhatsAppError.self) {
            try await report(
                facts: .failure(TransportError(code: .tlsFailed, delivery: .notSent, message: "no")))
        }
        #expect(error?.code == .transport)
    }

    // MARK: Round trip

    private static func status(_ id: String, _ state: DeliveryState) throws -> MessageStatus {
        MessageStatus(
            id: MessageID(id), state: state, timestamp: Date(timeIntervalSince1970: 0),
            errors: state == .failed ? [PlatformError(code: 131_026)] : [],
            raw: try RawJSON(parsing: Array("{}".utf8)))
    }

    @Test(
        "by a test message whose status arrives",
        arguments: [
            ([("wamid.OTHER", .failed), ("wamid.OUT1", .sent), ("wamid.OUT1", .delivered)], .good),
            ([("wamid.OUT1", .failed)], .problem), ([("wamid.OUT1", .sent)], .warning),
            ([("wamid.OTHER", .delivered)], .problem), ([], .problem),
        ] as [([(String, DeliveryState)], ConnectionReport.Finding.Level)])
    func roundTrip(statuses: [(String, DeliveryState)], level: ConnectionReport.Finding.Level)
        async throws
    {
        let (stream, continuation) = AsyncStream.makeStream(of: MessageStatus.self)
        for (id, state) in statuses { continuation.yield(try Self.status(id, state)) }
        continuation.finish()
        let transport = ScriptedTransport(body: acceptedAnswer)
        let trip = try await makeCloud(transport).roundTrip(to: "+15550001111", statuses: stream)
        #expect(trip.finding.level == level && trip.message.id == "wamid.OUT1")
        #expect(trip.statuses.count == statuses.count { $0.0 == "wamid.OUT1" })
        #expect((trip.finding.remedy == nil) == (level == .good))
        let body = try JSONValue(parsing: try #require(await transport.received.first).body)
        #expect(body["template"]?["name"]?.string == "hello_world")
    }

    @Test("and does not wait longer than it may")
    func limit() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: MessageStatus.self)
        let trip = try await makeCloud(ScriptedTransport(body: acceptedAnswer)).roundTrip(
            to: "+15550001111", statuses: stream, clock: RecordingClock())
        #expect(trip.finding.level == .problem && trip.statuses.isEmpty)
        continuation.finish()
    }
}
