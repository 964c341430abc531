import HTTPTypes
public import WhatsAppBusiness

extension ChatAPI {
    /// Asks the service about the channel: whether the token is good, whether the number is connected, whether webhooks
    /// arrive somewhere, and whether templates can be sent.
    ///
    /// The service tells less than the platform does: neither quality nor limits, nor when a token ends.
    ///
    /// - Parameter options: how the calls are made.
    /// - Returns: what was found, each finding with its remedy. `GET status`, `GET me`, `GET webhook`, Chat API reference
    ///   §8, §11, §12.
    /// - Throws: `WhatsAppError`: `unauthorized` for a bad token. What only one of the later calls refuses is a finding.
    public func checkConnection(options: RequestOptions) async throws(WhatsAppError) -> ConnectionReport {
        let status = try await engine.perform(
            try get("checkConnection", "status"), options: options, decode: ChatAnswer.object)
        var report = ConnectionReport(findings: [
            .init(level: .good, subject: "token", text: "the token is good and reaches this channel")
        ])
        report.findings.append(Self.finding(status))
        await addProfile(to: &report, options: options)
        await addWebhook(to: &report, options: options)
        return report
    }

    private static func finding(_ answer: JSONValue) -> ConnectionReport.Finding {
        if let word = answer["accountStatus"]?.lenientText {
            return phoneFinding(word)
        }
        let subject = "status"
        switch answer["status"]?.lenientText?.lowercased() {
        case "connected"?: return .init(level: .good, subject: subject, text: "the number is connected")
        case "connecting"?:
            return .init(
                level: .warning, subject: subject, text: "the number is being connected",
                remedy: "wait a few minutes and check again")
        case "disconnected"?:
            return .init(
                level: .problem, subject: subject, text: "the number is disconnected",
                remedy: "see the channel in the service's site, and whether its subscription is paid")
        case "uninitialized"?:
            return .init(
                level: .problem, subject: subject, text: "the channel is not set up",
                remedy: "finish connecting the business account and the number in the service's site")
        case "unregistered"?:
            return .init(
                level: .problem, subject: subject, text: "the number is not registered on the platform",
                remedy: "register the number for this channel in the service's site; it must not be in use on a phone")
        case let word?:
            return .init(
                level: .warning, subject: subject, text: "the service says \(word.prefix(40)) of the number",
                remedy: "see the channel in the service's site")
        case nil:
            return .init(
                level: .warning, subject: subject, text: "the service does not say whether the number is connected")
        }
    }

    /// A channel of the phone-based product, which is another API at the same hosts (reference §0, §14).
    private static func phoneFinding(_ word: String) -> ConnectionReport.Finding {
        .init(
            level: .problem, subject: "product",
            text: "this is a channel of the phone-based product (\(word.prefix(40))), not of the business API",
            remedy: "use a channel of the WhatsApp Business product")
    }

    private func addProfile(to report: inout ConnectionReport, options: RequestOptions) async {
        do throws(WhatsAppError) {
            let profile = try await engine.perform(
                try get("checkConnection", "me"), options: options, decode: ChatAnswer.object)
            report.displayPhoneNumber = profile["phone"]?.lenientText
            report.findings.append(.init(level: .good, subject: "profile", text: "the business profile can be read"))
        } catch {
            report.findings.append(
                .init(
                    level: .warning, subject: "profile", text: "the business profile cannot be read: \(error.message)",
                    remedy: "see whether the channel's subscription is within its limits"))
        }
    }

    private func addWebhook(to report: inout ConnectionReport, options: RequestOptions) async {
        func add(_ level: ConnectionReport.Finding.Level, _ text: String, _ remedy: String? = nil) {
            report.findings.append(.init(level: level, subject: "webhook", text: text, remedy: remedy))
        }
        do throws(WhatsAppError) {
            let answer = try await engine.perform(
                try get("checkConnection", "webhook"), options: options, decode: ChatAnswer.object)
            guard let list = WebhookList(answer["webhookUrl"]) else {
                add(.warning, "the list of webhook addresses was not understood")
                return
            }
            let failing = Self.failing(answer["webhookStatuses"])
            if list.urls.isEmpty {
                add(.warning, "no webhook address is set", "set one: messages and statuses arrive nowhere")
            } else if let own = configuration.webhookURL, !list.urls.contains(own) {
                add(.problem, "this program's address is not among the \(list.urls.count) that are set", "set it")
            } else {
                add(.good, "\(list.urls.count) webhook addresses are set")
            }
            if failing > 0 {
                add(
                    .problem, "\(failing) webhook addresses are disabled or fail",
                    "answer deliveries with 200 at once, then set the addresses again: that enables them")
            }
        } catch {
            add(.warning, "the webhook addresses cannot be read: \(error.message)")
        }
    }

    /// How many addresses the service calls failing or disabled; the words are not documented.
    private static func failing(_ statuses: JSONValue?) -> Int {
        let values = statuses?.object?.members.map(\.value) ?? statuses?.array ?? []
        return values.count { value in
            let word = (value.string ?? value["status"]?.string ?? "").lowercased()
            let isOff = value.bool == false || value["enabled"]?.bool == false || value["active"]?.bool == false
            return isOff || ["disabled", "failed", "failing", "error", "inactive"].contains(word)
        }
    }
}
