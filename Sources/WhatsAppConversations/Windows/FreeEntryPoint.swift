#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The free entry point of a conversation at an instant: 72 hours without charges after an answered ad or Page click.
///
/// It is a fact about the price, not a permission: messages that are no templates still need an open customer service
/// window. The click's device is not in the webhook, so that the state goes from pending over presumed to confirmed
/// or denied, which the pricing of a status decides (pricing reference §1.5, §1.10, November 2026).
public struct FreeEntryPoint: Hashable, Sendable {
    /// How far a free entry point has come; the set grows.
    public struct Standing: Hashable, Sendable {
        private enum Value { case none, pending, presumed, confirmed, denied, ended }
        private let value: Value

        /// There was no click that is still of use.
        public static let none = Self(value: .none)
        /// A click waits for an answer: a message delivered within 24 hours of it opens the free entry point.
        public static let pending = Self(value: .pending)
        /// The click was answered in time; no status has confirmed it yet.
        public static let presumed = Self(value: .presumed)
        /// A status reported `free_entry_point`.
        public static let confirmed = Self(value: .confirmed)
        /// A status reported a charge inside the presumed 72 hours.
        public static let denied = Self(value: .denied)
        /// The 72 hours are over.
        public static let ended = Self(value: .ended)
    }

    /// How far it has come.
    public let standing: Standing
    /// When it opened: the first answer to the click.
    public let opensAt: Date?
    /// When it closes or closed, or, while pending, until when an answer opens it. Exclusive.
    public let closesAt: Date?

    /// Whether messages are free now: presumed or confirmed.
    public var isOpen: Bool { standing == .presumed || standing == .confirmed }

    init(_ standing: Standing, opensAt: Instant? = nil, closesAt: Instant? = nil) {
        self.standing = standing
        self.opensAt = opensAt?.date
        self.closesAt = closesAt?.date
    }
}
