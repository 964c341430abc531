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
        var inbox: [CustomerMessage] = []

        var identity: CustomerIdentity { CustomerIdentity(number: number, name: name, userID: userID) }
    }

    /// A message that the business sent.
    struct Outbound {
        var customer: PhoneNumber.MatchingKey
        var callbackData: String?
        var quote: Quote
        var isDelivered = false
        var isRead = false
    }
}
