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
    }

    /// The message's id; statuses refer to it.
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
}

extension SentMessage: CustomStringConvertible, CustomReflectable {
    /// The state; ids are personal data.
    public var description: String { "sent message (\(state.rawValue))" }

    /// A mirror that shows the state only.
    public var customMirror: Mirror { Mirror(self, children: ["state": state.rawValue]) }
}
