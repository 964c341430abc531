/// What happens in a conversation that another app controls: an element under the field `standby`
/// (webhooks reference §2.12; unconfirmed in detail, 2026).
///
/// It is for information: a program that is on standby must not answer.
///
/// New cases will come: switch with a `default`.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum StandbyEvent: Hashable, Sendable {
    /// A customer wrote.
    indirect case message(InboundMessage)
    /// The app that controls the conversation wrote.
    indirect case echo(MessageEcho)
    /// A message of that app has reached another state.
    indirect case status(MessageStatus)
}

extension StandbyEvent {
    /// The element as it arrived.
    public var raw: RawJSON {
        switch self {
        case .message(let message): return message.raw
        case .echo(let echo): return echo.origin.raw
        case .status(let status): return status.raw
        }
    }

    /// Whether this version understands the event as a whole.
    var isRecognized: Bool {
        switch self {
        case .message(let message): return message.content.isRecognized
        case .echo(let echo): return echo.content.isRecognized
        case .status(let status): return status.isRecognized
        }
    }
}

extension StandbyEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String {
        switch self {
        case .message(let message): return "on standby: \(message)"
        case .echo(let echo): return "on standby: \(echo)"
        case .status(let status): return "on standby: \(status)"
        }
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
