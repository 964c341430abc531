public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A message as the customer's phone shows it.
public struct CustomerMessage: Hashable, Sendable {
    /// The message's id.
    public var id: MessageID
    /// What the phone shows: the text, the template with its values, or the words of another kind of message.
    public var text: String
    /// What the phone shows in its parts: header, footer, buttons, cards.
    public var shown: ShownMessage
    /// The message as the business sent it.
    public var message: Message
    /// The message that it quotes.
    public var replyTo: MessageID?
    /// The template that it was made from.
    public var template: String?
    /// The group that it was sent to.
    public var groupID: GroupID?
    /// When the platform took it.
    public var sentAt: Date
}
