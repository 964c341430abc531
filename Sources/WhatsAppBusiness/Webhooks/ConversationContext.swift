/// What another participant of conversation routing says about a conversation: the `conversation_context` of a value or
/// of a handover (webhooks reference §2.3, §2.12; unconfirmed in detail, 2026).
public struct ConversationContext: Hashable, Sendable {
    /// What the context is; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A summary of the conversation.
        public static let summary = Self(rawValue: "summary")
    }

    /// What the context is.
    public var kind: Kind?
    /// The summary of the conversation.
    public var summary: String?
    /// The object as it arrived.
    public var raw: RawJSON?

    /// Creates a context.
    public init(kind: Kind? = nil, summary: String? = nil, raw: RawJSON? = nil) {
        self.kind = kind
        self.summary = summary
        self.raw = raw
    }

    @inline(never)
    init?(_ node: JSONNode, buffer: [UInt8]) {
        guard node.kind == .object else { return nil }
        self.init(raw: RawJSON(buffer: buffer, range: node.range))
        for member in node.members {
            switch member.key {
            case "type": kind = member.value.text.map { Kind(rawValue: $0) }
            case "summary": summary = member.value.string ?? member.value.member("text")?.string
            default: break
            }
        }
    }
}

extension ConversationContext: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "context of a conversation (\(kind?.rawValue ?? "no kind said"))" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
