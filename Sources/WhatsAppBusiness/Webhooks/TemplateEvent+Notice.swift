extension TemplateEvent {
    /// More about a lock, a pause or its end; an open set.
    public struct Notice: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It is paused for the first time.
        public static let firstPause = Self(rawValue: "FIRST_PAUSE")
        /// It is paused for the second time; the next time it is disabled.
        public static let secondPause = Self(rawValue: "SECOND_PAUSE")
        /// It was sent too often.
        public static let rateLimitingPause = Self(rawValue: "RATE_LIMITING_PAUSE")
        /// It is no longer paused.
        public static let unpause = Self(rawValue: "UNPAUSE")
        /// It is disabled.
        public static let disabled = Self(rawValue: "DISABLED")
    }
}
