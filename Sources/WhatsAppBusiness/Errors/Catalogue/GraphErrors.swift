// Errors of the Graph API itself: credentials, permissions, limits, requests. Source: webhooks reference §5.2.

extension PlatformErrorCode {
    /// 0: the access token could not be used: it has expired, was revoked, or the person behind it has blocked the app.
    public static let authenticationFailed: Self = 0
    /// 1: the platform could not handle the call: the request is malformed, or the fault is on its side.
    public static let unknownAPIError: Self = 1
    /// 2: the platform is overloaded or down for the moment.
    public static let serviceUnavailable: Self = 2
    /// 3: the app lacks a capability or a permission that this call needs.
    public static let methodNotAllowedForApp: Self = 3
    /// 4: the app has used up its calls for the moment.
    public static let appCallLimit: Self = 4
    /// 10: a permission was not granted or was taken back, or the account may not use this endpoint.
    public static let permissionDenied: Self = 10
    /// 17: the user of the token has made too many calls.
    public static let userCallLimit: Self = 17
    /// 33: the object of the call is unknown: the business phone number was deleted, or the token cannot see it.
    public static let objectDeleted: Self = 33
    /// 100: a parameter is unknown, misspelt, too long or has a value that is not allowed.
    public static let invalidParameter: Self = 100
    /// 102: the session of the access token has expired or is not valid.
    public static let sessionInvalid: Self = 102
    /// 104: the call came without an access token.
    public static let accessTokenRequired: Self = 104
    /// 190: the access token has expired, was revoked or is not one.
    public static let accessTokenExpired: Self = 190
    /// 200: the token lacks a permission for this object, or there was no token.
    public static let apiPermission: Self = 200
    /// 341: the app has reached a temporary limit, or the platform is under strain.
    public static let applicationLimit: Self = 341
    /// 368: the WhatsApp Business account is restricted or disabled since it broke the platform's policies.
    public static let blockedForPolicyViolation: Self = 368
    /// 506: the same content was sent twice in a row.
    public static let duplicatePost: Self = 506
    /// 613: this call was made too often, such as the look-up of call permissions or the request of a verification
    /// code.
    public static let callRateLimit: Self = 613
    /// 803: an id of the request does not exist.
    public static let objectNotFound: Self = 803
    /// 80007: the WhatsApp Business account has used up its management calls for the moment.
    public static let accountRateLimit: Self = 80007
    /// 80008: too many management calls of this kind were made for the account.
    public static let managementRateLimit: Self = 80008
    /// 1349174: the app lacks the permission that this call needs.
    public static let appLacksPermission: Self = 1_349_174
    /// 1349175: the token's user has no access to this business or WhatsApp Business account.
    public static let accountNotAccessible: Self = 1_349_175
    /// 1349176: the platform refuses the token access to this object; it gives no further reason.
    public static let accessRefused: Self = 1_349_176
    /// 1675030: the platform failed to carry out the query.
    public static let queryFailed: Self = 1_675_030
    /// 2018001: the app has made too many calls for this object.
    public static let appCallLimitOfObject: Self = 2_018_001
    /// 2446079: the app or account has used up its calls for the moment.
    public static let appCallLimitReached: Self = 2_446_079
}

extension ErrorCatalogue {
    /// Errors of the Graph API itself: credentials, permissions, limits, requests. Source: webhooks reference §5.2.
    static let graphErrors: [Entry] = [
        Entry(
            0, .authorization, .afterFix,
            """
            The access token could not be used: it has expired, was revoked, or the person behind it has blocked \
            the app.
            """,
            "Get a new access token; a system user's token does not expire."),
        Entry(
            1, .server, .backOff,
            "The platform could not handle the call: the request is malformed, or the fault is on its side.",
            "Repeat a few times with growing waits; if that does not help, look for a mistake in the request."),
        Entry(
            2, .server, .backOff,
            "The platform is overloaded or down for the moment.",
            "Repeat with growing waits, and look at the platform's status page."),
        Entry(
            3, .authorization, .afterFix,
            "The app lacks a capability or a permission that this call needs.",
            "Give the app the capability or permission in its dashboard, then make a new token."),
        Entry(
            4, .throttling, .backOff,
            "The app has used up its calls for the moment.",
            "Repeat with growing waits, and make fewer calls."),
        Entry(
            10, .authorization, .afterFix,
            "A permission was not granted or was taken back, or the account may not use this endpoint.",
            "Grant the app the permission and make a new token; check that the account may use the endpoint."),
        Entry(
            17, .throttling, .backOff,
            "The user of the token has made too many calls.",
            "Repeat with growing waits, and make fewer calls."),
        Entry(
            33, .parameter, .afterFix,
            """
            The object of the call is unknown: the business phone number was deleted, or the token cannot see \
            it.
            """,
            "Check the id in the path, and that the token's user is assigned to the account it belongs to."),
        Entry(
            100, .parameter, .afterFix,
            "A parameter is unknown, misspelt, too long or has a value that is not allowed.",
            "Correct the request; the details name the parameter where the platform knows it."),
        Entry(
            102, .authorization, .afterFix,
            "The session of the access token has expired or is not valid.",
            "Get a new access token."),
        Entry(
            104, .authorization, .afterFix,
            "The call came without an access token.",
            "Send the access token in the Authorization header."),
        Entry(
            190, .authorization, .afterFix,
            "The access token has expired, was revoked or is not one.",
            "Get a new access token; a system user's token does not expire."),
        Entry(
            200, .authorization, .afterFix,
            "The token lacks a permission for this object, or there was no token.",
            "Grant the permission and assign the account to the token's user, then make a new token."),
        Entry(
            341, .throttling, .backOff,
            "The app has reached a temporary limit, or the platform is under strain.",
            "Repeat with growing waits."),
        Entry(
            368, .integrity, .never,
            "The WhatsApp Business account is restricted or disabled since it broke the platform's policies.",
            "Look into the account's quality page and appeal there; repeating does not help."),
        Entry(
            506, .parameter, .never,
            "The same content was sent twice in a row.",
            "Do not repeat it; the first one counts."),
        Entry(
            613, .throttling, .backOff,
            """
            This call was made too often, such as the look-up of call permissions or the request of a \
            verification code.
            """,
            "Repeat with growing waits."),
        Entry(
            803, .parameter, .afterFix,
            "An id of the request does not exist.",
            "Correct the id."),
        Entry(
            80007, .throttling, .backOff,
            "The WhatsApp Business account has used up its management calls for the moment.",
            "Repeat with growing waits, and make fewer management calls."),
        Entry(
            80008, .throttling, .backOff,
            "Too many management calls of this kind were made for the account.",
            "Repeat with growing waits, and make fewer management calls."),
        Entry(
            1_349_174, .authorization, .afterFix,
            "The app lacks the permission that this call needs.",
            "Grant the app the permission and make a new token."),
        Entry(
            1_349_175, .authorization, .afterFix,
            "The token's user has no access to this business or WhatsApp Business account.",
            "Assign the account to the token's user."),
        Entry(
            1_349_176, .authorization, .afterFix,
            "The platform refuses the token access to this object; it gives no further reason.",
            "Check the token's permissions and what its user is assigned to."),
        Entry(
            1_675_030, .server, .backOff,
            "The platform failed to carry out the query.",
            "Repeat with growing waits."),
        Entry(
            2_018_001, .throttling, .backOff,
            "The app has made too many calls for this object.",
            "Repeat with growing waits, and make fewer calls."),
        Entry(
            2_446_079, .throttling, .backOff,
            "The app or account has used up its calls for the moment.",
            "Repeat with growing waits, and make fewer calls."),
    ]
}
