/// What a check of a template found.
public struct TemplateLintReport: Hashable, Sendable {
    /// One finding.
    public struct Finding: Hashable, Sendable {
        /// What is wrong, with its path in the platform's JSON, such as `components[1].buttons[0].text`.
        public var violation: ValidationError.Violation
        /// Where the rule is written.
        public var source: TemplateRuleSource

        /// Creates a finding.
        public init(violation: ValidationError.Violation, source: TemplateRuleSource) {
            self.violation = violation
            self.source = source
        }

        /// Where the value stands in the platform's JSON.
        public var path: String { violation.path }
        /// The broken rule.
        public var rule: ValidationError.Rule { violation.rule }
        /// What the rule asks for.
        public var explanation: String { violation.explanation }
        /// The limit of the rule, where it has one.
        public var limit: Int? { violation.limit }
        /// The size of the value in the unit of the limit.
        public var actual: Int? { violation.actual }
    }

    /// What the platform refuses.
    public var violations: [Finding]
    /// What it may refuse, what older clients refuse, and what will not look everywhere as it should.
    public var warnings: [Finding]

    /// Creates a report.
    public init(violations: [Finding] = [], warnings: [Finding] = []) {
        self.violations = violations
        self.warnings = warnings
    }

    /// Whether nothing is known that the platform would refuse.
    public var isValid: Bool { violations.isEmpty }
}

extension TemplateLintReport.Finding: CustomStringConvertible {
    /// The path, the rule, the size and the source; never the value.
    public var description: String { "\(violation) [\(source)]" }
}

extension TemplateDefinition {
    /// Checks the definition against the platform's rules for creating templates, without network.
    ///
    /// ```swift
    /// let report = definition.lint()
    /// for finding in report.violations { print(finding) }
    /// ```
    /// - Parameter rules: by which limits.
    public func lint(_ rules: TemplateRules = .current) -> TemplateLintReport {
        var linter = TemplateLinter(self, rules)
        linter.run()
        return linter.report
    }

    /// Checks the definition against the platform's rules for creating templates, without network.
    /// - Parameter rules: by which limits.
    /// - Throws: ``ValidationError`` with every violation; what is only a warning is not thrown.
    public func validate(_ rules: TemplateRules = .current) throws(ValidationError) {
        let report = lint(rules)
        guard report.isValid else { throw ValidationError(report.violations.map(\.violation)) }
    }

    /// Checks the definition before it is submitted, unless the call's options say otherwise.
    package func check(_ options: RequestOptions) throws(WhatsAppError) {
        guard options.validates else { return }
        do throws(ValidationError) {
            try validate()
        } catch {
            throw .invalid(error)
        }
    }
}
