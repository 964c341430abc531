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
    /// The advertisement or post that led the customer here; only on the first message.
    public var referral: Referral?
    /// The identity of the customer's device, where the check of identities is enabled.
    public var identity: Identity?
    /// What the platform says went wrong with the message, such as a kind that it cannot relay.
    public var errors: [PlatformError]
    /// The customer's profile, from the delivery's contacts.
    public var contact: WebhookContact?
    /// The business phone number that received the message.
    public var receivedOn: ReceivingNumber?
    /// The account of that number.
    public var businessAccountID: BusinessAccountID?
    /// What the message says.
    public var content: Content
    /// The element as it arrived.
    public var raw: RawJSON

    // Inlined within the module: otherwise the decoder copies and releases every message once (measured).
    /// Creates a message.
    @inline(__always)
    public init(
        id: MessageID, timestamp: Date, type: Kind, from: PhoneNumber? = nil, fromUserID: BusinessScopedUserID? = nil,
        fromParentUserID: BusinessScopedUserID? = nil, groupID: GroupID? = nil, context: Context? = nil,
        referral: Referral? = nil, identity: Identity? = nil, errors: [PlatformError] = [],
        contact: WebhookContact? = nil,
        receivedOn: ReceivingNumber? = nil, businessAccountID: BusinessAccountID? = nil, content: Content, raw: RawJSON
    ) {
        self.id = id
        self.timestamp = timestamp
        self.type = type
        self.from = from
        self.fromUserID = fromUserID
        self.fromParentUserID = fromParentUserID
        self.groupID = groupID
        self.context = context
        self.referral = referral
        self.identity = identity
        self.errors = errors
        self.contact = contact
        self.receivedOn = receivedOn
        self.businessAccountID = businessAccountID
        self.content = content
        self.raw = raw
    }

    /// To whom an answer goes: the number where it is known, else the user id.
    public var sender: Recipient? {
        if let from { return .phoneNumber(from) }
        return fromUserID.map { .user($0) }
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
