import ArgumentParser
import WhatsApp

/// `whatsapp check`: what stands in the way of sending.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the connection: the token, the number, its webhook.",
        discussion: "Settings come from the environment: WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID.")

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let cloud = try Settings.cloud()
        let report: ConnectionReport
        do throws(WhatsAppError) {
            report = try await cloud.checkConnection()
        } catch {
            throw Settings.fail(error)
        }
        if json {
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
                                    ("text", .string(finding.text)), ("remedy", .text(finding.remedy)),
                                ])
                            })
                    ),
                ]))
        } else {
            print("\(report.verifiedName ?? "(no name)")  \(report.displayPhoneNumber ?? "")")
            for finding in report.findings {
                let mark = [.good: "ok     ", .warning: "warning", .problem: "PROBLEM"][finding.level] ?? ""
                print("\(mark)  \(finding.text)")
                if let remedy = finding.remedy { print("         → \(remedy)") }
            }
        }
        if !report.isHealthy { throw ExitCode.failure }
    }
}
