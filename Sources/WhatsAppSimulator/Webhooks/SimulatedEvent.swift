import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Something that the platform tells of, before a face gives it its form.
enum SimulatedEvent: Sendable {
    /// A customer did something.
    case message(Message)
    /// A message of the business went on.
    case status(Status)
    /// A template, a group, the number or the account changed.
    case change(Change)

    /// What a customer did.
    struct Message: Sendable {
        var id: MessageID
        var from: CustomerIdentity
        var at: Date
        /// The group that it was written in.
        var groupID: String?
        /// The members of Cloud API's message object that follow on its `timestamp`: `type`, the object of that name,
        /// `context`, `referral`.
        var content: [(String, JSONValue)]

        /// The value of one of ``content``'s members.
        subscript(member: String) -> JSONValue? { content.last { $0.0 == member }?.1 }
    }

    /// How far a message of the business has come.
    struct Status: Sendable {
        var id: MessageID
        /// `sent`, `delivered`, `read` or `failed`.
        var state: String
        /// To whom: one customer, or members of a group.
        var recipients: [CustomerIdentity]
        var groupID: String?
        var at: Date
        var callbackData: String?
        /// Cloud API's `pricing` object, where the status has one.
        var pricing: JSONValue?
        /// Why it failed.
        var fault: PlatformFault?
    }

    /// A change in Cloud API's words; other faces translate or leave out.
    struct Change: Sendable {
        /// The name of the subscription field (webhooks reference §2.2).
        var field: String
        /// The members of its `value`, without those that name the number.
        var members: [(String, JSONValue)]
        /// Whether the value names the number (`messaging_product` and `metadata`).
        var isOfNumber: Bool
        var at: Date
    }

    var isMessage: Bool {
        if case .message = self { return true }
        return false
    }

    var isStatus: Bool {
        if case .status = self { return true }
        return false
    }

    /// The name of the subscription field.
    var field: String {
        if case .change(let change) = self { return change.field }
        return "messages"
    }

    /// The time that the envelope's entry tells: only changes that do not name a number have one (webhooks reference §2.1).
    var entryTime: Date? {
        if case .change(let change) = self, !change.isOfNumber { return change.at }
        return nil
    }
}

/// Who a customer is.
struct CustomerIdentity: Hashable, Sendable {
    var number: PhoneNumber
    var name: String
    var userID: BusinessScopedUserID
}

extension Date {
    /// The time as the platform writes it: seconds, as a text.
    var platformTimestamp: String { String(Int64(timeIntervalSince1970.rounded(.down))) }
}
