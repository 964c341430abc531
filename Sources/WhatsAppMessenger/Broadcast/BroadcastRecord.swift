public import WhatsAppBusiness

/// How far a broadcast has come: what is kept so that it can go on after an interruption without sending to anyone twice.
///
/// It holds the program's ids of recipients, not the recipients.
public struct BroadcastRecord: Hashable, Sendable, Codable {
    /// What became of one recipient.
    public enum Outcome: Hashable, Sendable, Codable {
        /// The send has begun; what became of it was not noted. After an interruption it counts as uncertain.
        case begun
        /// The message was certainly not sent, and is still to be: the run ended before its turn.
        case notSent
        /// The platform has taken the message.
        case sent(MessageID)
        /// The message was refused or certainly not sent, with the platform's code where there is one.
        case failed(code: PlatformErrorCode?, reason: String)
        /// Whether the message was taken is not known; statuses with this tag tell.
        case uncertain(callbackData: String?)

        /// Whether the recipient is done with.
        public var isFinal: Bool { self != .begun && self != .notSent }
    }

    /// The outcomes by the program's id of the recipient. Who is not in it has not been sent anything.
    public private(set) var outcomes: [String: Outcome] = [:]

    /// Creates the record of a broadcast that has not begun.
    public init() {}

    /// Notes an outcome.
    public mutating func set(_ outcome: Outcome, for id: String) {
        outcomes[id] = outcome
    }

    /// What is to be sent: recipients of whom nothing is noted, and those who certainly got nothing where they are to be
    /// tried again.
    ///
    /// - Parameters:
    ///   - all: the recipients of the broadcast.
    ///   - retryingFailures: whether refused and unsent messages are tried again. What is begun or uncertain never is.
    public func remaining(of all: [BroadcastRecipient], retryingFailures: Bool = false) -> [BroadcastRecipient] {
        var seen: Set<String> = []
        return all.filter { recipient in
            guard seen.insert(recipient.id).inserted else { return false }
            switch outcomes[recipient.id] {
            case nil, .notSent: return true
            case .failed: return retryingFailures
            default: return false
            }
        }
    }

    /// How many messages were taken.
    public var sentCount: Int { outcomes.values.count { if case .sent = $0 { true } else { false } } }
    /// How many were refused or certainly not sent.
    public var failedCount: Int { outcomes.values.count { if case .failed = $0 { true } else { false } } }
    /// How many are uncertain, begun ones included.
    public var uncertainCount: Int {
        outcomes.values.count {
            switch $0 {
            case .begun, .uncertain: true
            default: false
            }
        }
    }
}

extension BroadcastRecord: CustomStringConvertible, CustomReflectable {
    /// The counts.
    public var description: String {
        "broadcast: \(sentCount) sent, \(failedCount) failed, \(uncertainCount) uncertain"
    }

    /// A mirror that shows the counts only.
    public var customMirror: Mirror { Mirror(self, children: ["counts": description]) }
}
