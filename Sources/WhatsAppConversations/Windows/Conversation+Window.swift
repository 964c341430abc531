#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Conversation {
    /// The customer service window at an instant.
    public enum Window: Hashable, Sendable {
        /// Any message may be sent, until an instant that is not part of the window.
        case open(until: Date)
        /// Only templates may be sent.
        case closed(Closure)

        /// Whether any message may be sent.
        public var isOpen: Bool {
            switch self {
            case .open: true
            case .closed: false
            }
        }
    }

    /// Why a window is closed.
    @nonexhaustive
    public enum Closure: Hashable, Sendable {
        /// The customer has never written or called.
        case neverOpened
        /// 24 hours have passed since the customer's latest message or call; the instant is the first that is closed.
        case closedSince(Date)
        /// The instant asked about lies before the customer's latest message or call, which opens the window then. What
        /// the window was before that is not kept.
        case opensLater(Date)
    }

    /// What may be sent (pricing reference §1.1, November 2026).
    public enum Permission: Hashable, Sendable {
        /// Every kind of message.
        case anything
        /// Templates; every other message fails with error 131047.
        case templatesOnly(because: Closure)
    }
}

extension Conversation.Closure: CustomStringConvertible {
    /// The reason in a few words.
    public var description: String {
        switch self {
        case .neverOpened: "the customer has never written or called"
        case .closedSince: "the customer's latest message or call is 24 hours old or older"
        case .opensLater: "the customer's latest message or call comes later"
        }
    }
}
