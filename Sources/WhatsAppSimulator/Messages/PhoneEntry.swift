public import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A line of a chat as the customer's phone shows it.
public struct PhoneEntry: Hashable, Sendable {
    /// The message's id.
    public var id: MessageID
    /// Whether the customer wrote it.
    public var isFromCustomer: Bool
    /// The parts of it; of the customer's own messages the text only.
    public var shown: ShownMessage
    /// The kind of message, such as `text` or `template`.
    public var type: String
    /// Whether the other side has read it.
    public var isRead: Bool
    /// When it was sent.
    public var at: Date
}

extension SimulatedPlatform {
    /// The customer's chat with the business, both sides, in the order of time.
    public func chat(of number: PhoneNumber) -> [PhoneEntry] {
        let key = number.matchingKey
        guard let customer = customers[key] else { return [] }
        let written = customer.notes.map { note in
            PhoneEntry(
                id: note.id, isFromCustomer: true, shown: ShownMessage(body: note.text), type: note.type,
                isRead: readMarks.contains(note.id), at: note.at)
        }
        let received = customer.inbox.map { message in
            PhoneEntry(
                id: message.id, isFromCustomer: false, shown: message.shown, type: message.message.type,
                isRead: outbound[message.id]?.read.contains(key) ?? false, at: message.sentAt)
        }
        // Of messages of one instant the order in which they were made decides.
        return (written + received).enumerated().sorted { left, right in
            (left.element.at, left.offset) < (right.element.at, right.offset)
        }.map(\.element)
    }

    /// Until when the business may write freely to the customer; `nil` where only templates may be sent.
    public func windowEnd(of number: PhoneNumber) -> Date? {
        guard let customer = customers[number.matchingKey],
            case .open(until: let end) = customer.conversation.window(at: clock.now)
        else { return nil }
        return end
    }

    /// How many deliveries wait for their endpoints.
    public var pendingDeliveries: Int { pendingCount }
}
