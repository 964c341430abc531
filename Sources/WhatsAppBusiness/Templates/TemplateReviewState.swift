/// Where a template stands with the platform's review, whatever words a provider has for it.
///
/// ```swift
/// switch template.reviewState {
/// case .approved: …
/// case .rejected(let reason): …
/// default: …
/// }
/// ```
///
/// Sources: Cloud API reference §4.8 (December 2025), 360dialog reference §2.4.2, Chat API reference §5.2.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateReviewState: Hashable, Sendable {
    /// It waits for a decision.
    case submitted
    /// It may be sent.
    case approved
    /// It was rejected; `nil` where no reason is given.
    case rejected(TemplateRejectionReason?)
    /// It was accepted once, but cannot be sent now: paused, disabled, archived, deleted, …
    case unusable(TemplateStatus)
    /// The word is not known to this version.
    case unknown(TemplateStatus)

    /// Folds a provider's word, in whatever case.
    public init(_ status: TemplateStatus, reason: TemplateRejectionReason? = nil) {
        let folded = status.folded
        let isReason = reason.map { !$0.rawValue.isEmpty && $0.rawValue.uppercased() != "NONE" } ?? false
        switch folded.rawValue {
        case "APPROVED", "REINSTATED", "FLAGGED", "LOCKED": self = .approved
        // What was archived was approved or rejected before.
        case "UNARCHIVED": self = isReason ? .rejected(reason) : .approved
        case "PENDING", "IN_APPEAL", "SUBMITTED", "CREATED", "RECEIVED", "IN_REVIEW", "PENDING_REVIEW":
            self = .submitted
        case "REJECTED": self = .rejected(isReason ? reason : nil)
        case "PAUSED", "DISABLED", "ARCHIVED", "DELETED", "PENDING_DELETION", "LIMIT_EXCEEDED":
            self = .unusable(folded)
        default: self = .unknown(status)
        }
    }

    /// Whether a message can be sent with the template.
    public var isSendable: Bool { self == .approved }
}

extension TemplateStatus {
    /// The platform's word in capital letters: some providers write small ones.
    public var folded: TemplateStatus { TemplateStatus(rawValue: rawValue.uppercased()) }
}
