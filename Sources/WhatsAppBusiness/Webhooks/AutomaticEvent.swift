#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that the platform recognised in a conversation that an advertisement began, such as a purchase: an element
/// of `automatic_events[]` (webhooks reference §2.10). Businesses of the EU, the United Kingdom and Japan get none.
public struct AutomaticEvent: Hashable, Sendable {
    /// What was recognised; an open set.
    public struct Name: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The customer left an address or another way to be reached.
        public static let leadSubmitted = Self(rawValue: "LeadSubmitted")
        /// The customer bought something.
        public static let purchase = Self(rawValue: "Purchase")
    }

    /// What was recognised.
    public var name: Name
    /// The message in which it was recognised.
    public var messageID: MessageID?
    /// When.
    public var timestamp: Date?
    /// The id of the click on the advertisement.
    public var clickID: String?
    /// The currency of a purchase.
    public var currency: String?
    /// What a purchase is worth, exactly as it is spelled.
    public var value: JSONNumber?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        name: Name, messageID: MessageID? = nil, timestamp: Date? = nil, clickID: String? = nil,
        currency: String? = nil, value: JSONNumber? = nil, origin: EventOrigin
    ) {
        self.name = name
        self.messageID = messageID
        self.timestamp = timestamp
        self.clickID = clickID
        self.currency = currency
        self.value = value
        self.origin = origin
    }

    @inline(never)
    init(_ node: JSONNode, _ origin: EventOrigin) throws(ElementFault) {
        guard let name = node.member("event_name")?.text else {
            throw .unusable("event_name", in: node, "event_name", "a name is a string")
        }
        let data = node.member("custom_data")
        self.init(
            name: Name(rawValue: name), messageID: node.member("id")?.text.map { MessageID(rawValue: $0) },
            timestamp: node.member("timestamp")?.time, clickID: node.member("ctwa_clid")?.text,
            currency: data?.member("currency")?.text, value: data?.member("value")?.number, origin: origin)
    }
}

extension AutomaticEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "automatic event \(name.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
