#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What became of a message that was sent: one element of `statuses[]` (webhooks reference §4.1).
///
/// Statuses come in any order and more than once: `delivered` after `read`, or not at all. The key against duplicates
/// is ``id``, ``state`` and the recipient together (reference §1.5).
public struct MessageStatus: Hashable, Sendable {
    /// The message that was sent.
    public var id: MessageID
    /// How far it has come.
    public var state: DeliveryState
    /// When it came there.
    public var timestamp: Date
    /// Whether the delivery names no time, so that ``timestamp`` is when it was received (Chat API reference §9.3).
    public var isTimeOfReceipt = false
    /// What the status is about: a message unless it says otherwise.
    public var kind: Kind
    /// The recipient's phone number, where it is known and the recipient is a person.
    public var recipient: PhoneNumber?
    /// The recipient's business-scoped user id.
    public var recipientUserID: BusinessScopedUserID?
    /// The recipient's user id that is shared by linked business portfolios.
    public var recipientParentUserID: BusinessScopedUserID?
    /// The group to which the message was sent.
    public var groupID: GroupID?
    /// The phone number of the member of the group whom the status is about.
    public var participant: PhoneNumber?
    /// The business-scoped user id of the member of the group whom the status is about.
    public var participantUserID: BusinessScopedUserID?
    /// That member's user id that is shared by linked business portfolios.
    public var participantParentUserID: BusinessScopedUserID?
    /// A hash that changes with the recipient's identity, where the check of identities is enabled.
    public var identityKeyHash: String?
    /// What the program gave along when it sent the message (`biz_opaque_callback_data`).
    public var callbackData: String?
    /// The billing conversation; since Graph v24 only inside of an open free entry point.
    public var conversation: Conversation?
    /// What the message is charged as.
    public var pricing: Pricing?
    /// The payment that the status is about, where ``kind`` is ``Kind/payment``.
    public var payment: Payment? {
        get {
            guard case .payment(let payment)? = boxedPayment else { return nil }
            return payment
        }
        set { boxedPayment = newValue.map { .payment($0) } }
    }
    // Boxed: payments are large and rare, and every status would carry their room.
    private var boxedPayment: BoxedPayment?
    /// Why the message failed.
    public var errors: [PlatformError]
    /// The recipient's profile, from the delivery's contacts.
    public var contact: WebhookContact?
    /// The business phone number that sent the message.
    public var receivedOn: ReceivingNumber?
    /// The account of that number.
    public var businessAccountID: BusinessAccountID?
    /// The element as it arrived.
    public var raw: RawJSON

    // Inlined within the module: otherwise the decoder copies and releases every status once (measured, 12 %).
    /// Creates a status.
    @inline(__always)
    public init(
        id: MessageID, state: DeliveryState, timestamp: Date, kind: Kind = .message, recipient: PhoneNumber? = nil,
        recipientUserID: BusinessScopedUserID? = nil, recipientParentUserID: BusinessScopedUserID? = nil,
        groupID: GroupID? = nil, participant: PhoneNumber? = nil, participantUserID: BusinessScopedUserID? = nil,
        participantParentUserID: BusinessScopedUserID? = nil,
        identityKeyHash: String? = nil, callbackData: String? = nil, conversation: Conversation? = nil,
        pricing: Pricing? = nil, payment: Payment? = nil, errors: [PlatformError] = [], contact: WebhookContact? = nil,
        receivedOn: ReceivingNumber? = nil, businessAccountID: BusinessAccountID? = nil, raw: RawJSON
    ) {
        self.id = id
        self.state = state
        self.timestamp = timestamp
        self.kind = kind
        self.recipient = recipient
        self.recipientUserID = recipientUserID
        self.recipientParentUserID = recipientParentUserID
        self.groupID = groupID
        self.participant = participant
        self.participantUserID = participantUserID
        self.participantParentUserID = participantParentUserID
        self.identityKeyHash = identityKeyHash
        self.callbackData = callbackData
        self.conversation = conversation
        self.pricing = pricing
        boxedPayment = payment.map { .payment($0) }
        self.errors = errors
        self.contact = contact
        self.receivedOn = receivedOn
        self.businessAccountID = businessAccountID
        self.raw = raw
    }

    /// Whether this version understands the status as a whole: a known state of a message or of a payment.
    public var isRecognized: Bool {
        switch kind {
        case .message: return state.isKnown
        case .payment: return state == .pending || state == .captured || state == .failed
        default: return false
        }
    }

    private indirect enum BoxedPayment: Hashable, Sendable {
        case payment(Payment)
    }
}

extension MessageStatus {
    /// What a status is about; an open set (webhooks reference §4.1).
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A message.
        public static let message = Self(rawValue: "message")
        /// A payment; its state is `pending`, `captured` or `failed`.
        public static let payment = Self(rawValue: "payment")
    }
}

extension MessageStatus: CustomStringConvertible, CustomReflectable {
    /// The state, the time, the codes of errors and the size; nobody's identity.
    public var description: String {
        var text = "status \(state) at \(Int(timestamp.timeIntervalSince1970)) (\(raw))"
        if !errors.isEmpty { text += ", errors \(errors.map(\.code.rawValue))" }
        return text
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "state": state.rawValue, "timestamp": timestamp, "errors": errors.map(\.code.rawValue), "raw": raw,
            ])
    }
}
