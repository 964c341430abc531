#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension HistoryEvent {
    /// A message of an old chat (webhooks reference §2.11).
    public struct Message: Hashable, Sendable {
        /// How far a message had come; an open set.
        public struct State: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word, in capital letters.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It was sent.
            public static let sent = Self(rawValue: "SENT")
            /// It reached the device.
            public static let delivered = Self(rawValue: "DELIVERED")
            /// It was seen.
            public static let read = Self(rawValue: "READ")
            /// It was listened to.
            public static let played = Self(rawValue: "PLAYED")
            /// It is still to be sent.
            public static let pending = Self(rawValue: "PENDING")
            /// It could not be sent.
            public static let error = Self(rawValue: "ERROR")
        }

        /// The id.
        public var id: MessageID
        /// When it was sent, by the clock of the device.
        public var timestamp: Date
        /// The kind, as the platform names it.
        public var type: InboundMessage.Kind
        /// Whether the business wrote it, not the customer.
        public var isFromBusiness: Bool
        /// The number that wrote it, where it is not hidden.
        public var from: PhoneNumber?
        /// The business-scoped user id of the customer who wrote it.
        public var fromUserID: BusinessScopedUserID?
        /// That customer's user id that is shared by linked business portfolios.
        public var fromParentUserID: BusinessScopedUserID?
        /// The number to which the business wrote; only where ``isFromBusiness``.
        public var to: PhoneNumber?
        /// The business-scoped user id to which the business wrote.
        public var toUserID: BusinessScopedUserID?
        /// The user id, shared by linked business portfolios, to which the business wrote.
        public var toParentUserID: BusinessScopedUserID?
        /// What it answers or was forwarded from.
        public var context: InboundMessage.Context?
        /// How far it had come.
        public var state: State?
        /// What it says. Media older than 14 days have no id.
        public var content: InboundMessage.Content
        /// What the platform says went wrong with it.
        public var errors: [PlatformError]
        /// The element of `messages[]` as it arrived.
        public var raw: RawJSON

        /// Creates a message.
        public init(
            id: MessageID, timestamp: Date, type: InboundMessage.Kind, isFromBusiness: Bool, from: PhoneNumber? = nil,
            fromUserID: BusinessScopedUserID? = nil, fromParentUserID: BusinessScopedUserID? = nil,
            to: PhoneNumber? = nil, toUserID: BusinessScopedUserID? = nil, toParentUserID: BusinessScopedUserID? = nil,
            context: InboundMessage.Context? = nil, state: State? = nil, content: InboundMessage.Content,
            errors: [PlatformError] = [], raw: RawJSON
        ) {
            self.id = id
            self.timestamp = timestamp
            self.type = type
            self.isFromBusiness = isFromBusiness
            self.from = from
            self.fromUserID = fromUserID
            self.fromParentUserID = fromParentUserID
            self.to = to
            self.toUserID = toUserID
            self.toParentUserID = toParentUserID
            self.context = context
            self.state = state
            self.content = content
            self.errors = errors
            self.raw = raw
        }

        /// One line of plain English for the list of an inbox; see ``InboundMessage/Content/summary``.
        public var summary: String { content.summary }

        @inline(never)
        init(_ node: JSONNode, business: PhoneNumber?, buffer: [UInt8]) throws(ElementFault) {
            let parts = try MessageParts.read(node, buffer: buffer)
            let isFromBusiness: Bool
            if parts.to != nil || parts.toUserID != nil {
                isFromBusiness = true
            } else if let from = parts.from, let business {
                isFromBusiness = from.digits == business.digits
            } else {
                isFromBusiness = false
            }
            self.init(
                id: parts.id, timestamp: parts.timestamp, type: parts.type, isFromBusiness: isFromBusiness,
                from: parts.from, fromUserID: parts.fromUserID, fromParentUserID: parts.fromParentUserID, to: parts.to,
                toUserID: parts.toUserID, toParentUserID: parts.toParentUserID, context: parts.context,
                state: node.member("history_context")?.member("status")?.text.map { State(rawValue: $0) },
                content: parts.content, errors: parts.errors, raw: RawJSON(buffer: buffer, range: node.range))
        }
    }
}

extension HistoryEvent.Message: CustomStringConvertible, CustomReflectable {
    /// The kind, the time and the size; nothing of the content and nobody's identity.
    public var description: String {
        "old message of type \(type.rawValue) at \(Int(timestamp.timeIntervalSince1970)) (\(raw))"
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
