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
        var inbox: [CustomerMessage] = []

        var identity: CustomerIdentity { CustomerIdentity(number: number, name: name, userID: userID) }
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
