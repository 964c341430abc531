#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A message from a customer: one element of `messages[]` (webhooks reference §3.2).
///
/// Answer to ``from`` or ``fromUserID`` as they came. The number can be missing since user names exist; the
/// business-scoped user id is the stable key. The same message can be delivered again for days: ``id`` is the key under
/// which a program remembers what it has handled (reference §1.5).
public struct InboundMessage: Hashable, Sendable {
    /// The id: the key against duplicates, and what a reply or a read receipt refers to.
    public var id: MessageID
    /// When the customer sent it.
    public var timestamp: Date
    /// The kind, as the platform names it.
    public var type: Kind
    /// The customer's phone number, where it is not hidden.
    public var from: PhoneNumber?
    /// The customer's business-scoped user id.
    public var fromUserID: BusinessScopedUserID?
    /// The customer's user id that is shared by linked business portfolios.
    public var fromParentUserID: BusinessScopedUserID?
    /// The group in which the message was written.
    public var groupID: GroupID?
    /// What the message answers or was forwarded from.
    public var context: Context?
    /// What the platform says went wrong with the message, such as a kind that it cannot relay.
    public var errors: [PlatformError]
    // Without what the message itself says about the customer, which would be copied into every message.
    private var profile: WebhookContact?
    /// The business phone number that received the message.
    public var receivedOn: ReceivingNumber?
    /// The account of that number.
    public var businessAccountID: BusinessAccountID?
    /// What the message says.
    public var content: Content
    /// The element as it arrived.
    public var raw: RawJSON

    // Boxed: what few messages have would be room that every message carries.
    private var rare: Rare?

    /// Creates a message.
    public init(
        id: MessageID, timestamp: Date, type: Kind, from: PhoneNumber? = nil, fromUserID: BusinessScopedUserID? = nil,
        fromParentUserID: BusinessScopedUserID? = nil, groupID: GroupID? = nil, context: Context? = nil,
        referral: Referral? = nil, identity: Identity? = nil, logicalID: String? = nil,
        conversationContext: ConversationContext? = nil, errors: [PlatformError] = [],
        contact: WebhookContact? = nil, receivedOn: ReceivingNumber? = nil,
        businessAccountID: BusinessAccountID? = nil, content: Content, raw: RawJSON
    ) {
        self.init(
            id: id, timestamp: timestamp, type: type, from: from, fromUserID: fromUserID,
            fromParentUserID: fromParentUserID, groupID: groupID, context: context, errors: errors, contact: contact,
            receivedOn: receivedOn, businessAccountID: businessAccountID, content: content, raw: raw,
            rare: Rare(
                RareParts(
                    referral: referral, identity: identity, logicalID: logicalID,
                    conversationContext: conversationContext)))
    }

    // Inlined within the module: otherwise the decoder copies and releases every message once (measured).
    @inline(__always)
    init(
        id: MessageID, timestamp: Date, type: Kind, from: PhoneNumber?, fromUserID: BusinessScopedUserID?,
        fromParentUserID: BusinessScopedUserID?, groupID: GroupID?, context: Context?, errors: [PlatformError],
        contact: WebhookContact?, receivedOn: ReceivingNumber?, businessAccountID: BusinessAccountID?,
        content: Content, raw: RawJSON, rare: Rare?
    ) {
        self.id = id
        self.timestamp = timestamp
        self.type = type
        self.from = from
        self.fromUserID = fromUserID
        self.fromParentUserID = fromParentUserID
        self.groupID = groupID
        self.context = context
        self.errors = errors
        profile = contact
        self.receivedOn = receivedOn
        self.businessAccountID = businessAccountID
        self.content = content
        self.raw = raw
        self.rare = rare
    }

    /// To whom an answer goes: the number where it is known, else the user id.
    public var sender: Recipient? {
        if let from { return .phoneNumber(from) }
        return fromUserID.map { .user($0) }
    }

    /// Whether the number that received the message also wrote it: relays can mix what the business sent with its app
    /// into its messages (360dialog reference §4). Do not answer those.
    public var isFromBusiness: Bool {
        guard let from, let number = receivedOn?.displayPhoneNumber else { return false }
        return from.matchingKey == number.matchingKey
    }

    /// The key under which the spellings of the customer's number match; `nil` where the number is hidden.
    public var matchingKey: PhoneNumber.MatchingKey? { from?.matchingKey ?? contact?.matchingKey }
}

extension InboundMessage {
    /// Who wrote: the customer's profile from the delivery's contacts, and the number and user ids as far as they are
    /// known. `nil` only where nothing is.
    public var contact: WebhookContact? {
        get {
            guard var contact = profile else {
                guard from != nil || fromUserID != nil else { return nil }
                return WebhookContact(userID: fromUserID, parentUserID: fromParentUserID, phoneNumber: from)
            }
            contact.phoneNumber = from ?? contact.phoneNumber
            contact.userID = contact.userID ?? fromUserID
            contact.parentUserID = contact.parentUserID ?? fromParentUserID
            return contact
        }
        set { profile = newValue }
    }

    /// The advertisement or post that led the customer here; only on the first message.
    public var referral: Referral? {
        get { rare?.parts.referral }
        set { change { $0.referral = newValue } }
    }

    /// The identity of the customer's device, where the check of identities is enabled.
    public var identity: Identity? {
        get { rare?.parts.identity }
        set { change { $0.identity = newValue } }
    }

    /// Another id of the customer (`from_logical_id`), seen in a few answers to buttons and not documented.
    public var logicalID: String? {
        get { rare?.parts.logicalID }
        set { change { $0.logicalID = newValue } }
    }

    /// What another app said about the conversation, where several take turns (webhooks reference §2.3, unconfirmed).
    public var conversationContext: ConversationContext? {
        get { rare?.parts.conversationContext }
        set { change { $0.conversationContext = newValue } }
    }

    private mutating func change(_ body: (inout RareParts) -> Void) {
        var parts = rare?.parts ?? RareParts()
        body(&parts)
        rare = Rare(parts)
    }

    /// What few messages have.
    struct RareParts: Hashable, Sendable {
        var referral: Referral?
        var identity: Identity?
        var logicalID: String?
        var conversationContext: ConversationContext?
    }

    indirect enum Rare: Hashable, Sendable {
        case parts(RareParts)

        /// - Returns: `nil` where there is nothing, so that equal messages are equal.
        init?(_ parts: RareParts) {
            guard parts != RareParts() else { return nil }
            self = .parts(parts)
        }

        @inline(never)
        init?(_ message: JSONNode, in scope: borrowing ChangeScope, buffer: [UInt8]) {
            var parts = RareParts(conversationContext: scope.conversationContext)
            for member in message.members {
                let value = member.value
                switch member.key {
                case "referral": parts.referral = Referral(value, buffer: buffer)
                case "identity": parts.identity = value.kind == .object ? Identity(value) : nil
                case "from_logical_id": parts.logicalID = value.text
                default: break
                }
            }
            self.init(parts)
        }

        var parts: RareParts {
            switch self {
            case .parts(let parts): return parts
            }
        }
    }
}

extension InboundMessage: CustomStringConvertible, CustomReflectable {
    /// The kind, the time and the size; nothing of the content and nobody's identity.
    public var description: String {
        "message of type \(type.rawValue) at \(Int(timestamp.timeIntervalSince1970)) (\(raw))"
    }

    /// A mirror that shows kind, time and size only.
    public var customMirror: Mirror {
        Mirror(self, children: ["type": type.rawValue, "timestamp": timestamp, "raw": raw])
    }
}
