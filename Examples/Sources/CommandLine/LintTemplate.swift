import ArgumentParser
import WhatsApp

/// `whatsapp lint-template`: whether the platform would take templates, and what the library would submit for them.
struct LintTemplate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks templates: one body a line on standard input, one JSON object a line on standard output.",
        discussion: """
            A body is what POST /{business-account-id}/message_templates takes. Each violation and each warning names \
            its path, its rule, the limit and the actual size; standard error explains it. A template with warnings is \
            valid: they are for what is unconfirmed, and for what older clients refuse.
            """)

    @Option(
        help: "By which rules: current, or classic (three quick replies of 20 characters, one address, one number).")
    var rules = RuleSet.current

    enum RuleSet: String, ExpressibleByArgument, CaseIterable {
        case current, classic
    }

    func run() throws {
        let rules: TemplateRules = rules == .classic ? .classic : .current
        try LintedBodies.run(hasWarnings: true) { json in
            let definition = TemplateDefinition(json: json)
            let report = definition.lint(rules)
            return .init(
                violations: report.violations.map(\.violation), warnings: report.warnings.map(\.violation),
                encoded: definition.json)
        }
    }
}
