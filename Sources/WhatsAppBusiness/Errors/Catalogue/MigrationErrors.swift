// Errors of moving numbers, of sign-up and of synchronising the app's chats. Source: webhooks reference §5.5.

extension PlatformErrorCode {
    /// 2388001: the number cannot move: it is not confirmed that it is yours, or its two-step verification is still on.
    public static let migrationNotConfirmed: Self = 2_388_001
    /// 2388012: the number is in this account already.
    public static let numberAlreadyAdded: Self = 2_388_012
    /// 2388091: no verification code can be requested for this number, since it is not being moved.
    public static let codeRequestNotEligible: Self = 2_388_091
    /// 2388093: no verification code can be checked for this number, since it is not being moved.
    public static let codeVerificationNotEligible: Self = 2_388_093
    /// 2388103: the number cannot move: webhooks, approved name, payment account, approved account or the same business
    /// are missing.
    public static let migrationNotPossible: Self = 2_388_103
    /// 2494100: the number is in maintenance for the moment.
    public static let numberInMaintenance: Self = 2_494_100
    /// 2494164: the sign-up of the app does not exist.
    public static let signUpNotFound: Self = 2_494_164
    /// 2494165: the sign-ups of the app are not enabled for this account.
    public static let signUpNotEnabled: Self = 2_494_165
    /// 2494166: the text of the sign-up has an unknown placeholder.
    public static let signUpPlaceholderUnknown: Self = 2_494_166
    /// 2494167: the text of the sign-up has a placeholder for a promotion code, and there is no code.
    public static let signUpPromoCodeMissing: Self = 2_494_167
    /// 2494168: the terms of sign-ups are not accepted.
    public static let signUpTermsNotAccepted: Self = 2_494_168
    /// 2494176: the terms of sign-ups were accepted before, and the request accepts them again.
    public static let signUpTermsAlreadyAccepted: Self = 2_494_176
    /// 2494177: the address of the terms is not allowed here.
    public static let signUpTermsAddressNotAllowed: Self = 2_494_177
    /// 2494179: the website of the sign-up does not begin with https.
    public static let signUpWebsiteNotHTTPS: Self = 2_494_179
    /// 2593079: the account is already marked for another partner solution.
    public static let solutionAlreadyAssigned: Self = 2_593_079
    /// 2593085: the account cannot be moved between partners this way.
    public static let mobilityNotEligible: Self = 2_593_085
    /// 2593107: contacts and history can each be synchronised once, which was done.
    public static let syncLimitExceeded: Self = 2_593_107
    /// 2593108: synchronising must begin within 24 hours of the onboarding, which have passed.
    public static let syncWindowClosed: Self = 2_593_108
    /// 2593109: the business declined to share the history of its chats.
    public static let historySharingDeclined: Self = 2_593_109
}

extension ErrorCatalogue {
    /// Errors of moving numbers, of sign-up and of synchronising the app's chats. Source: webhooks reference §5.5.
    static let migrationErrors: [Entry] = [
        Entry(
            2_388_001, .migration, .afterFix,
            """
            The number cannot move: it is not confirmed that it is yours, or its two-step verification is still \
            on.
            """,
            "Turn two-step verification off in the account that has the number, and verify the number."),
        Entry(
            2_388_012, .migration, .never,
            "The number is in this account already.",
            "Nothing is left to do."),
        Entry(
            2_388_091, .migration, .afterFix,
            "No verification code can be requested for this number, since it is not being moved.",
            "Start the migration of the number first."),
        Entry(
            2_388_093, .migration, .afterFix,
            "No verification code can be checked for this number, since it is not being moved.",
            "Start the migration of the number first."),
        Entry(
            2_388_103, .migration, .afterFix,
            """
            The number cannot move: webhooks, approved name, payment account, approved account or the same \
            business are missing.
            """,
            "Put in order what the explanation for people names."),
        Entry(
            2_494_100, .migration, .backOff,
            "The number is in maintenance for the moment.",
            "Repeat with growing waits."),
        Entry(
            2_494_164, .signup, .never,
            "The sign-up of the app does not exist.",
            "Look the sign-ups up again."),
        Entry(
            2_494_165, .signup, .never,
            "The sign-ups of the app are not enabled for this account.",
            "Ask the platform to enable them."),
        Entry(
            2_494_166, .signup, .afterFix,
            "The text of the sign-up has an unknown placeholder.",
            "Use the documented placeholders only."),
        Entry(
            2_494_167, .signup, .afterFix,
            "The text of the sign-up has a placeholder for a promotion code, and there is no code.",
            "Give the code, or take the placeholder out."),
        Entry(
            2_494_168, .signup, .afterFix,
            "The terms of sign-ups are not accepted.",
            "Accept them with the first request."),
        Entry(
            2_494_176, .signup, .afterFix,
            "The terms of sign-ups were accepted before, and the request accepts them again.",
            "Leave the acceptance out."),
        Entry(
            2_494_177, .signup, .afterFix,
            "The address of the terms is not allowed here.",
            "Leave it out, or use an allowed one."),
        Entry(
            2_494_179, .signup, .afterFix,
            "The website of the sign-up does not begin with https.",
            "Give an https address."),
        Entry(
            2_593_079, .migration, .never,
            "The account is already marked for another partner solution.",
            "End the other solution first."),
        Entry(
            2_593_085, .migration, .never,
            "The account cannot be moved between partners this way.",
            "Ask the platform's partner support."),
        Entry(
            2_593_107, .sync, .never,
            "Contacts and history can each be synchronised once, which was done.",
            "Onboard the number again if it must be."),
        Entry(
            2_593_108, .sync, .never,
            "Synchronising must begin within 24 hours of the onboarding, which have passed.",
            "Onboard the number again."),
        Entry(
            2_593_109, .sync, .never,
            "The business declined to share the history of its chats.",
            "Work without the history, or onboard the number again."),
    ]
}
