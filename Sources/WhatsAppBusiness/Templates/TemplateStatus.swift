/// How a template stands; an open set.
///
/// Source: Cloud API reference §4.8, webhooks reference §2.4 (November 2025).
public struct TemplateStatus: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The word as the key of a JSON object.
    public var codingKey: any CodingKey { AnyCodingKey(rawValue) }

    /// Reads the word from the key of a JSON object.
    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(rawValue: codingKey.stringValue)
    }

    /// It may be sent.
    public static let approved = Self(rawValue: "APPROVED")
    /// It is in review.
    public static let pending = Self(rawValue: "PENDING")
    /// It was rejected.
    public static let rejected = Self(rawValue: "REJECTED")
    /// It is paused for its quality.
    public static let paused = Self(rawValue: "PAUSED")
    /// It is disabled for good.
    public static let disabled = Self(rawValue: "DISABLED")
    /// A decision is appealed.
    public static let inAppeal = Self(rawValue: "IN_APPEAL")
    /// It will be deleted.
    public static let pendingDeletion = Self(rawValue: "PENDING_DELETION")
    /// It is deleted.
    public static let deleted = Self(rawValue: "DELETED")
    /// The account has too many templates.
    public static let limitExceeded = Self(rawValue: "LIMIT_EXCEEDED")
    /// It is archived, and deleted after 28 days.
    public static let archived = Self(rawValue: "ARCHIVED")
    /// It is no longer archived.
    public static let unarchived = Self(rawValue: "UNARCHIVED")
    /// It is about to be disabled.
    public static let flagged = Self(rawValue: "FLAGGED")
    /// It may be sent again.
    public static let reinstated = Self(rawValue: "REINSTATED")
    /// It cannot be edited.
    public static let locked = Self(rawValue: "LOCKED")
}
