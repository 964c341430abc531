#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A customer has another business-scoped user id: an element of `user_id_update[]` (webhooks reference §2.10).
///
/// Rewrite the key under which the customer is stored from ``previous`` to ``current``.
public struct UserIDEvent: Hashable, Sendable {
    /// The user id before.
    public var previous: BusinessScopedUserID?
    /// The user id from now on.
    public var current: BusinessScopedUserID
    /// The shared user id before.
    public var previousParent: BusinessScopedUserID?
    /// The shared user id from now on.
    public var currentParent: BusinessScopedUserID?
    /// The customer's WhatsApp account.
    public var waID: WhatsAppID?
    /// The platform's words about it.
    public var details: String?
    /// When it changed.
    public var timestamp: Date?
    /// The customer's profile, from the delivery's contacts.
    public var contact: WebhookContact?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        previous: BusinessScopedUserID? = nil, current: BusinessScopedUserID,
        previousParent: BusinessScopedUserID? = nil, currentParent: BusinessScopedUserID? = nil,
        waID: WhatsAppID? = nil, details: String? = nil, timestamp: Date? = nil, contact: WebhookContact? = nil,
        origin: EventOrigin
    ) {
        self.previous = previous
        self.current = current
        self.previousParent = previousParent
        self.currentParent = currentParent
        self.waID = waID
        self.details = details
        self.timestamp = timestamp
        self.contact = contact
        self.origin = origin
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin) throws(ElementFault) {
        var previous: BusinessScopedUserID?
        var current: BusinessScopedUserID?
        var previousParent: BusinessScopedUserID?
        var currentParent: BusinessScopedUserID?
        var waID: WhatsAppID?
        var details: String?
        var timestamp: Date?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "wa_id": waID = value.text.map { WhatsAppID(rawValue: $0) }
            case "detail": details = value.text
            case "timestamp": timestamp = value.time
            case "user_id":
                previous = value.member("previous")?.text.map { BusinessScopedUserID(rawValue: $0) }
                current = value.member("current")?.text.map { BusinessScopedUserID(rawValue: $0) }
            case "parent_user_id":
                previousParent = value.member("previous")?.text.map { BusinessScopedUserID(rawValue: $0) }
                currentParent = value.member("current")?.text.map { BusinessScopedUserID(rawValue: $0) }
            default: break
            }
        }
        guard let current else {
            guard let ids = node.member("user_id"), ids.kind == .object else {
                throw .unusable("user_id", in: node, "user_id", "an object is expected")
            }
            throw .unusable("user_id.current", in: ids, "current", "an id is a string or a number")
        }
        self.init(
            previous: previous, current: current, previousParent: previousParent, currentParent: currentParent,
            waID: waID, details: details, timestamp: timestamp, origin: origin)
    }
}

extension UserIDEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "change of a user id" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
