import WhatsAppBusiness
import WhatsAppConversations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedPlatform {
    /// A customer as the platform knows them.
    struct Customer {
        var number: PhoneNumber
        var name: String
        var userID: BusinessScopedUserID
        var isReachable = true
        var conversation = Conversation()
        var lastWrote: Date?
        /// What the customer wrote, in order.
        var written: [MessageID] = []
        var typingUntil: Date?
        /// What the customer wrote, as the phone shows it.
        var notes: [Note] = []
        var inbox: [CustomerMessage] = []

        var identity: CustomerIdentity { CustomerIdentity(number: number, name: name, userID: userID) }
    }

    /// A message of a customer as the phone shows it.
    struct Note {
        var id: MessageID
        var text: String
        var type: String
        var at: Date
    }

    /// A message that the business sent.
    struct Outbound {
        /// To whom: one customer, or the members of a group.
        var members: [PhoneNumber.MatchingKey]
        var groupID: String?
        var callbackData: String?
        /// What it costs; `nil` for groups, whose prices are not played.
        var quote: Quote?
        var delivered: Set<PhoneNumber.MatchingKey> = []
        var read: Set<PhoneNumber.MatchingKey> = []
    }
}
