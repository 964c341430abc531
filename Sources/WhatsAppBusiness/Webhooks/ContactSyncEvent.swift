#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A contact of the WhatsApp Business app was added, edited or removed: an element of `state_sync[]` under the field
/// `smb_app_state_sync` (webhooks reference §2.11).
public struct ContactSyncEvent: Hashable, Sendable {
    /// What happened to a contact; an open set.
    public struct Action: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It was added or edited.
        public static let add = Self(rawValue: "add")
        /// It was removed.
        public static let remove = Self(rawValue: "remove")
    }

    /// What happened.
    public var action: Action
    /// The whole name; absent where the contact was removed.
    public var fullName: String?
    /// The first name; absent where the contact was removed.
    public var firstName: String?
    /// The contact's phone number.
    public var phoneNumber: PhoneNumber?
    /// The contact's business-scoped user id.
    public var userID: BusinessScopedUserID?
    /// The contact's user id that is shared by linked business portfolios.
    public var parentUserID: BusinessScopedUserID?
    /// The contact's user name, without a leading `@`.
    public var username: String?
    /// When it happened.
    public var timestamp: Date?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        action: Action, fullName: String? = nil, firstName: String? = nil, phoneNumber: PhoneNumber? = nil,
        userID: BusinessScopedUserID? = nil, parentUserID: BusinessScopedUserID? = nil, username: String? = nil,
        timestamp: Date? = nil, origin: EventOrigin
    ) {
        self.action = action
        self.fullName = fullName
        self.firstName = firstName
        self.phoneNumber = phoneNumber
        self.userID = userID
        self.parentUserID = parentUserID
        self.username = username
        self.timestamp = timestamp
        self.origin = origin
    }

    /// - Returns: `nil` where something else than a contact was synchronized.
    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin) throws(ElementFault) {
        if let type = node.member("type")?.text, type != "contact" { return nil }
        guard let action = node.member("action")?.text else {
            throw .unusable("action", in: node, "action", "an action is a string")
        }
        self.init(
            action: Action(rawValue: action), timestamp: node.member("metadata")?.member("timestamp")?.time,
            origin: origin)
        guard let contact = node.member("contact") else { return }
        for member in contact.members {
            let value = member.value
            switch member.key {
            case "full_name": fullName = value.string
            case "first_name": firstName = value.string
            case "phone_number": phoneNumber = value.text.map { PhoneNumber(rawValue: $0) }
            case "user_id": userID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "parent_user_id": parentUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "username": username = WebhookContact.username(value.text)
            default: break
            }
        }
    }
}

extension ContactSyncEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "contact of the app: \(action.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
