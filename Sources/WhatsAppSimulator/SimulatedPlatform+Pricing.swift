import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// Whether a message may be sent, and what its delivery costs, by the rules of the platform's present date.
    func quote(_ message: Pricing.Message, to customer: Customer, at instant: Date) -> Quote {
        configuration.pricing.quote(
            message, to: .phoneNumber(customer.number), in: customer.conversation, at: instant, usage: usage)
    }

    /// Takes a delivery into account: it opens free entry points and uses up the month's free service messages.
    func applyDelivery(of record: Outbound) {
        let event = ConversationEvent.businessMessage(
            .delivered, at: clock.now,
            pricing: ReportedPricing(category: record.quote.category, type: record.quote.type))
        customers[record.customer]?.conversation.apply(event)
        usage.count(event, in: configuration.pricing.timeZone)
    }

    /// The `pricing` object of a status (webhooks reference §4.4). A free message of a kind for which the platform has
    /// published no type reports `free_customer_service`; what has no price reports no object.
    func pricing(of quote: Quote) -> JSONValue? {
        guard let isBillable = quote.isBillable, let category = quote.category else { return nil }
        let type = quote.type?.rawValue ?? (isBillable ? "regular" : "free_customer_service")
        return [
            "billable": .bool(isBillable), "pricing_model": "PMP", "type": .string(type),
            "category": .string(category.rawValue),
        ]
    }
}
