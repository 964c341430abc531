public import WhatsAppBusiness

/// How the review of a display name stands.
///
/// ```swift
/// var review = try await management.displayNameReview(of: number)
/// // and later, of a webhook:
/// if case .nameUpdate(let update) = event.detail { review.apply(update) }
/// ```
///
/// Source: Cloud API reference §6.1, §6.2; webhooks reference §2.5 (`phone_number_name_update`).
public struct DisplayNameReview: Hashable, Sendable {
    /// The name that customers see, when it is approved.
    public var verifiedName: String?
    /// The state of that name.
    public var status: BusinessNumber.Word?
    /// The state of a name that was asked for later.
    public var requestedStatus: BusinessNumber.Word?

    /// Creates a value.
    public init(
        verifiedName: String? = nil, status: BusinessNumber.Word? = nil,
        requestedStatus: BusinessNumber.Word? = nil
    ) {
        self.verifiedName = verifiedName
        self.status = status
        self.requestedStatus = requestedStatus
    }

    /// Whether a decision is still to come.
    public var isPending: Bool { status == "PENDING_REVIEW" || requestedStatus == "PENDING_REVIEW" }

    /// Whether the number may send with the name that it has.
    public var isApproved: Bool { status == "APPROVED" || status == "AVAILABLE_WITHOUT_REVIEW" }

    /// Takes a decision of a webhook over. An approved name is shown when the number is registered again.
    public mutating func apply(_ update: AccountEvent.NameUpdate) {
        let decision = BusinessNumber.Word(rawValue: update.decision.rawValue)
        let state: BusinessNumber.Word = decision == "REJECTED" ? "DECLINED" : decision
        if requestedStatus != nil, requestedStatus != "NONE" {
            requestedStatus = state
        } else {
            status = state
        }
        if state == "APPROVED", let name = update.requestedName {
            verifiedName = name
            status = state
        }
    }
}
