extension PlatformErrorCode {
    /// A group of codes that a program treats alike; may grow.
    ///
    /// A family stands as a pattern for a ``PlatformErrorCode`` and for a ``PlatformError``, and can be compared:
    ///
    /// ```swift
    /// do {
    ///     try await cloud.send(message, to: customer)
    /// } catch where error.family == .template {
    ///     …
    /// } catch {
    ///     switch error.platform {
    ///     case .throttling?: …
    ///     case .recipient?: …
    ///     default: …
    ///     }
    /// }
    /// ```
    ///
    /// Source: webhooks reference §5.2–§5.9; the grouping is this library's own.
    public struct Family: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable, CaseIterable {
            case authorization, throttling, integrity, parameter, recipient, template, media, registration, flow,
                calling
            case groups, blocking, username, migration, signup, sync, marketing, payment, unsupported, server, unknown
        }

        private let kind: Kind

        /// The token, a permission or the account's access is the problem: fix the credentials.
        public static let authorization = Self(kind: .authorization)
        /// Too many requests of some kind: wait, then repeat. As a pattern it also matches the limits of other families,
        /// such as 131208 (groups) and 138005 (calls).
        public static let throttling = Self(kind: .throttling)
        /// The account or number is restricted or locked.
        public static let integrity = Self(kind: .integrity)
        /// The request is wrong: change it.
        public static let parameter = Self(kind: .parameter)
        /// This recipient cannot or may not be reached this way.
        public static let recipient = Self(kind: .recipient)
        /// The template or its parameters are the problem.
        public static let template = Self(kind: .template)
        /// A media object could not be fetched or stored.
        public static let media = Self(kind: .media)
        /// Registering or verifying a business phone number failed.
        public static let registration = Self(kind: .registration)
        /// A flow is the problem.
        public static let flow = Self(kind: .flow)
        /// A call, or the permission to call, is the problem.
        public static let calling = Self(kind: .calling)
        /// A group or its participants are the problem.
        public static let groups = Self(kind: .groups)
        /// The block list could not be changed.
        public static let blocking = Self(kind: .blocking)
        /// A user name of the business cannot be had.
        public static let username = Self(kind: .username)
        /// A number or account cannot be moved.
        public static let migration = Self(kind: .migration)
        /// A sign-up inside of the app is the problem.
        public static let signup = Self(kind: .signup)
        /// Chats of the business app could not be synchronised.
        public static let sync = Self(kind: .sync)
        /// The Marketing Messages API refuses.
        public static let marketing = Self(kind: .marketing)
        /// The payment settings of the account are the problem.
        public static let payment = Self(kind: .payment)
        /// The kind of message is not supported.
        public static let unsupported = Self(kind: .unsupported)
        /// The platform has a fault; whether a message was taken is not certain.
        public static let server = Self(kind: .server)
        /// The number is not documented, and says nothing by its range.
        public static let unknown = Self(kind: .unknown)

        /// Every family.
        public static let all: [Family] = Kind.allCases.map { Self(kind: $0) }

        /// The family's name, such as `throttling`.
        public var description: String { kind.rawValue }

        /// Whether a code belongs to this family; for ``throttling`` also whether it is a limit of another family.
        public func contains(_ code: PlatformErrorCode) -> Bool {
            if let entry = ErrorCatalogue.entry(code.rawValue) {
                return entry.family == self || entry.isRateLimit && self == .throttling
            }
            return Self(ofRange: code.rawValue) == self
        }
    }

    /// Lets a family stand as a pattern.
    public static func ~= (family: Family, code: PlatformErrorCode) -> Bool {
        family.contains(code)
    }
}

extension PlatformErrorCode.Family {
    /// The family of a number that is not documented, by its range (webhooks reference §5.9).
    init(ofRange number: Int) {
        switch number {
        case 200...299: self = .authorization
        case 80_000...80_014: self = .throttling
        case 131_201...131_299: self = .groups
        case 130_000...131_999: self = .recipient
        case 132_000...132_999: self = .template
        case 133_000...133_999, 136_000...136_999: self = .registration
        case 134_000...134_999: self = .marketing
        case 138_000...138_999: self = .calling
        case 139_000...139_099: self = .flow
        case 139_100...139_199: self = .blocking
        case 147_000...147_999: self = .username
        case 2_388_000...2_388_999: self = .template
        case 2_494_000...2_494_999: self = .server
        case 2_593_000...2_593_999: self = .sync
        default: self = .unknown
        }
    }

    /// What can be said of a number that is not documented.
    var meaningOfUnknownCode: String {
        self == .unknown
            ? "This number is not documented."
            : "This number is not documented; its range belongs to errors of the family \(self)."
    }

    /// What can be advised about a number that is not documented.
    var adviceOfUnknownCode: RetryAdvice {
        switch self {
        case .throttling, .server: return RetryAdvice(action: .backOff, sentence: "Repeat with growing waits.")
        case .recipient, .groups, .sync, .unknown:
            return RetryAdvice(action: .never, sentence: "Look at the details, and do not repeat it unchanged.")
        default: return RetryAdvice(action: .afterFix, sentence: "Look at the details, and correct what they name.")
        }
    }
}
