extension Quote {
    /// Whether an account without a payment method gets a message delivered.
    ///
    /// Without a payment method the platform delivers service messages up to the free tier and then stops (pricing
    /// reference §1.6, November 2026); it refuses what is charged with error 131042.
    @nonexhaustive
    public enum Payment: Hashable, Sendable {
        /// Nothing is in the way: the account has a payment method, or the message is free and many more are.
        case settled
        /// The message is free, but the free units of the month end soon: so many are left after it.
        case freeUnitsEnding(left: Int)
        /// The message is free or charged, by a count that is not known; charged, it needs a payment method.
        case mayBeRequired
        /// The message is charged, and the account has no payment method: the platform will not deliver it.
        case required

        /// Whether there is something to do about it.
        public var needsAttention: Bool { self != .settled }
    }

    /// The quote of an account that has no payment method.
    func withoutPaymentMethod(_ usage: MonthlyUsage) -> Quote {
        var quote = self
        guard isAllowed else { return quote }
        switch price {
        case .free(let reason) where reason == .serviceFreeTier || reason == .freeTier:
            let used = (reason == .serviceFreeTier ? usage.serviceMessages : usage.conversations) ?? 0
            let limit =
                reason == .serviceFreeTier ? MonthlyUsage.freeServiceMessages : MonthlyUsage.freeConversations
            let left = max(limit - max(used, 0) - 1, 0)
            quote.payment = left <= limit - MonthlyUsage.warningThreshold ? .freeUnitsEnding(left: left) : .settled
        case .free: break
        default: quote.payment = isBillable == true ? .required : .mayBeRequired
        }
        return quote
    }
}
