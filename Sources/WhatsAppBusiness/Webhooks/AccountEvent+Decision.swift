extension AccountEvent {
    /// What the platform decided about a name or an account; an open set.
    public struct Decision: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Yes.
        public static let approved = Self(rawValue: "APPROVED")
        /// No.
        public static let rejected = Self(rawValue: "REJECTED")
        /// It is still to be decided.
        public static let pending = Self(rawValue: "PENDING")
        /// It was put off.
        public static let deferred = Self(rawValue: "DEFERRED")
    }
}
