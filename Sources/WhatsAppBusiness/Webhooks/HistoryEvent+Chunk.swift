extension HistoryEvent {
    /// A part of the chats of a number: an element of `history[]` (webhooks reference §2.11).
    ///
    /// Chunks can arrive out of order and in several phases: ``order`` counts within all of them. A message that is
    /// broken is missing here and is a ``DeliveryProblem`` with its place; its siblings are here.
    public struct Chunk: Hashable, Sendable {
        /// How old the messages of a chunk are; an open set.
        public struct Phase: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's number.
            public let rawValue: Int

            /// Wraps the platform's number.
            public init(rawValue: Int) {
                self.rawValue = rawValue
            }

            /// Less than a day.
            public static let firstDay = Self(rawValue: 0)
            /// One day to 90 days.
            public static let firstQuarter = Self(rawValue: 1)
            /// 90 to 180 days.
            public static let secondQuarter = Self(rawValue: 2)
        }

        /// How old the messages are.
        public var phase: Phase?
        /// The place of the chunk among all chunks.
        public var order: Int?
        /// How much of all chats has been sent, in percent; 100 with the last chunk.
        public var progress: Int?
        /// The chats. Those of groups are not shared.
        public var threads: [Thread]
        /// Why there are no chats.
        public var errors: [PlatformError]
        /// Where the event comes from, and its bytes.
        public var origin: EventOrigin

        /// Creates a chunk.
        public init(
            phase: Phase? = nil, order: Int? = nil, progress: Int? = nil, threads: [Thread] = [],
            errors: [PlatformError] = [], origin: EventOrigin
        ) {
            self.phase = phase
            self.order = order
            self.progress = progress
            self.threads = threads
            self.errors = errors
            self.origin = origin
        }

        /// Whether the business shares no chats: code 2593109 (webhooks reference §2.11).
        public var isDeclined: Bool { errors.contains { $0.code.rawValue == 2_593_109 } }
    }

    /// The chat with one customer.
    public struct Thread: Hashable, Sendable {
        /// The customer's phone number, where it is not hidden.
        public var number: PhoneNumber?
        /// Who the customer is, from the thread and from the delivery's contacts.
        public var contact: WebhookContact?
        /// The messages in both directions, as they were sent.
        public var messages: [Message]

        /// Creates a thread.
        public init(number: PhoneNumber? = nil, contact: WebhookContact? = nil, messages: [Message] = []) {
            self.number = number
            self.contact = contact
            self.messages = messages
        }
    }
}

extension HistoryEvent.Chunk: CustomStringConvertible, CustomReflectable {
    /// The phase, the order and how much there is; nothing personal.
    public var description: String {
        if isDeclined { return "history, declined" }
        let count = threads.reduce(0) { $0 + $1.messages.count }
        return "history, phase \(phase.map { "\($0.rawValue)" } ?? "?"), chunk \(order.map { "\($0)" } ?? "?"): "
            + "\(threads.count) threads with \(count) messages"
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension HistoryEvent.Thread: CustomStringConvertible, CustomReflectable {
    /// How many messages there are; nobody's identity.
    public var description: String { "thread of \(messages.count) messages" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
