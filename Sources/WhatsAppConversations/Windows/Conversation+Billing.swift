#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Conversation {
    /// The billing conversation of a kind that is open at an instant (pricing reference §1.3, §1.4, November 2026);
    /// `nil` where none is. A free entry point closes all others; where one is open, it is the only one.
    ///
    /// Conversations become known by the deliveries that quotes foretold (``Quote/delivered(at:id:)``) and by statuses
    /// whose pricing model is `CBP`. For every date since 2025-07-01 there is none but a utility conversation of before.
    public func billingConversation(_ kind: BillingConversation.Kind, at instant: Date) -> BillingConversation? {
        let moment = Instant(instant)
        if let referral = referralConversation(at: moment) { return kind == .referralConversion ? referral : nil }
        let isUncategorized = kind == .userInitiated || kind == .businessInitiated
        guard !isUncategorized || kind == open.uncategorizedKind else { return nil }
        let slot = open[kind]
        guard slot.isOpen(at: moment), let opens = slot.start.date, let closes = slot.end.date else { return nil }
        return BillingConversation(kind: kind, opensAt: opens, closesAt: closes)
    }

    /// The conversation of an open free entry point, unless a conversation was open already when it began: before June
    /// 2023 there was only one at a time (§1.3).
    func referralConversation(at instant: Instant) -> BillingConversation? {
        let state = tracker.state(at: instant, policy: policy)
        guard state.isOpen, let opens = state.opensAt, let closes = state.closesAt, !isRuledOut(state) else {
            return nil
        }
        return BillingConversation(kind: .referralConversion, opensAt: opens, closesAt: closes)
    }

    /// Whether a presumed free entry point cannot be, because its answer was part of another conversation of before
    /// June 2023.
    func isRuledOut(_ state: FreeEntryPoint) -> Bool {
        guard state.standing == .presumed, let opens = state.opensAt else { return false }
        let slot = open[.userInitiated]
        return slot.start.isSome && Instant(opens) < slot.end
    }
}
