import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A group of the business (Cloud API reference §6.12).
struct GroupRecord: Sendable {
    var id: String
    var subject: String
    var description: String?
    var needsApproval: Bool
    /// The secret part of the link by which customers join.
    var invite: String
    var created: Date
    var isSuspended = false
    var members: [PhoneNumber.MatchingKey] = []
    /// Who was removed and cannot come back by the link.
    var removed: Set<PhoneNumber.MatchingKey> = []
    var requests: [JoinRequest] = []
    var pins: [MessageID] = []

    struct JoinRequest: Sendable {
        var id: String
        var customer: PhoneNumber.MatchingKey
        var created: Date
    }

    var inviteLink: String { "https://chat.whatsapp.com/\(invite)" }

    /// How many customers a group has at most.
    static let maximumMembers = 8
}
