import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp preview`: what a customer sees of a template as a send fills it.
struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows templates as customers see them: one JSON object a line on standard input.",
        discussion: """
            A line is {"template":{…},"components":[…]}: the body with which the template is created, and the components \
            of a send. Each gives one JSON object: the rendered header, body, footer and buttons, or the parameters that \
            do not match the template, each with its path, its rule, the limit and the actual size. Without "components" \
            the template itself is shown, with its placeholders.
            """)

    @Flag(name: .long, help: "Draw the message for a person instead of printing JSON.")
    var text = false

    @Option(name: .long, help: ArgumentHelp("How wide the message is drawn.", valueName: "columns"))
    var width = 48

    /// The longest line that is looked at.
    private static let maximumBytes = 8 * 1024 * 1024

    func validate() throws {
        guard (20...200).contains(width) else { throw ValidationError("Give a --width from 20 to 200.") }
    }

    func run() throws {
        let drawing = DrawnPreview(width: width, usesStyles: DrawnPreview.isTerminal)
        var number = 0
        var lines = LineReader(.standardInput, maximumBytes: Self.maximumBytes)
        while let line = lines.next() {
            number += 1
            switch line {
            case .bytes(let body):
                let isBlank = body.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                guard !isBlank else { continue }
                show(body, line: number, drawing)
            case .tooLong(let count):
                refuse(
                    [
                        .init(
                            path: "", rule: .maxLength, explanation: "the line is too long", limit: Self.maximumBytes,
                            actual: count)
                    ], line: number)
            }
        }
        if let failure = lines.failure {
            Output.complain("standard input cannot be read: \(failure)")
            throw ExitCode.failure
        }
    }

    private func show(_ body: [UInt8], line: Int, _ drawing: DrawnPreview) {
        let json: JSONValue
        let definition: TemplateDefinition
        do throws(JSONError) {
            json = try JSONValue(parsing: body)
            definition = try TemplateDefinition(parsing: (json["template"] ?? .null).serialized())
        } catch {
            return refuse(
                [.init(path: "", rule: .init(rawValue: "syntax"), explanation: "\(error)")], line: line)
        }
        guard json.object != nil else {
            return refuse([.init(path: "", rule: .type, explanation: "an object belongs here")], line: line)
        }
        guard json["template"]?.object != nil else {
            let rule: WhatsApp.ValidationError.Rule = json["template"] == nil ? .required : .type
            return refuse(
                [.init(path: "template", rule: rule, explanation: "the body of a template belongs here")], line: line)
        }
        let preview = json["components"].map { definition.preview(components: $0) } ?? definition.preview()
        for violation in preview.violations { Output.complain("line \(line): \(violation)") }
        for warning in preview.warnings { Output.complain("line \(line): warning: \(warning)") }
        if text {
            Output.text(drawing.draw(preview, title: definition.name))
        } else if preview.isValid {
            Output.line(preview.printed)
        } else {
            Output.line(Self.report(preview.violations))
        }
    }

    private func refuse(_ violations: [WhatsApp.ValidationError.Violation], line: Int) {
        for violation in violations { Output.complain("line \(line): \(violation)") }
        if !text { Output.line(Self.report(violations)) }
    }

    private static func report(_ violations: [WhatsApp.ValidationError.Violation]) -> JSONValue {
        .fields([("valid", false), ("violations", .array(violations.map(\.printed)))])
    }
}

extension WhatsApp.ValidationError.Violation {
    /// The violation as commands print it.
    fileprivate var printed: JSONValue {
        .fields([
            ("path", .string(path)), ("rule", .string(rule.rawValue)), ("limit", .whole(limit)),
            ("actual", .whole(actual)),
        ])
    }
}
