extension TemplateEvent {
    /// How customers like a template; an open set.
    public struct Quality: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Well.
        public static let green = Self(rawValue: "GREEN")
        /// Not so well.
        public static let yellow = Self(rawValue: "YELLOW")
        /// Badly: it may be paused.
        public static let red = Self(rawValue: "RED")
        /// It is still to be seen.
        public static let unknown = Self(rawValue: "UNKNOWN")
    }

    /// The category of a template, in capital letters; an open set.
    public struct Category: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Offers, news, and whatever is neither of the others.
        public static let marketing = Self(rawValue: "MARKETING")
        /// About an order, an account or a request of the customer.
        public static let utility = Self(rawValue: "UTILITY")
        /// One-time codes.
        public static let authentication = Self(rawValue: "AUTHENTICATION")
    }

    /// Why a template stands as it does; an open set.
    public struct Reason: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// There is no reason.
        public static let none = Self(rawValue: "NONE")
        /// It is abusive.
        public static let abusiveContent = Self(rawValue: "ABUSIVE_CONTENT")
        /// Its category is not available. Of older deliveries.
        public static let categoryNotAvailable = Self(rawValue: "CATEGORY_NOT_AVAILABLE")
        /// It is of another category.
        public static let incorrectCategory = Self(rawValue: "INCORRECT_CATEGORY")
        /// It is spelled in a way that is not accepted; see ``StatusChange/rejectionReason``.
        public static let invalidFormat = Self(rawValue: "INVALID_FORMAT")
        /// It advertises.
        public static let promotional = Self(rawValue: "PROMOTIONAL")
        /// It deceives.
        public static let scam = Self(rawValue: "SCAM")
        /// Its language or category does not fit its content.
        public static let tagContentMismatch = Self(rawValue: "TAG_CONTENT_MISMATCH")
    }

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
