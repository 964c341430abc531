#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What has to be remembered about the messages between one business number and one customer, to know what may be
/// sent and what it costs.
///
/// A pure value of fixed size: no clock, no I/O. Each ``apply(_:)`` takes constant time.
///
/// ```swift
/// var conversation = Conversation()
/// conversation.apply(.customerMessage(at: t0))
/// conversation.window(at: t1)          // .open(until: t0 + 24 h)
/// conversation.permission(at: t2)      // .templatesOnly(because: .closedSince(t0 + 24 h))
/// ```
///
/// The customer service window lasts 24 hours from the **latest** message or call of the customer, as the half-open
/// interval from the event's own timestamp (pricing reference §1.1, November 2026; the exact second is not published).
/// Nothing that the business does opens or extends it. It belongs to a pair of business number and customer: keep one
/// value per pair, or a ``ConversationStore``. Events may be applied late, twice and in any order: the window is exact
/// always, the free entry point as long as no more than five clicks and twelve messages of the business arrive in disorder.
public struct Conversation: Hashable, Sendable {
    /// Seconds that the window stays open after the latest message or call of the customer.
    public static let windowDuration: TimeInterval = 86_400

    /// How open questions about free entry points are answered.
    public var policy: FreeEntryPointPolicy
    var latest = Instant.none
    var open = OpenConversations()
    var tracker = EntryPointTracker()

    /// Creates a conversation in which nothing has happened.
    public init(policy: FreeEntryPointPolicy = .standard) {
        self.policy = policy
    }

    /// Takes an event into account. An event without a finite timestamp is ignored.
    public mutating func apply(_ event: ConversationEvent) {
        let instant = Instant(event.date)
        guard instant.isSome else { return }
        if event.opensWindow {
            latest = max(latest, instant)
            if let entryPoint = event.entryPoint, entryPoint.mayQualify(policy) {
                tracker.click(at: instant, policy: policy)
            }
        } else if let status = event.status, status.counts {
            tracker.answer(at: instant)
            // What a quote foretold of a delivery, which it knows better than a report.
            if case .opens(let kind) = event.conversation { open.open(kind, at: instant) }
            let signal = event.signal
            if event.conversation == nil, let kind = signal.kind {
                // The end that comes with `sent` tells the beginning; else the first message that was delivered is it.
                if signal.expiresAt.isSome {
                    open.open(kind, at: signal.expiresAt + -BillingConversation.duration)
                } else if status != .sent {
                    open.join(kind, at: instant)
                }
            }
            if signal.confirms {
                tracker.confirm(at: instant, end: signal.expiresAt, policy: policy)
            } else if signal.denies {
                tracker.deny(at: instant)
            }
        }
    }

    /// The customer's latest message or call.
    public var latestCustomerEvent: Date? { latest.date }

    /// When the window closes or closed: 24 hours after the customer's latest message or call. Exclusive.
    public var closesAt: Date? { (latest + Self.windowDuration).date }

    /// The customer service window at an instant.
    public func window(at instant: Date) -> Window {
        guard let opened = latest.date, let closes = closesAt else { return .closed(.neverOpened) }
        if instant < opened { return .closed(.opensLater(opened)) }
        return instant < closes ? .open(until: closes) : .closed(.closedSince(closes))
    }

    /// What may be sent at an instant: anything in an open window, else templates only.
    public func permission(at instant: Date) -> Permission {
        switch window(at: instant) {
        case .open: .anything
        case .closed(let reason): .templatesOnly(because: reason)
        }
    }

    /// The free entry point at an instant: whether messages are free of charge, not whether they may be sent.
    public func freeEntryPoint(at instant: Date) -> FreeEntryPoint {
        tracker.state(at: Instant(instant), policy: policy)
    }
}
