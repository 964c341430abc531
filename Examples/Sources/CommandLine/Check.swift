import ArgumentParser
import ExampleServers
import HTTPTypes
import WhatsApp

/// `whatsapp check`: what stands in the way of sending and receiving.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the connection: the token and its permissions, the number, the account, the webhook.",
        discussion: """
            Settings come from the environment: WHATSAPP_PROVIDER (cloud, 360dialog, 360dialog-sandbox, chat-api) and what \
            that provider needs. Of Cloud API: WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID. With WHATSAPP_BUSINESS_ACCOUNT_ID \
            the apps of the account are looked at, with WHATSAPP_APP_ID and WHATSAPP_APP_SECRET the fields of the app's webhook.

            With --round-trip a test message is sent, and the status is awaited that the webhook brings: the command answers \
            webhooks at http://127.0.0.1:PORT meanwhile, to which the webhook's public address must lead. It needs \
            WHATSAPP_APP_SECRET, and WHATSAPP_VERIFY_TOKEN where a handshake is to be answered.
            """)

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "The number that gets a test message: yours. Test numbers reach allow-listed recipients only.")
    var roundTrip: String?

    @Option(help: "A template for the test message, without placeholders.")
    var template = "hello_world"

    @Option(help: "The language of the template.")
    var language = "en_US"

    @Option(help: "The port at which webhooks arrive.")
    var port = 8080

    @Option(help: "How many seconds to wait for a status.")
    var wait = 60

    func validate() throws {
        guard (1...3600).contains(wait) else { throw ValidationError("--wait: 1 to 3600 seconds.") }
    }

    func run() async throws {
        var recipient: Recipient?
        if let roundTrip {
            do {
                recipient = try Recipient(parsing: roundTrip)
            } catch {
                throw ValidationError("--round-trip: \(error)")
            }
        }
        let provider = try Settings.provider()
        var report: ConnectionReport
        do {
            report = try await provider.checkConnection()
            if let recipient {
                guard let cloud = provider as? CloudAPI else {
                    throw ValidationError("--round-trip is for Cloud API, whose webhooks are signed.")
                }
                report.findings.append(try await send(to: recipient, cloud))
            }
        } catch let error as WhatsAppError {
            throw Settings.fail(error)
        }
        if json { printJSON(report) } else { printText(report) }
        if !report.isHealthy { throw ExitCode.failure }
    }

    /// Sends a test message while webhooks are answered.
    private func send(to recipient: Recipient, _ cloud: CloudAPI) async throws -> ConnectionReport.Finding {
        let (statuses, continuation) = AsyncStream.makeStream(of: MessageStatus.self)
        let (started, ready) = AsyncStream.makeStream(of: Void.self)
        let (port, wait, message) = (port, wait, Message.template(template, language: LanguageCode(rawValue: language)))
        return try await withThrowingTaskGroup(of: ConnectionReport.Finding?.self) { group in
            group.addTask {
                try await LoopbackServer.run(port: port, onRunning: { _ in ready.finish() }) { request, body in
                    let received = cloud.webhooks.respond(to: WebhookRequest(request, body: body))
                    for event in received.delivery?.events ?? [] {
                        if case .status(let status) = event { continuation.yield(status) }
                    }
                    return LoopbackServer.Answer(received.response)
                }
                return nil
            }
            group.addTask {
                for await _ in started {}
                return try await cloud.roundTrip(
                    sending: message, to: recipient, statuses: statuses, within: .seconds(wait)
                ).finding
            }
            while let finding = try await group.next() {
                guard let finding else { continue }
                group.cancelAll()
                return finding
            }
            throw CancellationError()
        }
    }

    private func printJSON(_ report: ConnectionReport) {
        Output.line(
            .compact([
                ("healthy", .bool(report.isHealthy)), ("display_phone_number", .text(report.displayPhoneNumber)),
                ("verified_name", .text(report.verifiedName)),
                (
                    "findings",
                    .array(
                        report.findings.map { finding in
                            .compact([
                                ("level", .string(finding.level.rawValue)), ("subject", .string(finding.subject)),
                                ("item", .text(finding.item)), ("text", .string(finding.text)),
                                ("remedy", .text(finding.remedy)),
                            ])
                        })
                ),
            ]))
    }

    private func printText(_ report: ConnectionReport) {
        print("\(report.verifiedName ?? "(no name)")  \(report.displayPhoneNumber ?? "")")
        for finding in report.findings {
            let mark = [.good: "ok     ", .warning: "warning", .problem: "PROBLEM"][finding.level] ?? ""
            print("\(mark)  \(finding.text)")
            if let remedy = finding.remedy { print("         → \(remedy)") }
        }
    }
}
