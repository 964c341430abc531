public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Conversation {
    /// Which of two messages is to be sent: the free-form one while the customer service window is open, else the
    /// template.
    ///
    /// A free entry point makes messages free of charge and permits none: while the window is closed the template goes out,
    /// at no cost (pricing reference §1.1, §1.5, November 2026).
    ///
    /// - Parameters:
    ///   - message: what is to be said. A template is sent as it is.
    ///   - template: what is sent in its place where it may not be sent.
    ///   - category: the category that the template has now; one without counts as marketing, the dearest.
    ///   - recipient: to whom; the price follows the number.
    ///   - instant: when it is to be sent.
    ///   - margin: how many seconds before the window's end count as closed, for what a message waits before it is sent.
    ///   - pricing: what prices are quoted by.
    ///   - usage: what the month has used up so far.
    ///   - hasCustomerServiceWindow: whether the provider has a window (`Capabilities.hasCustomerServiceWindow`). One
    ///     without has no prices of the platform's either.
    public func plan(
        _ message: Message, otherwise template: TemplateMessage, category: ChargeCategory? = nil,
        to recipient: Recipient, at instant: Date, margin: TimeInterval = 0, pricing: Pricing? = nil,
        usage: MonthlyUsage = .unknown, hasCustomerServiceWindow: Bool = true
    ) -> SendPlan {
        let (choice, reason) = choice(
            message, at: instant, margin: margin, hasCustomerServiceWindow: hasCustomerServiceWindow)
        return plan(
            choice, because: reason, message, otherwise: template, category: category, to: recipient, at: instant,
            pricing: hasCustomerServiceWindow ? pricing : nil, usage: usage)
    }

    /// The plan of a choice that was made.
    package func plan(
        _ choice: SendPlan.Choice, because reason: SendPlan.Reason, _ message: Message,
        otherwise template: TemplateMessage, category: ChargeCategory?, to recipient: Recipient, at instant: Date,
        pricing: Pricing?, usage: MonthlyUsage
    ) -> SendPlan {
        let other = Message.template(template)
        let chosen = choice == .message ? message : other
        func quote(_ message: Message) -> Quote? {
            pricing?.quote(message, category: category, to: recipient, in: self, at: instant, usage: usage)
        }
        let alternative = quote(choice == .message ? other : message)
        return SendPlan(
            choice: choice, reason: reason, message: chosen, category: chosen.isTemplate ? category : nil,
            freeEntryPoint: freeEntryPoint(at: instant), quote: quote(chosen),
            alternative: alternative?.isAllowed == true ? alternative : nil)
    }

    private func choice(
        _ message: Message, at instant: Date, margin: TimeInterval, hasCustomerServiceWindow: Bool
    ) -> (SendPlan.Choice, SendPlan.Reason) {
        if message.isTemplate { return (.message, .isTemplate) }
        guard hasCustomerServiceWindow else { return (.message, .noWindow) }
        switch window(at: instant) {
        case .closed(let closure): return (.template, .windowClosed(closure))
        case .open(let end):
            if margin > 0, instant.addingTimeInterval(margin) >= end { return (.template, .windowClosing(at: end)) }
            return (.message, .windowOpen(until: end))
        }
    }
}
