public import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PricingScenario {
    /// Sends every message of the timeline to one customer and answers every question.
    ///
    /// Messages are delivered at once unless the event says otherwise. Events of an unknown kind are passed over.
    /// - Parameters:
    ///   - pricing: the account, with the scenario's time zone.
    ///   - recipient: the customer, whose market decides what is charged. Where absent it is a number in Brazil, or in
    ///     India, which has an international authentication rate, where that rate applies.
    /// - Returns: one result for each message of the business and each question, in their order.
    public func play(with pricing: Pricing, to recipient: Recipient? = nil) -> [Outcome] {
        let recipient = recipient ?? (isAuthenticationInternational == true ? "+919876543210" : "+5511987654321")
        var conversation = Conversation()
        var usage = MonthlyUsage(
            month: events.first.map { pricing.timeZone.month(at: $0.date) }, serviceMessages: freeUsed ?? 0,
            conversations: freeUsed ?? 0)
        var opened: [BillingConversation.Kind] = []
        var outcomes: [Outcome] = []
        for event in events {
            switch event.kind {
            case .userMessage:
                let entry = event.entry.map { EntryPoint(kind: $0, device: event.device ?? .phone) }
                conversation.apply(.customerMessage(at: event.date, entryPoint: entry))
            case .userCall:
                conversation.apply(.customerCall(at: event.date))
            case .check:
                outcomes.append(Outcome(check: conversation, at: event.date))
            case .template, .freeForm:
                let quote = pricing.quote(
                    message(of: event), to: recipient, in: conversation, at: event.date, usage: usage)
                let isDelivered = event.isDelivered ?? true
                if quote.isAllowed, isDelivered {
                    if case .opens(let kind) = quote.conversation { opened.append(kind) }
                    conversation.apply(quote.delivered(at: event.date))
                    usage.count(quote)
                }
                outcomes.append(Outcome(quote, at: event.date, isDelivered: isDelivered, opened: opened))
            default: break
            }
        }
        return outcomes
    }

    private func message(of event: Event) -> Pricing.Message {
        guard event.kind == .template else { return event.isByBusinessAgent == true ? .metaBusinessAgent() : .freeForm }
        if event.category == .authentication, isAuthenticationInternational == true {
            return .internationalAuthentication
        }
        return .template(event.category ?? .marketing)
    }
}
