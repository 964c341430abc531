extension CallEvent {
    /// What a description of a session is; an open set.
    public struct SessionType: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It asks for a session.
        public static let offer = Self(rawValue: "offer")
        /// It accepts one.
        public static let answer = Self(rawValue: "answer")
    }

    /// How an ended call went, in capital letters; an open set.
    public struct Result: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It was picked up.
        public static let completed = Self(rawValue: "COMPLETED")
        /// It was not, or broke off.
        public static let failed = Self(rawValue: "FAILED")
    }
}
