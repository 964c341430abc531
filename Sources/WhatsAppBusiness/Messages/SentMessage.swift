/// A message that the platform has taken. Taken is not delivered: statuses say what becomes of it.
///
/// Source: Cloud API reference §2.2.
public struct SentMessage: Hashable, Sendable {
    /// What the platform does with the message; an open set, sent for templates only.
    public struct State: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The message is on its way.
        public static let accepted = Self(rawValue: "accepted")
        /// The message waits until the template's quality has been assessed; it may still be dropped.
        public static let heldForQualityAssessment = Self(rawValue: "held_for_quality_assessment")
        /// The template is paused.
        public static let paused = Self(rawValue: "paused")
        /// The provider has put the message into a queue of its own and has no message id for it yet (Chat API reference
        /// §3, 2026).
        public static let queued = Self(rawValue: "queued")
    }

    /// The message's id; statuses refer to it. Of a message that ``isQueued`` it is a stand-in, which no status carries.
    public var id: MessageID
    /// The recipient's WhatsApp account, where the message went to a number. It can differ from the number that was
    /// dialled; the platform's webhooks use this spelling.
    public var whatsAppID: WhatsAppID?
    /// The recipient's business-scoped user id, where the message went to one.
    public var userID: BusinessScopedUserID?
    /// What the platform does with the message; ``State/accepted`` where it does not say.
    public var state: State
    /// The tag that statuses of this message carry.
    public var callbackData: String?
    /// The number of the provider's queue, where the message waits there. It is no message id, and no call reads it.
    public var jobID: String?
    /// The answer's status and header fields.
    public var response: ResponseMetadata?

    /// Creates a value.
    public init(
        id: MessageID, whatsAppID: WhatsAppID? = nil, userID: BusinessScopedUserID? = nil, state: State = .accepted,
        callbackData: String? = nil, response: ResponseMetadata? = nil
    ) {
        self.id = id
        self.whatsAppID = whatsAppID
        self.userID = userID
        self.state = state
        self.callbackData = callbackData
        self.response = response
    }

    /// A message that the provider has put into its own queue.
    ///
    /// - Parameters:
    ///   - jobID: the number of the queue.
    ///   - response: the answer.
    public static func queued(jobID: String, response: ResponseMetadata? = nil) -> Self {
        var sent = Self(id: MessageID(rawValue: "queued:" + jobID), state: .queued, response: response)
        sent.jobID = jobID
        return sent
    }

    /// Whether the message waits in the provider's own queue: it will probably be sent, and nothing that comes later names
    /// this ``id``.
    public var isQueued: Bool { state == .queued }
}

extension SentMessage: CustomStringConvertible, CustomReflectable {
    /// The state; ids are personal data.
    public var description: String { "sent message (\(state.rawValue))" }

    /// A mirror that shows the state only.
    public var customMirror: Mirror { Mirror(self, children: ["state": state.rawValue]) }
}
