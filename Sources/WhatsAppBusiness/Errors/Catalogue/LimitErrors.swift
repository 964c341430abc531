// Errors about limits, restrictions and the state of the account. Source: webhooks reference §5.3.

extension PlatformErrorCode {
    /// 130429: the business phone number handles more messages a second than it may (incoming ones count), or the block
    /// list is changed too often.
    public static let rateLimitHit: Self = 130429
    /// 130497: the business may not message people in this country.
    public static let countryRestricted: Self = 130497
    /// 131031: the account is locked for breaking a policy, or data of the request, such as the two-step PIN, does not
    /// match it.
    public static let accountLocked: Self = 131031
    /// 131035: a number without storage: an incoming event could not be delivered in time and was discarded.
    public static let webhookDiscarded: Self = 131035
    /// 131036: a number without storage: a device of the recipient asked for the message after it was discarded.
    public static let undeliveredOnDevice: Self = 131036
    /// 131048: too many people blocked or reported messages from this number, so that it may not send as many.
    public static let spamRateLimitHit: Self = 131048
    /// 131056: too many messages went from this number to the same person in a short time (about one in six seconds).
    public static let pairRateLimitHit: Self = 131056
    /// 131057: the account is in maintenance, such as while its throughput is raised.
    public static let maintenanceMode: Self = 131057
    /// 131064: the account's messaging limit is lowered since templates were put into the wrong category.
    public static let messagingLimitClassification: Self = 131064
    /// 133016: the number was registered or deregistered too often: ten requests in 72 hours are allowed.
    public static let registrationRateLimit: Self = 133016
    /// 2494055: the business phone number sends faster than it may.
    public static let throughputSubcode: Self = 2_494_055
}

extension ErrorCatalogue {
    /// Errors about limits, restrictions and the state of the account. Source: webhooks reference §5.3.
    static let limitErrors: [Entry] = [
        Entry(
            130429, .throttling, .backOff,
            """
            The business phone number handles more messages a second than it may (incoming ones count), or the \
            block list is changed too often.
            """,
            "Repeat with growing waits, and pace what is sent from the number."),
        Entry(
            130497, .integrity, .never,
            "The business may not message people in this country.",
            "Do not repeat it; see the platform's list of countries and of kinds of business."),
        Entry(
            131031, .integrity, .afterFix,
            """
            The account is locked for breaking a policy, or data of the request, such as the two-step PIN, does \
            not match it.
            """,
            "Check the PIN and the data of the request; otherwise appeal in the account's quality page."),
        Entry(
            131035, .server, .never,
            "A number without storage: an incoming event could not be delivered in time and was discarded.",
            "Nothing brings it back; make the webhook answer faster and always."),
        Entry(
            131036, .recipient, .never,
            "A number without storage: a device of the recipient asked for the message after it was discarded.",
            "Send it as a new message if it still matters."),
        Entry(
            131048, .throttling, .wait,
            "Too many people blocked or reported messages from this number, so that it may not send as many.",
            "Wait until the number's quality has recovered, and send what people asked for."),
        Entry(
            131056, .throttling, .backOff, seconds: 1, growth: 4,
            """
            Too many messages went from this number to the same person in a short time (about one in six \
            seconds).
            """,
            "Wait 1, 4, 16, 64 … seconds before each repetition; messages to others may go on."),
        Entry(
            131057, .server, .backOff,
            "The account is in maintenance, such as while its throughput is raised.",
            "Repeat with growing waits; it takes about a minute."),
        Entry(
            131064, .throttling, .wait,
            "The account's messaging limit is lowered since templates were put into the wrong category.",
            "Wait for the end of the enforcement period, and correct the templates' categories."),
        Entry(
            133016, .throttling, .wait, seconds: 259_200,
            "The number was registered or deregistered too often: ten requests in 72 hours are allowed.",
            "Wait 72 hours before the next attempt."),
        Entry(
            2_494_055, .throttling, .backOff,
            "The business phone number sends faster than it may.",
            "Repeat with growing waits, and pace what is sent from the number."),
    ]
}
