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
    /// The message as the business sent it.
    public var message: Message
    /// The message that it quotes.
    public var replyTo: MessageID?
    /// The template that it was made from.
    public var template: String?
    /// When the platform took it.
    public var sentAt: Date
}

extension Message.Content {
    /// The words that a phone shows, without pictures and buttons.
    var shownText: String {
        switch self {
        case .text(let text): return text.body
        case .image(let media), .video(let media): return media.caption ?? ""
        case .document(let document): return document.caption ?? document.document.filename ?? ""
        case .location(let location): return location.name ?? location.address ?? ""
        case .contacts(let cards): return cards.elements.map(\.name.formattedName).joined(separator: ", ")
        case .reaction(let reaction): return reaction.emoji
        case .buttons(let message): return message.body
        case .list(let message): return message.body
        case .link(let message): return message.body
        case .locationRequest(let message): return message.body
        case .addressRequest(let message): return message.body
        case .contactInformationRequest(let message): return message.body
        case .flow(let message): return message.body
        case .product(let message): return message.body ?? ""
        case .products(let message): return message.body
        case .catalog(let message): return message.body
        case .carousel(let message): return message.body
        case .callPermissionRequest(let message): return message.body ?? ""
        case .voiceCall(let message): return message.body
        case .orderDetails(let message): return message.body
        case .orderStatus(let message): return message.body
        default: return ""
        }
    }
}
