public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that happened between the business and one customer and matters for windows or charges.
///
/// Events take plain values, so that they can be made from any webhook model or store. The instant is the event's own
/// `timestamp`, never the time of its arrival: deliveries come late, twice and out of order.
public struct ConversationEvent: Hashable, Sendable, Codable {
    /// What happened; the set grows.
    public struct Kind: Hashable, Sendable, Codable {
        enum Value: String, Codable {
            case customerMessage, customerCall, businessCallAccepted, businessMessage
        }
        let value: Value

        /// The customer wrote.
        public static let customerMessage = Self(value: .customerMessage)
        /// The customer called, answered or not.
        public static let customerCall = Self(value: .customerCall)
        /// The customer accepted a call of the business.
        public static let businessCallAccepted = Self(value: .businessCallAccepted)
        /// A message of the business was sent, delivered, read, or failed.
        public static let businessMessage = Self(value: .businessMessage)

        init(value: Value) {
            self.value = value
        }

        /// Reads the name of a kind.
        public init(from decoder: any Decoder) throws {
            value = try Value(from: decoder)
        }

        /// Writes the name of the kind.
        public func encode(to encoder: any Encoder) throws {
            try value.encode(to: encoder)
        }
    }

    /// The state of a message of the business; an open set, in the platform's spelling.
    public struct Status: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The platform's servers have the message.
        public static let sent = Self(rawValue: "sent")
        /// The customer's device has it. From here on it is charged.
        public static let delivered = Self(rawValue: "delivered")
        /// The customer has seen it. It may come without `delivered`.
        public static let read = Self(rawValue: "read")
        /// A voice message was listened to.
        public static let played = Self(rawValue: "played")
        /// It was not delivered, costs nothing and opens nothing.
        public static let failed = Self(rawValue: "failed")

        /// Whether the message has reached the platform or the customer.
        var counts: Bool { self == .sent || self == .delivered || self == .read || self == .played }
    }

    /// What happened.
    public let kind: Kind
    /// When it happened, by its own timestamp.
    public let date: Date
    /// The message that it is about, where known.
    public let messageID: MessageID?
    /// How the customer came, for a message of the customer.
    public let entryPoint: EntryPoint?
    /// The state of a message of the business.
    public let status: Status?
    /// What the status says about the price.
    public let pricing: ReportedPricing?
    /// What the delivery does to billing conversations, as a quote foretold it (``Quote/delivered(at:id:)``).
    public let conversation: BillingConversation.Effect?
    /// What ``pricing`` says about free entry points and conversations, found out once.
    let signal: ReportedPricing.Signal

    private init(
        _ kind: Kind, at date: Date, id: MessageID?, entryPoint: EntryPoint? = nil, status: Status? = nil,
        pricing: ReportedPricing? = nil, conversation: BillingConversation.Effect? = nil
    ) {
        self.kind = kind
        self.date = date
        self.messageID = id
        self.entryPoint = entryPoint
        self.status = status
        self.pricing = pricing
        self.conversation = conversation
        signal = pricing?.signal ?? .none
    }

    private enum CodingKeys: String, CodingKey {
        case kind, date, messageID, entryPoint, status, pricing, conversation
    }

    /// Reads an event.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Kind.self, forKey: .kind), at: try container.decode(Date.self, forKey: .date),
            id: try container.decodeIfPresent(MessageID.self, forKey: .messageID),
            entryPoint: try container.decodeIfPresent(EntryPoint.self, forKey: .entryPoint),
            status: try container.decodeIfPresent(Status.self, forKey: .status),
            pricing: try container.decodeIfPresent(ReportedPricing.self, forKey: .pricing),
            conversation: try container.decodeIfPresent(BillingConversation.Effect.self, forKey: .conversation))
    }

    /// The customer wrote: the customer service window opens, or runs anew (§1.1).
    /// - Parameters:
    ///   - date: the message's `timestamp`.
    ///   - entryPoint: how the customer came, where the message says so (`referral`).
    ///   - id: the message.
    public static func customerMessage(
        at date: Date, entryPoint: EntryPoint? = nil, id: MessageID? = nil
    ) -> Self {
        Self(.customerMessage, at: date, id: id, entryPoint: entryPoint)
    }

    /// The customer called, answered or not: the window opens, or runs anew (§1.1).
    public static func customerCall(at date: Date) -> Self {
        Self(.customerCall, at: date, id: nil)
    }

    /// The customer accepted a call of the business: the window opens, or runs anew (§1.1).
    public static func businessCallAccepted(at date: Date) -> Self {
        Self(.businessCallAccepted, at: date, id: nil)
    }

    /// A message of the business changed its state. It never opens the window; it opens and confirms a free entry
    /// point (§1.5).
    /// - Parameters:
    ///   - status: the new state.
    ///   - date: the status's `timestamp`.
    ///   - pricing: what the status says about the price.
    ///   - id: the message.
    public static func businessMessage(
        _ status: Status, at date: Date, pricing: ReportedPricing? = nil, id: MessageID? = nil
    ) -> Self {
        Self(.businessMessage, at: date, id: id, status: status, pricing: pricing)
    }

    /// A message was delivered of which a quote said what it does to billing conversations.
    static func delivered(
        at date: Date, conversation: BillingConversation.Effect?, id: MessageID?
    ) -> Self {
        Self(.businessMessage, at: date, id: id, status: .delivered, conversation: conversation)
    }

    /// Whether the event opens the customer service window.
    public var opensWindow: Bool { kind != .businessMessage }
}
