/// A number from the platform's list of error codes; an open set.
///
/// Families match whole groups of codes, known and unknown:
///
/// ```swift
/// switch error.platform?.code {
/// case .throttling?: …            // 130429, 131056, 80007, …
/// case .reEngagement?: …          // 131047
/// default: …
/// }
/// ```
///
/// Source: webhooks reference §5 ("Error codes", snapshots January and September 2026).
public struct PlatformErrorCode: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByIntegerLiteral {
    /// The number.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Wraps a number that is written in the program.
    public init(integerLiteral value: Int) {
        self.init(rawValue: value)
    }

    /// −1: the platform described an error without giving it a number.
    public static let unspecified: Self = -1
    /// 100: a parameter is unknown, misspelt or has a bad value.
    public static let invalidParameter: Self = 100
    /// 190: the access token has expired or was revoked.
    public static let accessTokenExpired: Self = 190
    /// 130429: the number sends faster than it may.
    public static let rateLimitHit: Self = 130429
    /// 131000: something went wrong on the platform's side.
    public static let somethingWentWrong: Self = 131000
    /// 131005: a permission is missing.
    public static let accessDenied: Self = 131005
    /// 131008: a required parameter is missing.
    public static let requiredParameterMissing: Self = 131008
    /// 131009: a parameter's value is not valid.
    public static let parameterNotValid: Self = 131009
    /// 131026: the message cannot be delivered to this recipient.
    public static let undeliverable: Self = 131026
    /// 131030: a test number may only write to its allow-listed recipients.
    public static let recipientNotAllowed: Self = 131030
    /// 131047: the customer service window is closed; only a template may be sent.
    public static let reEngagement: Self = 131047
    /// 131056: too many messages to the same user.
    public static let pairRateLimitHit: Self = 131056
    /// 132000: the number of template parameters differs from the template's.
    public static let templateParameterCount: Self = 132000
    /// 132001: the template does not exist in this language, or is not approved.
    public static let templateNotFound: Self = 132001
}

extension PlatformErrorCode: CustomStringConvertible {
    /// The number.
    public var description: String { String(rawValue) }
}

extension PlatformErrorCode {
    /// A group of codes that a program treats alike.
    public struct Family: Hashable, Sendable {
        private enum Kind: Hashable, Sendable {
            case authorization, throttling, integrity, parameter, recipient, template, media, server
        }

        private let kind: Kind

        /// The token, a permission or the account's access is the problem: fix the credentials.
        public static let authorization = Self(kind: .authorization)
        /// Too many requests of some kind: wait, then repeat.
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
        /// The platform has a fault; whether a message was taken is not certain.
        public static let server = Self(kind: .server)

        /// Whether a code belongs to this family.
        public func contains(_ code: PlatformErrorCode) -> Bool {
            let number = code.rawValue
            switch kind {
            case .authorization:
                return [0, 3, 10, 102, 104, 190, 131005].contains(number) || (200...299).contains(number)
            case .throttling:
                return [4, 17, 341, 613, 130429, 131048, 131056, 131064, 131208, 133016].contains(number)
                    || (80000...80014).contains(number)
            case .integrity:
                return [368, 130497, 131031].contains(number)
            case .parameter:
                return [33, 100, 506, 803, 131001, 131002, 131006, 131008, 131009, 131051, 131055, 135000]
                    .contains(number)
            case .recipient:
                return [
                    130403, 130470, 130472, 131021, 131026, 131030, 131036, 131043, 131047, 131049, 131050, 131062,
                    137000,
                ].contains(number)
            case .template:
                return (132000...132099).contains(number) || (2_388_000...2_388_999).contains(number)
            case .media:
                return [131052, 131053].contains(number)
            case .server:
                return [1, 2, 131000, 131016, 131027, 131057, 133004].contains(number)
            }
        }
    }

    /// Lets a family stand as a pattern.
    public static func ~= (family: Family, code: PlatformErrorCode) -> Bool {
        family.contains(code)
    }
}
