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

    /// Takes a delivery into account: it opens free entry points and billing conversations, and uses up the month's free
    /// units.
    func applyDelivery(of record: Outbound, to key: PhoneNumber.MatchingKey, id: MessageID) {
        guard let quote = record.quote else { return }
        customers[key]?.conversation.apply(quote.delivered(at: clock.now, id: id))
        usage.count(quote)
    }

    /// The `pricing` object of a status (webhooks reference §4.4, §4.6), by the model of the message's own day: the
    /// conversation years know no `type`. A free message of a kind for which the platform has published no type reports
    /// `free_customer_service`; what has no price reports no object. The `conversation` object is not played.
    func pricing(of quote: Quote) -> JSONValue? {
        guard let isBillable = quote.isBillable, let category = quote.category, let model = quote.model else {
            return nil
        }
        var members: [(String, JSONValue)] = [
            ("billable", .bool(isBillable)), ("pricing_model", .string(model.reportedName)),
        ]
        if model.reportedName == PricingModel.perMessageOctober2026.reportedName {
            let type = quote.type ?? (isBillable ? .regular : .freeCustomerService)
            members.append(("type", .string(type.rawValue)))
        }
        members.append(("category", .string(category.rawValue)))
        return .members(members)
    }
}
