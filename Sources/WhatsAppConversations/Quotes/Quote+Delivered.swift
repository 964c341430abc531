public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Quote {
    /// The delivery of the quoted message, as an event that also tells the conversation which billing conversation it
    /// opens (pricing reference §1.3, §1.4, November 2026).
    ///
    /// It foretells and proves nothing: unlike a status, it neither confirms nor denies a free entry point.
    ///
    /// ```swift
    /// let quote = pricing.quote(.template(.utility), to: customer, in: conversation, at: now)
    /// conversation.apply(quote.delivered(at: now))
    /// ```
    /// - Parameters:
    ///   - date: the `timestamp` of the delivery.
    ///   - id: the message.
    public func delivered(at date: Date, id: MessageID? = nil) -> ConversationEvent {
        .delivered(at: date, conversation: conversation, id: id)
    }
}
