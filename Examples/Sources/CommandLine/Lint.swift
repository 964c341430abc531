import ArgumentParser
import WhatsApp

/// `whatsapp lint`: whether bodies for sending are valid, and what the library would send for them.
struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks messages: one body a line on standard input, one JSON object a line on standard output.",
        discussion: """
            A body is what POST /{phone-number-id}/messages takes: a message of any kind with its recipient, or a read \
            mark. Each violation names its path, its rule, the limit and the actual size; standard error explains it.
            """)

    func run() throws {
        try LintedBodies.run(hasWarnings: false) { json in
            if json["status"] != nil, json["type"] == nil {
                let receipt = ReadReceipt(json: json)
                return .init(
                    violations: violations { () throws(WhatsApp.ValidationError) in try receipt.validate() },
                    encoded: receipt.json)
            }
            let request = SendRequest(json: json)
            return .init(
                violations: violations { () throws(WhatsApp.ValidationError) in try request.validate() },
                encoded: request.json)
        }
    }

    private func violations(
        _ validate: () throws(WhatsApp.ValidationError) -> Void
    ) -> [WhatsApp.ValidationError.Violation] {
        do throws(WhatsApp.ValidationError) {
            try validate()
            return []
        } catch {
            return error.violations
        }
    }
}
