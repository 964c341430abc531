#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A message that the business sent by other means than this program: with the WhatsApp Business app of a number that
/// uses both (`smb_message_echoes`), or by another app of the platform (`message_echoes`); webhooks reference §2.11.
///
/// It comes from the business: do not answer it. It does not open a customer service window.
public struct MessageEcho: Hashable, Sendable {
    /// How a message came to be; an open set (webhooks reference §2.11, unconfirmed).
    public struct Creation: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// An assistant of the platform wrote it.
        public static let platformBot = Self(rawValue: "created_by_1p_bot")
    }

    /// The id of the message.
    public var id: MessageID
    /// When it was sent.
    public var timestamp: Date
    /// The kind, as the platform names it.
    public var type: InboundMessage.Kind
    /// The business phone number that sent it.
    public var from: PhoneNumber?
    /// The customer's phone number, where it is not hidden.
    public var to: PhoneNumber?
    /// The customer's business-scoped user id.
    public var toUserID: BusinessScopedUserID?
    /// The customer's user id that is shared by linked business portfolios.
    public var toParentUserID: BusinessScopedUserID?
    /// The group to which it was sent.
    public var groupID: GroupID?
    /// What it answers or was forwarded from.
    public var context: InboundMessage.Context?
    /// How it came to be, where the platform says it.
    public var creation: Creation?
    /// What it says. Kinds that only a business sends, such as templates, are not recognized and stay in the bytes.
    public var content: InboundMessage.Content
    /// What the platform says went wrong with it.
    public var errors: [PlatformError]
    /// The customer's profile, from the delivery's contacts.
    public var contact: WebhookContact?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates an echo.
    public init(
        id: MessageID, timestamp: Date, type: InboundMessage.Kind, from: PhoneNumber? = nil, to: PhoneNumber? = nil,
        toUserID: BusinessScopedUserID? = nil, toParentUserID: BusinessScopedUserID? = nil, groupID: GroupID? = nil,
        context: InboundMessage.Context? = nil, creation: Creation? = nil, content: InboundMessage.Content,
        errors: [PlatformError] = [], contact: WebhookContact? = nil, origin: EventOrigin
    ) {
        self.id = id
        self.timestamp = timestamp
        self.type = type
        self.from = from
        self.to = to
        self.toUserID = toUserID
        self.toParentUserID = toParentUserID
        self.groupID = groupID
        self.context = context
        self.creation = creation
        self.content = content
        self.errors = errors
        self.contact = contact
        self.origin = origin
    }

    /// To whom it went: the number where it is known, else the user id.
    public var recipient: Recipient? {
        if let to { return .phoneNumber(to) }
        return toUserID.map { .user($0) }
    }

    /// One line of plain English for the list of an inbox; see ``InboundMessage/Content/summary``.
    public var summary: String {
        switch type {
        case .template where !content.isRecognized: return "Template"
        case .flow where !content.isRecognized: return "Form"
        default: return content.summary
        }
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin, buffer: [UInt8]) throws(ElementFault) {
        let parts = try MessageParts.read(node, buffer: buffer)
        self.init(
            id: parts.id, timestamp: parts.timestamp, type: parts.type, from: parts.from, to: parts.to,
            toUserID: parts.toUserID, toParentUserID: parts.toParentUserID, groupID: parts.groupID,
            context: parts.context,
            creation: node.member("message_creation_type")?.text.map { Creation(rawValue: $0) },
            content: parts.content, errors: parts.errors, origin: origin)
    }
}

extension MessageEcho: CustomStringConvertible, CustomReflectable {
    /// The kind, the time and the size; nothing of the content and nobody's identity.
    public var description: String {
        "echo of type \(type.rawValue) at \(Int(timestamp.timeIntervalSince1970)) (\(origin.raw))"
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
