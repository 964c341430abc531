import ArgumentParser
import Foundation
import WhatsApp

/// What the commands that check bodies have in common: one body a line, one report a line.
enum LintedBodies {
    /// What was found in a body.
    struct Result {
        var violations: [WhatsApp.ValidationError.Violation]
        /// `nil` where the command knows no warnings.
        var warnings: [WhatsApp.ValidationError.Violation]?
        var encoded: JSONValue
    }

    /// The longest body that is looked at.
    private static let maximumBytes = 8 * 1024 * 1024

    /// Checks each line of standard input.
    /// - Parameters:
    ///   - hasWarnings: whether reports have warnings, those of unusable lines too.
    ///   - lint: checks a body that is a JSON object.
    static func run(hasWarnings: Bool, _ lint: (JSONValue) -> Result) throws {
        var number = 0
        var lines = LineReader(.standardInput, maximumBytes: maximumBytes)
        while let line = lines.next() {
            number += 1
            let result: Result
            switch line {
            case .bytes(let body):
                guard !body.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
                do throws(JSONError) {
                    let json = try JSONValue(parsing: body)
                    result =
                        json.object == nil
                        ? unusable(.type, "an object belongs here", hasWarnings: hasWarnings) : lint(json)
                } catch {
                    result = unusable(.init(rawValue: "syntax"), "\(error)", hasWarnings: hasWarnings)
                }
            case .tooLong(let count):
                result = unusable(
                    .maxLength, "the line is too long", limit: maximumBytes, actual: count, hasWarnings: hasWarnings)
            }
            Output.line(report(result, line: number))
        }
        if let failure = lines.failure {
            Output.complain("standard input cannot be read: \(failure)")
            throw ExitCode.failure
        }
    }

    private static func unusable(
        _ rule: WhatsApp.ValidationError.Rule, _ explanation: String, limit: Int? = nil, actual: Int? = nil,
        hasWarnings: Bool
    ) -> Result {
        let violation = WhatsApp.ValidationError.Violation(
            path: "", rule: rule, explanation: explanation, limit: limit, actual: actual)
        return Result(violations: [violation], warnings: hasWarnings ? [] : nil, encoded: .null)
    }

    private static func report(_ result: Result, line: Int) -> JSONValue {
        for violation in result.violations { Output.complain("line \(line): \(violation)") }
        for warning in result.warnings ?? [] { Output.complain("line \(line): warning: \(warning)") }
        var fields: [(String, JSONValue)] = [
            ("valid", .bool(result.violations.isEmpty)), ("violations", .array(result.violations.map(fields))),
        ]
        if let warnings = result.warnings { fields.append(("warnings", .array(warnings.map(self.fields)))) }
        fields.append(("encoded", result.encoded))
        return .fields(fields)
    }

    private static func fields(_ violation: WhatsApp.ValidationError.Violation) -> JSONValue {
        .fields([
            ("path", .string(violation.path)), ("rule", .string(violation.rule.rawValue)),
            ("limit", .whole(violation.limit)), ("actual", .whole(violation.actual)),
        ])
    }
}
