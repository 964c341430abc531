#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One thing that happened, as the platform tells it.
///
/// New cases will come: switch with a `default`. What has no case of its own arrives as ``unrecognized(_:)``.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum WebhookEvent: Hashable, Sendable {
    /// A customer wrote.
    indirect case message(InboundMessage)
    /// A message that was sent has reached another state.
    indirect case status(MessageStatus)
    /// A template was approved, paused, edited and so on.
    indirect case template(TemplateEvent)
    /// Something happened to the account, to a number or to the business.
    indirect case account(AccountEvent)
    /// A call began, ended or has another state.
    indirect case call(CallEvent)
    /// Something happened to a group.
    indirect case group(GroupEvent)
    /// A customer stopped or resumed messages of a category.
    indirect case preference(PreferenceEvent)
    /// A customer has another business-scoped user id.
    indirect case userID(UserIDEvent)
    /// The state or the health of a flow changed.
    indirect case flow(FlowEvent)
    /// Somebody tapped a link of a marketing message.
    indirect case click(ClickEvent)
    /// The business wrote by other means than this program.
    indirect case echo(MessageEcho)
    /// Chats that the business had before its number joined the platform.
    indirect case history(HistoryEvent)
    /// A contact of the WhatsApp Business app was added, edited or removed.
    indirect case contactSync(ContactSyncEvent)
    /// The platform recognised a lead or a purchase in a conversation.
    indirect case automatic(AutomaticEvent)
    /// Another app controls a conversation from now on.
    indirect case handover(HandoverEvent)
    /// Something happened in a conversation that another app controls: do not answer.
    indirect case standby(StandbyEvent)
    /// An error that is about no message.
    indirect case error(ErrorEvent)
    /// Something that this version has no type for, with its JSON.
    indirect case unrecognized(UnrecognizedEvent)
}

extension WebhookEvent {
    /// Whether this version understands the event as a whole: `false` for events, message contents and states that
    /// arrive with their JSON only.
    public var isRecognized: Bool {
        switch self {
        case .message(let message): return message.content.isRecognized
        case .status(let status): return status.isRecognized
        case .echo(let echo): return echo.content.isRecognized
        case .history(let event): return event.isRecognized
        case .standby(let event): return event.isRecognized
        case .unrecognized: return false
        default: return true
        }
    }

    /// The element as it arrived.
    public var raw: RawJSON {
        switch self {
        case .message(let message): return message.raw
        case .status(let status): return status.raw
        case .template(let event): return event.origin.raw
        case .account(let event): return event.origin.raw
        case .call(let event): return event.origin.raw
        case .group(let event): return event.origin.raw
        case .preference(let event): return event.origin.raw
        case .userID(let event): return event.origin.raw
        case .flow(let event): return event.origin.raw
        case .click(let event): return event.origin.raw
        case .echo(let echo): return echo.origin.raw
        case .history(let event): return event.raw
        case .contactSync(let event): return event.origin.raw
        case .automatic(let event): return event.origin.raw
        case .handover(let event): return event.origin.raw
        case .standby(let event): return event.raw
        case .error(let event): return event.origin.raw
        case .unrecognized(let event): return event.raw
        }
    }

    /// When it happened, as far as the platform says.
    public var timestamp: Date? {
        let own: Date?
        switch self {
        case .message(let message): own = message.timestamp
        case .status(let status): own = status.timestamp
        case .account(let event): own = event.changed
        case .call(let event): own = event.timestamp
        case .group(let event): own = event.timestamp
        case .preference(let event): own = event.timestamp
        case .userID(let event): own = event.timestamp
        case .click(let event): own = event.timestamp
        case .echo(let echo): own = echo.timestamp
        case .contactSync(let event): own = event.timestamp
        case .automatic(let event): own = event.timestamp
        case .handover(let event): own = event.timestamp
        case .history(.message(let message)), .standby(.message(let message)): own = message.timestamp
        case .history(.echo(let echo)), .standby(.echo(let echo)): own = echo.timestamp
        case .standby(.status(let status)): own = status.timestamp
        case .history(.chunk), .template, .flow, .error, .unrecognized: own = nil
        }
        return own ?? origin.entryTime
    }

    /// The account that it happened to.
    public var businessAccountID: BusinessAccountID? { origin.businessAccountID }

    /// The business phone number that it happened to, where there is one.
    public var receivedOn: ReceivingNumber? { origin.receivedOn }

    private typealias Origin = (
        businessAccountID: BusinessAccountID?, receivedOn: ReceivingNumber?, entryTime: Date?
    )

    /// Where the event comes from.
    private var origin: Origin {
        switch self {
        case .message(let message), .history(.message(let message)), .standby(.message(let message)):
            return (message.businessAccountID, message.receivedOn, nil)
        case .status(let status), .standby(.status(let status)):
            return (status.businessAccountID, status.receivedOn, nil)
        case .template(let event): return Self.parts(event.origin)
        case .account(let event): return Self.parts(event.origin)
        case .call(let event): return Self.parts(event.origin)
        case .group(let event): return Self.parts(event.origin)
        case .preference(let event): return Self.parts(event.origin)
        case .userID(let event): return Self.parts(event.origin)
        case .flow(let event): return Self.parts(event.origin)
        case .click(let event): return Self.parts(event.origin)
        case .echo(let echo), .history(.echo(let echo)), .standby(.echo(let echo)): return Self.parts(echo.origin)
        case .history(.chunk(let chunk)): return Self.parts(chunk.origin)
        case .contactSync(let event): return Self.parts(event.origin)
        case .automatic(let event): return Self.parts(event.origin)
        case .handover(let event): return Self.parts(event.origin)
        case .error(let event): return Self.parts(event.origin)
        case .unrecognized(let event): return (event.businessAccountID, event.receivedOn, event.entryTime)
        }
    }

    private static func parts(_ origin: EventOrigin) -> Origin {
        (origin.businessAccountID, origin.receivedOn, origin.entryTime)
    }
}
