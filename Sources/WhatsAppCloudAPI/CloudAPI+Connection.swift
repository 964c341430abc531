import HTTPTypes
public import WhatsAppBusiness

extension CloudAPI {
    private static let numberFields = [
        "id", "display_phone_number", "verified_name", "name_status", "status", "quality_rating",
        "code_verification_status", "platform_type", "account_mode", "throughput",
        "whatsapp_business_manager_messaging_limit", "webhook_configuration",
    ].joined(separator: ",")

    /// Asks the platform about the number: whether the token is good, and what stands in the way of sending.
    ///
    /// - Parameter options: how the call is made.
    /// - Returns: what was found, each finding with its remedy. `GET /{phone-number-id}`, Cloud API reference §6.1.
    /// - Throws: `WhatsAppError`: `unauthorized` for a bad token.
    public func checkConnection(options: RequestOptions) async throws(WhatsAppError) -> ConnectionReport {
        let number = try await client.engine.perform(
            try client.call("checkConnection", .get, query: "fields=\(Self.numberFields)"), options: options,
            decode: GraphAnswer.object)
        var findings: [ConnectionReport.Finding] = [
            .init(level: .good, subject: "token", text: "the token is good and reaches this number")
        ]
        func add(_ level: ConnectionReport.Finding.Level, _ subject: String, _ text: String, _ remedy: String? = nil) {
            findings.append(.init(level: level, subject: subject, text: text, remedy: remedy))
        }
        switch number["status"]?.string?.uppercased() {
        case "CONNECTED": add(.good, "status", "the number is connected")
        case let status?:
            add(
                .problem, "status", "the number is \(status)",
                "register the number, or see the account's notices in WhatsApp Manager")
        case nil: add(.warning, "status", "the platform does not say whether the number is connected")
        }
        if let platform = number["platform_type"]?.string?.uppercased(), platform != "CLOUD_API" {
            add(
                .problem, "platform_type", "the number is on \(platform), not on Cloud API",
                "register the number on Cloud API")
        }
        switch number["quality_rating"]?.string?.uppercased() {
        case "RED":
            add(.warning, "quality_rating", "the quality is low", "write to fewer people who did not ask for it")
        case "YELLOW": add(.warning, "quality_rating", "the quality is medium")
        case let rating?: add(.good, "quality_rating", "the quality is \(rating)")
        case nil: break
        }
        switch number["name_status"]?.string?.uppercased() {
        case "DECLINED"?, "EXPIRED"?:
            add(.problem, "name_status", "the display name is not approved", "ask for another display name")
        case "PENDING_REVIEW"?: add(.warning, "name_status", "the display name is under review")
        default: break
        }
        if number["account_mode"]?.string?.uppercased() == "SANDBOX" {
            add(
                .warning, "account_mode", "this is a test number: it reaches its allow-listed recipients only",
                "add each recipient in the app's dashboard (at most 5), or use a number of your own")
        }
        if let level = number["throughput"]?["level"]?.string {
            add(.good, "throughput", "the throughput level is \(level)")
        }
        if let limit = number["whatsapp_business_manager_messaging_limit"]?.string {
            add(.good, "messaging_limit", "the messaging limit is \(limit)")
        }
        let webhook = number["webhook_configuration"]
        if ["phone_number", "whatsapp_business_account", "application"].contains(where: {
            webhook?[$0]?.string?.isEmpty == false
        }) {
            add(.good, "webhook", "a webhook address is set")
        } else {
            add(
                .warning, "webhook", "no webhook address is known for this number",
                "set the callback in the app's dashboard and subscribe the app to the account")
        }
        return ConnectionReport(
            displayPhoneNumber: number["display_phone_number"]?.string,
            verifiedName: number["verified_name"]?.string, findings: findings)
    }
}
