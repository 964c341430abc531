public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How far one message has come to one recipient, whatever the order in which its statuses arrive.
///
/// `sent` < `delivered` < `read` < `played`; `failed` is terminal; a later state implies the earlier ones. A state never
/// goes back: `sent` that arrives after `read` adds only its time. Webhooks reference §1.5, §4.2.
///
/// ```swift
/// var progress = MessageProgress()
/// switch progress.apply(status) {
/// case .advanced: show(progress.state)
/// default: break
/// }
/// ```
public struct MessageProgress: Hashable, Sendable, Codable {
    /// What a status changes.
    public enum Change: Hashable, Sendable {
        /// The message has come further; `from` is what was known before.
        case advanced(from: DeliveryState?)
        /// An earlier state, or any after a failure: its time is new, the state stays.
        case late
        /// The state was known already.
        case repeated
        /// A state without a place in the order, such as `deleted`, `warning` or one that is unknown, or a status about
        /// something else than a message.
        case unranked
    }

    /// The furthest state; `nil` before the first status.
    public private(set) var state: DeliveryState?
    /// When each state was reported to be reached. States that are only implied have no time.
    public private(set) var times: [DeliveryState: Date]

    /// Creates the progress of a message of which nothing is known.
    public init() {
        times = [:]
    }

    /// Takes a status.
    ///
    /// - Parameter status: a status of this message to this recipient.
    /// - Returns: what it changes.
    @discardableResult
    public mutating func apply(_ status: MessageStatus) -> Change {
        guard status.kind == .message else { return .unranked }
        return apply(status.state, at: status.timestamp)
    }

    /// Takes a state.
    ///
    /// - Parameters:
    ///   - new: the state.
    ///   - time: when it was reached, by the platform's clock.
    /// - Returns: what it changes.
    @discardableResult
    public mutating func apply(_ new: DeliveryState, at time: Date) -> Change {
        guard let rank = new.rank else { return .unranked }
        guard times[new] == nil else { return .repeated }
        times[new] = time
        guard let state, let known = state.rank else {
            defer { self.state = new }
            return .advanced(from: state)
        }
        guard rank > known else { return .late }
        self.state = new
        return .advanced(from: state)
    }

    /// Whether the message came at least so far: reported, or implied by a later state. A failure implies nothing.
    public func hasReached(_ goal: DeliveryState) -> Bool {
        guard let rank = goal.rank else { return false }
        return times.keys.contains { $0 == goal || ($0 != .failed && goal != .failed && ($0.rank ?? 0) > rank) }
    }
}

extension DeliveryState {
    /// The place in the order of states; `nil` for states that have none.
    fileprivate var rank: Int? {
        switch self {
        case .sent: return 1
        case .delivered: return 2
        case .read: return 3
        case .played: return 4
        case .failed: return 5
        default: return nil
        }
    }
}
