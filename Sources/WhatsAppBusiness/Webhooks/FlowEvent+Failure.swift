extension FlowEvent {
    /// What happened to a flow; an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Its state changed.
        public static let statusChange = Self(rawValue: "FLOW_STATUS_CHANGE")
        /// Its screens fail on devices.
        public static let clientErrorRate = Self(rawValue: "CLIENT_ERROR_RATE")
        /// Its endpoint fails.
        public static let endpointErrorRate = Self(rawValue: "ENDPOINT_ERROR_RATE")
        /// Its endpoint is slow.
        public static let endpointLatency = Self(rawValue: "ENDPOINT_LATENCY")
        /// Its endpoint cannot be reached.
        public static let endpointAvailability = Self(rawValue: "ENDPOINT_AVAILABILITY")
    }

    /// How a flow stands; an open set.
    public struct Status: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It is not published.
        public static let draft = Self(rawValue: "DRAFT")
        /// It may be sent.
        public static let published = Self(rawValue: "PUBLISHED")
        /// It is no longer to be sent.
        public static let deprecated = Self(rawValue: "DEPRECATED")
        /// The platform forbids it.
        public static let blocked = Self(rawValue: "BLOCKED")
        /// The platform sends it less often.
        public static let throttled = Self(rawValue: "THROTTLED")
    }

    /// Whether an alert stands; an open set.
    public struct AlertState: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It stands.
        public static let activated = Self(rawValue: "ACTIVATED")
        /// It is over.
        public static let deactivated = Self(rawValue: "DEACTIVATED")
    }

    /// What goes wrong, and how often.
    public struct Failure: Hashable, Sendable {
        /// What goes wrong in a flow; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The endpoint does not answer in time.
            public static let timeout = Self(rawValue: "TIMEOUT")
            /// The endpoint names a screen that may not follow.
            public static let invalidTransition = Self(rawValue: "INVALID_SCREEN_TRANSITION")
        }

        /// What goes wrong.
        public var kind: Kind?
        /// Its share of the requests.
        public var rate: Double?
        /// How often it happened.
        public var count: Int?

        /// Creates the value.
        public init(kind: Kind? = nil, rate: Double? = nil, count: Int? = nil) {
            self.kind = kind
            self.rate = rate
            self.count = count
        }

        init(_ node: JSONNode) {
            self.init(
                kind: node.read("error_type"), rate: node.member("error_rate")?.double,
                count: node.member("error_count")?.integer)
        }
    }
}
