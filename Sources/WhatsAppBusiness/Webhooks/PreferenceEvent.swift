#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A customer stopped or resumed messages of a category: an element of `user_preferences[]` (webhooks reference §2.10).
public struct PreferenceEvent: Hashable, Sendable {
    /// What a customer chose; an open set.
    public struct Choice: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// No more messages: do not send any.
        public static let stop = Self(rawValue: "stop")
        /// Messages again.
        public static let resume = Self(rawValue: "resume")
        /// The customer signed up for messages.
        public static let signup = Self(rawValue: "signup")
    }

    /// What the customer chose.
    public var choice: Choice
    /// For which messages, such as `marketing_messages`.
    public var category: String?
    /// The same in words.
    public var details: String?
    /// The customer's WhatsApp account.
    public var waID: WhatsAppID?
    /// The customer's business-scoped user id.
    public var userID: BusinessScopedUserID?
    /// The user id that is shared by linked business portfolios.
    public var parentUserID: BusinessScopedUserID?
    /// The id of a sign-up.
    public var signupID: String?
    /// When the customer chose it.
    public var timestamp: Date?
    /// The customer's profile, from the delivery's contacts.
    public var contact: WebhookContact?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        choice: Choice, category: String? = nil, details: String? = nil, waID: WhatsAppID? = nil,
        userID: BusinessScopedUserID? = nil, parentUserID: BusinessScopedUserID? = nil, signupID: String? = nil,
        timestamp: Date? = nil, contact: WebhookContact? = nil, origin: EventOrigin
    ) {
        self.choice = choice
        self.category = category
        self.details = details
        self.waID = waID
        self.userID = userID
        self.parentUserID = parentUserID
        self.signupID = signupID
        self.timestamp = timestamp
        self.contact = contact
        self.origin = origin
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin) throws(ElementFault) {
        var choice: Choice?
        var category: String?
        var details: String?
        var waID: WhatsAppID?
        var userID: BusinessScopedUserID?
        var parentUserID: BusinessScopedUserID?
        var signupID: String?
        var timestamp: Date?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "value": choice = value.text.map { Choice(rawValue: $0) }
            case "category": category = value.text
            case "detail": details = value.text
            case "wa_id": waID = value.text.map { WhatsAppID(rawValue: $0) }
            case "user_id": userID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "parent_user_id": parentUserID = value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "signup_id": signupID = value.text
            case "timestamp": timestamp = value.time
            default: break
            }
        }
        guard let choice else { throw .unusable("value", in: node, "value", "a choice is a string") }
        self.init(
            choice: choice, category: category, details: details, waID: waID, userID: userID,
            parentUserID: parentUserID, signupID: signupID, timestamp: timestamp, origin: origin)
    }
}

extension PreferenceEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "preference: \(choice.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
