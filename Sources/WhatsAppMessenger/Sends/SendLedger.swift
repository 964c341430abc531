public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What became of sends whose outcome was unknown: matched by the tag that statuses echo.
///
/// After a timeout or a 5xx nobody knows whether a message was taken. Every message carries a tag
/// (`biz_opaque_callback_data`), and statuses of the message carry it back: the first one tells.
///
/// ```swift
/// var ledger = SendLedger()
/// ledger.record(error, to: customer, at: now)          // a WhatsAppError with outcome .unknown
/// if let entry = ledger.apply(status) { … }            // it had arrived: entry.resolution
/// for entry in ledger.giveUp(before: anHourAgo) { … }  // no status ever came: it can be sent again
/// ```
///
/// A value, `Codable`, so that it can be kept beside the messages. It never decides by itself that a message was not taken:
/// a phone that is off delays `delivered`, but `sent` comes within seconds as a rule; how long to wait is the program's
/// choice.
public struct SendLedger: Hashable, Sendable, Codable {
    /// A send whose outcome was unknown.
    public struct Entry: Hashable, Sendable, Codable {
        /// What is known by now.
        public enum Resolution: Hashable, Sendable, Codable {
            /// Nothing has been heard.
            case open
            /// The platform had taken it, under this id.
            case taken(MessageID)
            /// The platform had taken it, and it failed: with the codes of the errors.
            case failed(MessageID, [PlatformErrorCode])
        }

        /// The tag of the message.
        public var callbackData: String
        /// When it was sent.
        public var sentAt: Date
        /// What is known by now.
        public var resolution: Resolution
        /// The program's own name for the message, such as a row of its database.
        public var reference: String?
    }

    private var entries: [String: Entry] = [:]

    /// Creates an empty ledger.
    public init() {}

    /// How many sends it holds.
    public var count: Int { entries.count }

    /// The sends of which nothing has been heard, the oldest first.
    public var open: [Entry] {
        entries.values.filter { $0.resolution == .open }
            .sorted { ($0.sentAt, $0.callbackData) < ($1.sentAt, $1.callbackData) }
    }

    /// The send with a tag.
    public subscript(callbackData: String) -> Entry? { entries[callbackData] }

    /// Notes a send whose outcome is unknown.
    ///
    /// - Parameters:
    ///   - error: why it is unknown.
    ///   - date: when the message was sent.
    ///   - reference: the program's own name for the message.
    /// - Returns: whether there was something to note: the outcome is unknown, and the message had a tag.
    @discardableResult
    public mutating func record(_ error: WhatsAppError, at date: Date, reference: String? = nil) -> Bool {
        guard error.outcome == .unknown, let tag = error.callbackData, !tag.isEmpty else { return false }
        guard entries[tag] == nil else { return true }
        entries[tag] = Entry(callbackData: tag, sentAt: date, resolution: .open, reference: reference)
        return true
    }

    /// Takes a status into account.
    ///
    /// - Parameter status: any status.
    /// - Returns: the send that it tells about, where it tells something new.
    public mutating func apply(_ status: MessageStatus) -> Entry? {
        guard let tag = status.callbackData, var entry = entries[tag] else { return nil }
        let resolution: Entry.Resolution
        switch entry.resolution {
        case .failed: return nil
        case .open where status.state == .failed, .taken where status.state == .failed:
            resolution = .failed(status.id, status.errors.map(\.code))
        case .open: resolution = .taken(status.id)
        case .taken: return nil
        }
        entry.resolution = resolution
        entries[tag] = entry
        return entry
    }

    /// Takes out the sends of which nothing has been heard since an instant: they can be sent again.
    ///
    /// - Parameter instant: sends after it are kept.
    /// - Returns: what was taken out, the oldest first.
    public mutating func giveUp(before instant: Date) -> [Entry] {
        let late = open.filter { $0.sentAt < instant }
        for entry in late { entries[entry.callbackData] = nil }
        return late
    }

    /// Forgets the sends that were resolved and are older than an instant.
    public mutating func forgetResolved(before instant: Date) {
        entries = entries.filter { $0.value.resolution == .open || $0.value.sentAt >= instant }
    }
}

extension SendLedger: CustomStringConvertible, CustomReflectable {
    /// How many sends it holds.
    public var description: String { "ledger of \(count) uncertain sends" }

    /// A mirror that shows the number only.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}

extension SendLedger.Entry: CustomStringConvertible, CustomReflectable {
    /// What is known by now; neither tag nor reference.
    public var description: String {
        switch resolution {
        case .open: return "uncertain send"
        case .taken: return "send that was taken"
        case .failed(_, let codes): return "send that failed with \(codes.map(\.rawValue))"
        }
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["state": description]) }
}
