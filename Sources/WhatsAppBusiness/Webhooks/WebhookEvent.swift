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
        case .error(let event): return event.origin.raw
        case .call(let event): return event.origin.raw
        case .group(let event): return event.origin.raw
        case .preference(let event): return event.origin.raw
        case .userID(let event): return event.origin.raw
        case .flow(let event): return event.origin.raw
        case .click(let event): return event.origin.raw
        case .unrecognized(let event): return event.raw
        }
    }

    /// When it happened, as far as the platform says.
    public var timestamp: Date? {
        switch self {
        case .message(let message): return message.timestamp
        case .status(let status): return status.timestamp
        case .account(let event): return event.changed ?? event.origin.entryTime
        case .call(let event): return event.timestamp ?? event.origin.entryTime
        case .group(let event): return event.timestamp ?? event.origin.entryTime
        case .preference(let event): return event.timestamp ?? event.origin.entryTime
        case .userID(let event): return event.timestamp ?? event.origin.entryTime
        case .click(let event): return event.timestamp ?? event.origin.entryTime
        case .unrecognized(let event): return event.entryTime
        default: return origin?.entryTime
        }
    }

    /// The account that it happened to.
    public var businessAccountID: BusinessAccountID? {
        switch self {
        case .message(let message): return message.businessAccountID
        case .status(let status): return status.businessAccountID
        case .unrecognized(let event): return event.businessAccountID
        default: return origin?.businessAccountID
        }
    }

    /// The business phone number that it happened to, where there is one.
    public var receivedOn: ReceivingNumber? {
        switch self {
        case .message(let message): return message.receivedOn
        case .status(let status): return status.receivedOn
        case .unrecognized(let event): return event.receivedOn
        default: return origin?.receivedOn
        }
    }

    /// Where events come from that are neither messages nor statuses and have a type.
    private var origin: EventOrigin? {
        switch self {
        case .template(let event): return event.origin
        case .account(let event): return event.origin
        case .error(let event): return event.origin
        case .call(let event): return event.origin
        case .group(let event): return event.origin
        case .preference(let event): return event.origin
        case .userID(let event): return event.origin
        case .flow(let event): return event.origin
        case .click(let event): return event.origin
        case .message, .status, .unrecognized: return nil
        }
    }
}
