/// Something of the chats that a business had before its number joined the platform: an element under the field
/// `history` (webhooks reference §2.11).
///
/// The platform sends them once, after the business agreed to share them. They are old messages: import them, do not
/// answer them, and do not open windows with them.
///
/// New cases will come: switch with a `default`.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum HistoryEvent: Hashable, Sendable {
    /// A part of the chats, or the notice that the business shares none; see ``Chunk/isDeclined``.
    indirect case chunk(Chunk)
    /// Media of a customer whose place in a chunk is held by a ``InboundMessage/Content/mediaPlaceholder``.
    indirect case message(InboundMessage)
    /// Media of the business whose place in a chunk is held by a ``InboundMessage/Content/mediaPlaceholder``.
    indirect case echo(MessageEcho)
}

extension HistoryEvent {
    /// The element as it arrived.
    public var raw: RawJSON {
        switch self {
        case .chunk(let chunk): return chunk.origin.raw
        case .message(let message): return message.raw
        case .echo(let echo): return echo.origin.raw
        }
    }

    /// Whether this version understands the event as a whole.
    var isRecognized: Bool {
        switch self {
        case .chunk: return true
        case .message(let message): return message.content.isRecognized
        case .echo(let echo): return echo.content.isRecognized
        }
    }
}

extension HistoryEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String {
        switch self {
        case .chunk(let chunk): return chunk.description
        case .message(let message): return "old \(message)"
        case .echo(let echo): return "old \(echo)"
        }
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
