// Errors of registering a business phone number. Source: webhooks reference §5.5.

extension PlatformErrorCode {
    /// 133000: an earlier deregistration of the number was not completed.
    public static let deregistrationIncomplete: Self = 133000
    /// 133001: the backup of the number could not be decrypted.
    public static let backupDecryptionFailed: Self = 133001
    /// 133002: the backup of the number cannot be used.
    public static let backupInvalid: Self = 133002
    /// 133003: the recovery token of the number cannot be used.
    public static let recoveryTokenInvalid: Self = 133003
    /// 133004: the registration service is not available for the moment.
    public static let registrationUnavailable: Self = 133004
    /// 133005: the PIN of two-step verification is wrong.
    public static let pinMismatch: Self = 133005
    /// 133006: the number must be verified again before it is registered.
    public static let numberNeedsVerification: Self = 133006
    /// 133007: the account is blocked from registering.
    public static let registrationBlocked: Self = 133007
    /// 133008: the wrong PIN of two-step verification was entered too often.
    public static let pinGuessesExceeded: Self = 133008
    /// 133009: the PIN of two-step verification was entered again too soon.
    public static let pinGuessedTooFast: Self = 133009
    /// 133010: the business phone number is not registered with the platform.
    public static let numberNotRegistered: Self = 133010
    /// 133015: the number was deleted a short while ago, and that is still going on.
    public static let numberBeingDeleted: Self = 133015
    /// 2207051: the business phone number is not registered with the platform.
    public static let numberNotRegisteredSubcode: Self = 2_207_051
}

extension ErrorCatalogue {
    /// Errors of registering a business phone number. Source: webhooks reference §5.5.
    static let registrationErrors: [Entry] = [
        Entry(
            133000, .registration, .afterFix,
            "An earlier deregistration of the number was not completed.",
            "Deregister the number again, then register it."),
        Entry(
            133001, .registration, .afterFix,
            "The backup of the number could not be decrypted.",
            "Check the backup's password."),
        Entry(
            133002, .registration, .afterFix,
            "The backup of the number cannot be used.",
            "Make another backup."),
        Entry(
            133003, .registration, .afterFix,
            "The recovery token of the number cannot be used.",
            "Get another token."),
        Entry(
            133004, .registration, .backOff,
            "The registration service is not available for the moment.",
            "Repeat with growing waits."),
        Entry(
            133005, .registration, .afterFix,
            "The PIN of two-step verification is wrong.",
            "Use the right PIN, or reset it."),
        Entry(
            133006, .registration, .afterFix,
            "The number must be verified again before it is registered.",
            "Request and verify a code first."),
        Entry(
            133007, .registration, .never,
            "The account is blocked from registering.",
            "Appeal in the account's quality page."),
        Entry(
            133008, .registration, .wait,
            "The wrong PIN of two-step verification was entered too often.",
            "Wait as long as the details say."),
        Entry(
            133009, .registration, .wait,
            "The PIN of two-step verification was entered again too soon.",
            "Wait as long as the details say."),
        Entry(
            133010, .registration, .afterFix,
            "The business phone number is not registered with the platform.",
            "Register the number first."),
        Entry(
            133015, .registration, .wait, seconds: 300,
            "The number was deleted a short while ago, and that is still going on.",
            "Wait five minutes, then register it."),
        Entry(
            2_207_051, .registration, .afterFix,
            "The business phone number is not registered with the platform.",
            "Register the number first."),
    ]
}
