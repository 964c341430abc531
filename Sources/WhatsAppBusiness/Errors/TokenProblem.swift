/// What exactly is wrong with an access token; an open set.
///
/// ```swift
/// switch error.platform?.tokenProblem {
/// case .passwordChanged?, .loggedOut?: askToLogInAgain()
/// case .permissionMissing?: askForPermission()
/// case let problem?: renewToken(problem)
/// case nil: break
/// }
/// ```
///
/// Source: webhooks reference §5.2, subcodes of 190 and 102. Officially subcodes are no longer sent since Graph v16; without
/// one an error of 190 is ``invalid``.
public struct TokenProblem: RawRepresentable, Hashable, Sendable, Codable {
    /// The name of the problem.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The token has expired, was revoked or is not one; which of these is not said (190, 102 or 0).
    public static let invalid = Self(rawValue: "invalid")
    /// The call came without a token (104).
    public static let missing = Self(rawValue: "missing")
    /// A permission was never granted or was taken back (3, 10, 200–299, 131005).
    public static let permissionMissing = Self(rawValue: "permissionMissing")
    /// The person has not installed the app, or has removed it (subcode 458).
    public static let appNotInstalled = Self(rawValue: "appNotInstalled")
    /// The person must first log in at the platform's site and clear something up there (subcode 459).
    public static let userCheckpointed = Self(rawValue: "userCheckpointed")
    /// The person's password has changed since the token was made (subcode 460).
    public static let passwordChanged = Self(rawValue: "passwordChanged")
    /// The token's time is over (subcode 463).
    public static let expired = Self(rawValue: "expired")
    /// The person's account is not confirmed (subcode 464; unconfirmed).
    public static let userUnconfirmed = Self(rawValue: "userUnconfirmed")
    /// The token was made invalid: the person logged out, or it was revoked (subcode 467; unconfirmed).
    public static let loggedOut = Self(rawValue: "loggedOut")
    /// The session behind the token is not valid (subcode 492; unconfirmed).
    public static let sessionInvalid = Self(rawValue: "sessionInvalid")
}

extension TokenProblem {
    /// What a code and its subcode say about the token; `nil` where they are about something else.
    init?(code: Int, subcode: Int?) {
        switch code {
        case 104: self = .missing
        case 3, 10, 200...299, 131005: self = .permissionMissing
        case 0, 102, 190:
            switch subcode {
            case 458?: self = .appNotInstalled
            case 459?: self = .userCheckpointed
            case 460?: self = .passwordChanged
            case 463?: self = .expired
            case 464?: self = .userUnconfirmed
            case 467?: self = .loggedOut
            case 492?: self = .sessionInvalid
            default: self = .invalid
            }
        default: return nil
        }
    }

    /// Meaning and advice where they say more than those of the code.
    var refinement: (meaning: String, sentence: String)? {
        let again = "Let the person log in again and get a new access token."
        switch self {
        case .appNotInstalled:
            return ("The person behind the access token has removed the app or never installed it.", again)
        case .userCheckpointed:
            return (
                "The person behind the access token must first log in at the platform's site and clear something up.",
                "Let the person do that, then get a new access token."
            )
        case .passwordChanged:
            return ("The password of the person behind the access token has changed since it was made.", again)
        case .expired:
            return (
                "The access token has expired.",
                "Get a new access token; a system user's token does not expire."
            )
        case .userUnconfirmed:
            return (
                "The account of the person behind the access token is not confirmed.",
                "Let the person confirm it at the platform's site, then get a new access token."
            )
        case .loggedOut:
            return ("The access token is no longer valid: the person logged out, or it was revoked.", again)
        case .sessionInvalid: return ("The session behind the access token is not valid.", again)
        default: return nil
        }
    }
}
