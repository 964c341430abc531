import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp templates submit`: checks templates and submits them for review.
struct SubmitTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Checks templates, and submits those that are valid for review.",
        discussion: """
            The input holds bodies for creating templates in the platform's JSON: one, an array of them, or one a line. \
            One JSON object a line says what became of each; what is wrong goes to standard error too. Nothing is \
            submitted where one of them is not valid.
            """)

    @Argument(help: "A file; standard input without it, or with -.")
    var file = "-"

    @Flag(help: "Check only: nothing is submitted.")
    var dryRun = false

    /// The longest input that is read.
    private static let maximumBytes = 8 * 1024 * 1024

    func run() async throws {
        let definitions = try Self.definitions(in: try read())
        guard !definitions.isEmpty else { throw ValidationError("The input holds no template.") }
        let isValid = definitions.map(check).allSatisfy { $0 }
        guard isValid else {
            Output.complain("nothing was submitted")
            throw ExitCode.failure
        }
        guard !dryRun else { return }
        let provider = try Settings.provider()
        for definition in definitions {
            do throws(WhatsAppError) {
                let receipt = try await provider.createTemplate(definition)
                Output.line(
                    .compact([
                        ("name", .string(definition.name)), ("language", .string(definition.language.rawValue)),
                        ("id", .text(receipt.id?.rawValue)), ("status", .text(receipt.status?.rawValue)),
                        ("category", .text(receipt.category?.rawValue)),
                    ]))
            } catch {
                Output.complain("\(definition.name) (\(definition.language.rawValue)) was not submitted:")
                throw Settings.fail(error)
            }
        }
    }

    /// Prints what is wrong with a template, and whether nothing is.
    private func check(_ definition: TemplateDefinition) -> Bool {
        let report = definition.lint()
        let title = "\(definition.name) (\(definition.language.rawValue))"
        for finding in report.violations { Output.complain("\(title): \(finding)") }
        for finding in report.warnings { Output.complain("\(title): warning: \(finding)") }
        if dryRun || !report.isValid {
            Output.line(
                .fields([
                    ("name", .string(definition.name)), ("language", .string(definition.language.rawValue)),
                    ("valid", .bool(report.isValid)),
                    (
                        "violations",
                        .array(
                            report.violations.map { finding in
                                .fields([
                                    ("path", .string(finding.path)), ("rule", .string(finding.rule.rawValue)),
                                    ("limit", .whole(finding.limit)), ("actual", .whole(finding.actual)),
                                ])
                            })
                    ),
                ]))
        }
        return report.isValid
    }

    private func read() throws -> [UInt8] {
        var input = FileHandle.standardInput
        if file != "-" {
            guard let opened = FileHandle(forReadingAtPath: file) else {
                throw ValidationError("\(file) cannot be read.")
            }
            input = opened
        }
        let data = try input.read(upToCount: Self.maximumBytes + 1) ?? Data()
        guard data.count <= Self.maximumBytes else { throw ValidationError("The input is longer than 8 MiB.") }
        return [UInt8](data)
    }

    /// The templates of an input: one, an array, or one a line.
    static func definitions(in bytes: [UInt8]) throws -> [TemplateDefinition] {
        func parsed(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue] {
            let value = try JSONValue(parsing: bytes)
            return value.array ?? [value]
        }
        let values: [JSONValue]
        do throws(JSONError) {
            values = try parsed(bytes)
        } catch {
            let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { line in
                line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
            }
            // What is not one text in lines either is told by where its JSON ends.
            guard lines.count > 1 else { throw ValidationError("The input is no JSON: \(error)") }
            do throws(JSONError) {
                values = try lines.map { line throws(JSONError) in try JSONValue(parsing: Array(line)) }
            } catch let lineError {
                throw ValidationError("The input is no JSON, neither as a whole (\(error)) nor by lines: \(lineError)")
            }
        }
        guard values.allSatisfy({ $0.object != nil }) else {
            throw ValidationError("A template is a JSON object.")
        }
        return values.map { TemplateDefinition(json: $0) }
    }
}
