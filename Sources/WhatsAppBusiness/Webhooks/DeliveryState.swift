/// How far a message that was sent has come; an open set (webhooks reference §4.2).
public struct DeliveryState: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The state as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the state from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }

    /// The message left the platform.
    public static let sent = Self(rawValue: "sent")
    /// The message is on the customer's device.
    public static let delivered = Self(rawValue: "delivered")
    /// The customer saw the message. It implies ``delivered``, which may then never be sent.
    public static let read = Self(rawValue: "read")
    /// The customer listened to the voice message for the first time.
    public static let played = Self(rawValue: "played")
    /// The message was not sent or not delivered; ``MessageStatus/errors`` say why.
    public static let failed = Self(rawValue: "failed")
    /// The customer deleted the message. Seen in older deliveries.
    public static let deleted = Self(rawValue: "deleted")
    /// The message has an item that is not available. Seen in older deliveries.
    public static let warning = Self(rawValue: "warning")
    /// A payment has begun; of statuses about payments.
    public static let pending = Self(rawValue: "pending")
    /// A payment has arrived; of statuses about payments.
    public static let captured = Self(rawValue: "captured")

    /// Whether this version knows the state as one of a message.
    public var isKnown: Bool {
        switch self {
        case .sent, .delivered, .read, .played, .failed, .deleted, .warning: return true
        default: return false
        }
    }
}

extension DeliveryState: CustomStringConvertible {
    /// The platform's word.
    public var description: String { rawValue }
}
