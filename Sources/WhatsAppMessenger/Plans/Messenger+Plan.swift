public import WhatsAppBusiness
public import WhatsAppConversations

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Messenger {
    /// Which of two messages would go out now, why, and what it costs: the free-form one while the customer service window
    /// is open or where the provider has none, else the template.
    ///
    /// - Parameters:
    ///   - message: what is to be said.
    ///   - template: what is sent in its place where it may not be sent.
    ///   - category: the category that the template has now; marketing where it is not known.
    ///   - customer: to whom.
    ///   - margin: how many seconds before the window's end count as closed.
    public func plan(
        _ message: Message, otherwise template: TemplateMessage, category: ChargeCategory? = nil,
        to customer: Recipient, margin: TimeInterval = 0
    ) -> SendPlan {
        conversation(with: customer).plan(
            message, otherwise: template, category: category, to: customer, at: configuration.now(), margin: margin,
            pricing: configuration.pricing, usage: usage,
            hasCustomerServiceWindow: provider.capabilities.hasCustomerServiceWindow)
    }

    /// What was sent of two messages.
    public struct PlannedSend: Sendable {
        /// By what it was chosen.
        public var plan: SendPlan
        /// What the platform has taken.
        public var sent: SentMessage

        /// Creates a result.
        public init(plan: SendPlan, sent: SentMessage) {
            self.plan = plan
            self.sent = sent
        }
    }

    /// Plans, and sends what the plan says.
    ///
    /// Where the window turns out to be closed after all, because the message waited for its turn or because the platform
    /// knows better (131047), the template is sent: the message was certainly refused then. A send whose outcome is
    /// unknown is followed by nothing.
    ///
    /// ```swift
    /// let result = try await messenger.send(
    ///     .text("It arrives today."), otherwise: template, category: .utility, to: customer)
    /// result.plan.choice      // .message or .template
    /// ```
    ///
    /// - Parameters:
    ///   - message: what is to be said.
    ///   - template: what is sent in its place where it may not be sent.
    ///   - category: the category that the template has now.
    ///   - recipient: to whom.
    ///   - margin: how many seconds before the window's end count as closed.
    ///   - options: how the call is made.
    /// - Throws: what ``send(_:to:category:options:)`` throws.
    @discardableResult
    public func send(
        _ message: Message, otherwise template: TemplateMessage, category: ChargeCategory? = nil,
        to recipient: Recipient, margin: TimeInterval = 0, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> PlannedSend {
        let plan = plan(message, otherwise: template, category: category, to: recipient, margin: margin)
        do throws(WhatsAppError) {
            let sent = try await send(plan.message, to: recipient, category: plan.category, options: options)
            return PlannedSend(plan: plan, sent: sent)
        } catch {
            guard !plan.message.isTemplate, error.outcome != .unknown,
                error.platform?.resolvedCode == .reEngagement
            else { throw error }
            let now = configuration.now()
            let later = conversation(with: recipient).plan(
                .template, because: .refused, message, otherwise: template, category: category, to: recipient, at: now,
                pricing: configuration.pricing, usage: usage)
            let sent = try await send(later.message, to: recipient, category: category, options: options)
            return PlannedSend(plan: later, sent: sent)
        }
    }
}
