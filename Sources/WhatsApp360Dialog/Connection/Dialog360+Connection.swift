import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360 {
    /// Asks whether messages can be sent, and for the platform's ids of number and account.
    ///
    /// - Parameter options: how the call is made.
    /// - Returns: the state of number, account, business and app. `GET /health_status`, 360dialog reference §2.7.
    /// - Throws: `WhatsAppError`; `unauthorized` for a bad key, `unsupported` in the sandbox.
    public func healthStatus(options: RequestOptions = .standard) async throws(WhatsAppError) -> HealthStatus {
        guard configuration.flavor == .cloud else { throw .unsupported(.checkConnection, by: name) }
        return try await perform(.checkConnection, try client.call("healthStatus", .get, "health_status"), options) {
            (response) throws(WhatsAppError) in
            HealthStatus(try GraphAnswer.object(response))
        }
    }

    /// Asks 360dialog about the number: whether the key is good, what stands in the way of sending, and where webhooks go.
    ///
    /// In the sandbox, which has no health status, the key and the webhook are looked at. A key that is good while its
    /// account has a problem is a report too, not an error.
    ///
    /// - Parameter options: how the calls are made.
    /// - Returns: what was found, each finding with its remedy.
    /// - Throws: `WhatsAppError`: `unauthorized` for a bad key. 360dialog reference §2.7, §8.
    public func checkConnection(options: RequestOptions) async throws(WhatsAppError) -> ConnectionReport {
        var report = ConnectionReport()
        var findings = ConnectionFindings()
        if configuration.flavor == .sandbox {
            findings.add(
                .warning, "account_mode", "this is the sandbox: it reaches only the number that asked for its key",
                remedy: "get a number and its API key at 360dialog before customers are written to")
        } else {
            do throws(WhatsAppError) {
                let health = try await healthStatus(options: options)
                report.phoneNumberID = health.phoneNumberID
                report.businessAccountID = health.businessAccountID
                findings.add(.good, "key", "the API key is good")
                findings.add(health)
                await addNumber(to: &report, &findings, options)
            } catch {
                switch error.code {
                case .unsupported:
                    findings.add(
                        .warning, "health_status", "360dialog does not tell this account's health",
                        remedy: "ask 360dialog to enable health_status for the account")
                case .rejected where error.response != nil:
                    findings.add(.good, "key", "the API key is good")
                    findings.add(
                        .problem, "account", error.message,
                        remedy: error.platform?.advice.sentence ?? "see the account in the 360dialog Hub")
                default: throw error
                }
            }
        }
        try await addWebhook(to: &findings, options)
        report.findings = findings.all
        return report
    }

    /// What the number's node tells. That the query reaches it is unconfirmed (360dialog reference §2.7), so that an error
    /// is no finding.
    private func addNumber(
        to report: inout ConnectionReport, _ findings: inout ConnectionFindings, _ options: RequestOptions
    ) async {
        let fields = "display_phone_number,verified_name,name_status,quality_rating,platform_type,throughput"
        var options = options
        options.retryPolicy = .never
        let node: JSONValue
        do throws(WhatsAppError) {
            node = try await client.engine.perform(
                try client.call("checkConnection", .get, "health_status", query: "fields=\(fields)"),
                options: options, decode: GraphAnswer.object)
        } catch {
            return
        }
        report.displayPhoneNumber = node.word("display_phone_number")
        report.verifiedName = node.word("verified_name")
        findings.add(number: node)
    }

    /// Where webhooks go; also the probe for a key whose health cannot be asked for.
    private func addWebhook(
        to findings: inout ConnectionFindings, _ options: RequestOptions
    ) async throws(WhatsAppError) {
        let isProbe = !findings.all.contains { $0.subject == "key" }
        do throws(WhatsAppError) {
            let webhook = try await webhookConfiguration(options: options)
            if isProbe { findings.add(.good, "key", "the API key is good") }
            if webhook.addresses.isEmpty {
                findings.add(
                    .warning, "webhook", "no webhook address is set",
                    remedy: "set one with setWebhook; a new API key forgets the address of the one before")
            } else {
                for address in webhook.effective {
                    findings.add(.good, "webhook", "deliveries go to \(address)")
                }
            }
        } catch {
            if isProbe || error.code == .cancelled { throw error }
            findings.add(.warning, "webhook", "the webhook address could not be asked for: \(error.message)")
        }
    }
}
