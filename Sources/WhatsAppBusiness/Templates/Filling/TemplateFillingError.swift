#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a template was not filled: every parameter that is missing, surplus, of the wrong kind or too long, each by the
/// path of its slot (``TemplateSlot/path``); or the template's status.
///
/// ```swift
/// do throws(TemplateFillingError) {
///     let message = try template.filling(["first_name": "Ana"])
/// } catch {
///     error.missing       // ["body.{{order_no}}", "header.image"]
///     error.surplus       // []
///     error.refusal       // nil; or the status, where the template cannot be sent
/// }
/// ```
///
/// No description of it holds a value.
public struct TemplateFillingError: Error, Hashable, Sendable {
    /// The standing of a template that cannot be sent.
    public struct Refusal: Hashable, Sendable {
        /// Where the template stands with the review; `nil` where the catalogue has no such template.
        public var state: TemplateReviewState?
        /// How old the copy is that says so, in seconds; `nil` where that is not known.
        public var ageOfCopy: TimeInterval?

        /// Creates a refusal.
        public init(state: TemplateReviewState?, ageOfCopy: TimeInterval? = nil) {
            self.state = state
            self.ageOfCopy = ageOfCopy
        }
    }

    /// The template's name.
    public var name: String
    /// The template's language.
    public var language: LanguageCode
    /// The standing, where it is the reason.
    public var refusal: Refusal?
    /// What is wrong with the values, in the order of the template's slots.
    public var violations: [ValidationError.Violation]

    /// Creates an error.
    public init(
        name: String, language: LanguageCode, refusal: Refusal? = nil, violations: [ValidationError.Violation] = []
    ) {
        self.name = name
        self.language = language
        self.refusal = refusal
        self.violations = violations
    }

    /// The paths of slots that need a value and have none.
    public var missing: [String] { violations.filter { $0.rule == .required }.map(\.path) }

    /// The keys of values for which the template has no slot.
    public var surplus: [String] { violations.filter { $0.rule == .notAllowed }.map(\.path) }

    /// The paths of slots whose value is of another kind.
    public var illTyped: [String] { violations.filter { $0.rule == .type }.map(\.path) }

    /// The same as the error of a message that is not valid.
    public var validation: ValidationError {
        guard let refusal else { return ValidationError(violations) }
        let violation = ValidationError.Violation(
            path: "status", rule: .notAllowed, explanation: refusal.description)
        return ValidationError([violation] + violations)
    }
}

extension TemplateFillingError.Refusal: CustomStringConvertible {
    /// The status and the age of the copy, in words.
    public var description: String {
        var text =
            switch state {
            case nil: "the catalogue has no such template"
            case .approved?: "the template is approved"
            case .submitted?: "the template is still in review"
            case .rejected(let reason)?:
                "the template was rejected" + (reason.map { " (\($0.rawValue))" } ?? "")
            case .unusable(let status)?: "the template cannot be sent now (\(status.rawValue))"
            case .unknown(let status)?:
                status.rawValue.isEmpty
                    ? "the template's status is not known" : "the template's status is not known (\(status.rawValue))"
            }
        if let ageOfCopy { text += ", as of \(Self.age(ageOfCopy)) ago" }
        return text
    }

    private static func age(_ seconds: TimeInterval) -> String {
        guard seconds.isFinite, abs(seconds) < 1e15 else { return "an unknown time" }
        let whole = Int(max(0, seconds))
        switch whole {
        case ..<120: return "\(whole) seconds"
        case ..<7200: return "\(whole / 60) minutes"
        case ..<172_800: return "\(whole / 3600) hours"
        default: return "\(whole / 86_400) days"
        }
    }
}

extension TemplateFillingError: CustomStringConvertible {
    /// The template, its standing, and each violation; never a value.
    public var description: String {
        let parts = [refusal?.description].compactMap { $0 } + violations.map(\.description)
        return "template \(name) (\(language.rawValue)): " + parts.joined(separator: "; ")
    }
}
