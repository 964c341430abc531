/// The customer as a delivery describes them: `contacts[]` of a change, and the number of the event itself
/// (webhooks reference §3.1).
///
/// Everything is optional: since user names exist, neither the number nor the id is always there.
public struct WebhookContact: Hashable, Sendable {
    /// The customer's phone number: of a message as the message spells it, else as ``waID`` says it. `nil` where it is
    /// hidden.
    public var phoneNumber: PhoneNumber?
    /// The name that the customer chose to show.
    public var name: String?
    /// The user name, where the customer has one, without the leading `@` that some deliveries print.
    public var username: String?
    /// The id of the customer's WhatsApp account: digits that usually equal the phone number. `nil` where it is missing
    /// or empty.
    public var waID: WhatsAppID?
    /// The business-scoped user id, the stable key of a customer.
    public var userID: BusinessScopedUserID?
    /// The user id that is shared by linked business portfolios.
    public var parentUserID: BusinessScopedUserID?
    /// A hash that changes with the customer's identity, where the check of identities is enabled.
    public var identityKeyHash: String?

    /// Creates a contact.
    public init(
        name: String? = nil, username: String? = nil, waID: WhatsAppID? = nil, userID: BusinessScopedUserID? = nil,
        parentUserID: BusinessScopedUserID? = nil, identityKeyHash: String? = nil, phoneNumber: PhoneNumber? = nil
    ) {
        self.phoneNumber = phoneNumber
        self.name = name
        self.username = username
        self.waID = waID
        self.userID = userID
        self.parentUserID = parentUserID
        self.identityKeyHash = identityKeyHash
    }

    /// The key under which the spellings of the customer's number match.
    public var matchingKey: PhoneNumber.MatchingKey? {
        (phoneNumber ?? waID.map { PhoneNumber(rawValue: $0.rawValue) })?.matchingKey
    }

    init?(_ node: JSONNode) {
        guard node.kind == .object else { return nil }
        for member in node.members {
            switch member.key {
            case "wa_id":
                waID = member.value.text.map { WhatsAppID(rawValue: $0) }
                phoneNumber = waID.map { PhoneNumber(rawValue: $0.rawValue) }
            case "user_id": userID = member.value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "parent_user_id": parentUserID = member.value.text.map { BusinessScopedUserID(rawValue: $0) }
            case "identity_key_hash": identityKeyHash = member.value.text
            case "profile":
                for member in member.value.members {
                    switch member.key {
                    case "name": name = member.value.string
                    case "username": username = Self.username(member.value.text)
                    default: break
                    }
                }
            default: break
            }
        }
    }

    static func username(_ text: String?) -> String? {
        guard let text, text.utf8.first == UInt8(ascii: "@") else { return text }
        return String(text.dropFirst())
    }
}

extension WebhookContact: CustomStringConvertible, CustomReflectable {
    /// Which identities are known, and none of them.
    public var description: String {
        let known = [
            phoneNumber.map { _ in "number" }, name.map { _ in "name" }, username.map { _ in "user name" },
            waID.map { _ in "wa_id" },
            userID.map { _ in "user id" },
        ]
        let names = known.compactMap(\.self)
        return "contact with " + (names.isEmpty ? "nothing" : names.joined(separator: ", "))
    }

    /// A mirror that says which identities are known.
    public var customMirror: Mirror { Mirror(self, children: ["known": description]) }
}
