import WhatsAppBusiness

extension Quote: CustomStringConvertible {
    /// The quote in one sentence: what, where, how much, from which row of which card, and by which rule. It holds no
    /// number and no id of the recipient.
    public var explanation: String {
        var text = "\(message.startsWithVowelSound ? "An" : "A") \(message)"
        if let market { text += " to \(market)" }
        if let refusal {
            text += " is refused with error \(refusal.code.rawValue) because \(refusal.reason)"
        } else if let price {
            text += outcome(price)
        }
        switch conversation {
        case .opens(let kind): text += " and opens a \(kind) conversation"
        case .joins(let kind): text += " in the open \(kind) conversation"
        case .joinsAny: text += " in whatever conversation is open"
        case nil: break
        }
        if let rate {
            text += ", from row \(rate.market) / \(rate.category)"
            if !rate.tier.isOnly { text += " / tier \(rate.tier)" }
            text += " of rate card \(rate.card.name)"
            if rate.confidence == .unconfirmed { text += " (an unconfirmed figure)" }
            if rate.mayBeOutdated { text += " (which may be outdated: prices may have changed since)" }
        }
        switch message.basis {
        case .assumed: text += ", taken for marketing because the template's category is not known"
        case .recategorized: text += ", in the category that the platform gave the template later"
        default: break
        }
        switch payment {
        case .settled: break
        case .freeUnitsEnding(let left):
            text += ", with \(left) free units left in the month and no payment method"
        case .mayBeRequired: text += ", for which a payment method is needed if the free units are used up"
        case .required: text += ", but is not delivered without a payment method (error 131042)"
        }
        if isPresumed { text += ", presumed until a status confirms it" }
        return text + ": " + rule.description + "."
    }

    private func outcome(_ price: Price) -> String {
        switch price {
        case .exact(let money): " costs \(money) if delivered"
        case .free: " is free"
        case .ceiling(let money, let reason):
            reason == .tiersNotOnCard
                ? " costs at most \(money) if delivered (cheaper volume tiers are not on the card)"
                : " costs at most \(money) if delivered"
        case .metered(let money, let tokens): " costs \(money) per \(tokens) tokens"
        case .unknown(let reason): " has no known price (\(reason))"
        }
    }

    /// The same sentence as ``explanation``.
    public var description: String { explanation }
}
