/// Why customers block a business after a template's message; an open set.
///
/// Source: Cloud API reference §4.10 ("Template comparison", December 2025).
public struct BlockReason: RawRepresentable, Hashable, Sendable, Codable {
    /// The platform's word.
    public let rawValue: String

    /// Wraps the platform's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// They are no longer needed.
    public static let noLongerNeeded = Self(rawValue: "NO_LONGER_NEEDED")
    /// There is no reason.
    public static let noReason = Self(rawValue: "NO_REASON")
    /// No reason was given.
    public static let noReasonGiven = Self(rawValue: "NO_REASON_GIVEN")
    /// The customer did not sign up.
    public static let noSignUp = Self(rawValue: "NO_SIGN_UP")
    /// They are offensive.
    public static let offensiveMessages = Self(rawValue: "OFFENSIVE_MESSAGES")
    /// Another reason.
    public static let other = Self(rawValue: "OTHER")
    /// The customer asked for no code.
    public static let codeNotRequested = Self(rawValue: "OTP_DID_NOT_REQUEST")
    /// They are unwanted.
    public static let spam = Self(rawValue: "SPAM")
    /// The reason is not known.
    public static let unknown = Self(rawValue: "UNKNOWN_BLOCK_REASON")
}
