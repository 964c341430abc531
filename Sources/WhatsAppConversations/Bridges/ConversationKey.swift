public import WhatsAppBusiness

/// Whose conversation it is: one business number and one customer, or one group.
///
/// The customer service window belongs to such a pair; in a group, one member's message opens it for all
/// (pricing reference §1.1, November 2026). Spellings of one number, such as Brazil's ninth digit, give the same key
/// (`PhoneNumber.matchingKey`).
public struct ConversationKey: Hashable, Sendable, Codable {
    /// The other side of a conversation.
    public struct Counterpart: Hashable, Sendable, Codable {
        enum Value: Hashable, Codable {
            case phoneNumber(PhoneNumber.MatchingKey)
            case user(BusinessScopedUserID)
            case group(GroupID)
        }
        let value: Value

        /// The owner of a phone number.
        public static func phoneNumber(_ number: PhoneNumber) -> Self {
            Self(value: .phoneNumber(number.matchingKey))
        }

        /// A user by the id that is scoped to the business portfolio.
        public static func user(_ id: BusinessScopedUserID) -> Self {
            Self(value: .user(id))
        }

        /// A group: its members share one window.
        public static func group(_ id: GroupID) -> Self {
            Self(value: .group(id))
        }

        /// To whom a message goes.
        public init(_ recipient: Recipient) {
            if let id = recipient.userID {
                self = .user(id)
            } else {
                self = .phoneNumber(recipient.phoneNumber ?? PhoneNumber(rawValue: ""))
            }
        }

        init(value: Value) {
            self.value = value
        }
    }

    /// The business phone number; `nil` where there is only one, or where an event does not name it.
    public var businessNumber: PhoneNumberID?
    /// The customer or group.
    public var counterpart: Counterpart

    /// Creates a key.
    public init(businessNumber: PhoneNumberID?, counterpart: Counterpart) {
        self.businessNumber = businessNumber
        self.counterpart = counterpart
    }

    /// The conversation between a business number and a customer.
    public init(businessNumber: PhoneNumberID?, customer: Recipient) {
        self.init(businessNumber: businessNumber, counterpart: Counterpart(customer))
    }

    /// The conversation that an event is about; `nil` where it is about none or names nobody.
    ///
    /// Where an event names both the number and the user id of a customer, the number is the key. Customers who hide
    /// their number have the user id alone: ``ConversationStore`` finds their conversation under either.
    public init?(_ event: WebhookEvent) {
        let parties = Parties(event)
        guard let counterpart = parties.counterpart else { return nil }
        self.init(businessNumber: parties.businessNumber, counterpart: counterpart)
    }
}

extension ConversationKey: CustomStringConvertible, CustomReflectable {
    /// The business number's id and the kind of the other side; nobody's identity.
    public var description: String {
        let kind =
            switch counterpart.value {
            case .phoneNumber: "a phone number"
            case .user: "a user id"
            case .group: "a group"
            }
        return "conversation of number \(businessNumber?.rawValue ?? "unknown") with \(kind)"
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension ConversationKey.Counterpart: CustomStringConvertible, CustomReflectable {
    /// The kind; nobody's identity.
    public var description: String {
        switch value {
        case .phoneNumber: "phone number"
        case .user: "user id"
        case .group: "group"
        }
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["kind": description]) }
}

/// Everybody whom an event names.
struct Parties {
    var businessNumber: PhoneNumberID?
    var number: PhoneNumber?
    var userID: BusinessScopedUserID?
    var group: GroupID?

    init(_ event: WebhookEvent) {
        switch event {
        case .message(let message), .standby(.message(let message)): take(message)
        case .status(let status), .standby(.status(let status)): take(status)
        case .echo(let echo), .standby(.echo(let echo)):
            businessNumber = echo.origin.receivedOn?.phoneNumberID
            number = echo.to
            userID = echo.toUserID
            group = echo.groupID
        case .call(let call):
            businessNumber = call.origin.receivedOn?.phoneNumberID
            number = call.direction == .userInitiated ? call.from : call.to
            userID = call.userID
        default: break
        }
    }

    private mutating func take(_ message: InboundMessage) {
        businessNumber = message.receivedOn?.phoneNumberID
        number = message.from
        userID = message.fromUserID
        group = message.groupID
    }

    private mutating func take(_ status: MessageStatus) {
        businessNumber = status.receivedOn?.phoneNumberID
        number = status.recipient
        userID = status.recipientUserID
        group = status.groupID
    }

    var counterpart: ConversationKey.Counterpart? {
        if let group { return .group(group) }
        if let number, !number.rawValue.isEmpty { return .phoneNumber(number) }
        return userID.map { .user($0) }
    }
}
