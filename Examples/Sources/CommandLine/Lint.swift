import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp lint`: whether bodies for sending are valid, and what the library would send for them.
struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks messages: one body a line on standard input, one JSON object a line on standard output.",
        discussion: """
            A body is what POST /{phone-number-id}/messages takes: a message of any kind with its recipient, or a read \
            mark. Each violation names its path, its rule, the limit and the actual size; standard error explains it.
            """)

    /// The longest body that is looked at.
    private static let maximumBytes = 8 * 1024 * 1024

    func run() throws {
        var number = 0
        var lines = LineReader(.standardInput, maximumBytes: Self.maximumBytes)
        while let line = lines.next() {
            number += 1
            switch line {
            case .bytes(let body):
                let isBlank = body.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                if !isBlank { Output.line(lint(body, line: number)) }
            case .tooLong(let count):
                let violation = WhatsApp.ValidationError.Violation(
                    path: "", rule: .maxLength, explanation: "the line is too long", limit: Self.maximumBytes,
                    actual: count)
                Output.line(report([violation], encoded: .null, line: number))
            }
        }
        if let failure = lines.failure {
            Output.complain("standard input cannot be read: \(failure)")
            throw ExitCode.failure
        }
    }

    private func lint(_ body: [UInt8], line: Int) -> JSONValue {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: body)
        } catch {
            let violation = WhatsApp.ValidationError.Violation(
                path: "", rule: .init(rawValue: "syntax"), explanation: "\(error)")
            return report([violation], encoded: .null, line: line)
        }
        guard json.object != nil else {
            let violation = WhatsApp.ValidationError.Violation(
                path: "", rule: .type, explanation: "an object belongs here")
            return report([violation], encoded: .null, line: line)
        }
        if json["status"] != nil, json["type"] == nil {
            let receipt = ReadReceipt(json: json)
            return report(
                violations { () throws(WhatsApp.ValidationError) in try receipt.validate() }, encoded: receipt.json,
                line: line)
        }
        let request = SendRequest(json: json)
        return report(
            violations { () throws(WhatsApp.ValidationError) in try request.validate() }, encoded: request.json,
            line: line)
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

    private func report(
        _ violations: [WhatsApp.ValidationError.Violation], encoded: JSONValue, line: Int
    ) -> JSONValue {
        for violation in violations { Output.complain("line \(line): \(violation)") }
        return .fields([
            ("valid", .bool(violations.isEmpty)),
            (
                "violations",
                .array(
                    violations.map { violation in
                        .fields([
                            ("path", .string(violation.path)), ("rule", .string(violation.rule.rawValue)),
                            ("limit", .whole(violation.limit)), ("actual", .whole(violation.actual)),
                        ])
                    })
            ), ("encoded", encoded),
        ])
    }
}
