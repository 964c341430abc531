// Errors of calls. Source: webhooks reference §5.6.

extension PlatformErrorCode {
    /// 138000: calls are not enabled for this number.
    public static let callingNotEnabled: Self = 138000
    /// 138001: the person cannot be called: not on WhatsApp, terms of service not accepted, or an app that cannot take
    /// calls.
    public static let calleeUnreachable: Self = 138001
    /// 138002: the number has as many calls at once as it may (1,000).
    public static let concurrentCallLimit: Self = 138002
    /// 138003: there is a call with this person already.
    public static let callAlreadyRunning: Self = 138003
    /// 138004: the call could not be connected.
    public static let callConnectionFailed: Self = 138004
    /// 138005: the number makes too many calls in too short a time.
    public static let callRateLimitOfNumber: Self = 138005
    /// 138006: the person has not allowed the business to call.
    public static let callPermissionMissing: Self = 138006
    /// 138007: the call was not connected in time, since the session description was not applied soon enough.
    public static let callConnectTimeout: Self = 138007
    /// 138009: this person was asked for permission to call as often as is allowed.
    public static let callPermissionRequestLimit: Self = 138009
    /// 138011: before asking for permission to call there must be a conversation with the person.
    public static let callPermissionNeedsConversation: Self = 138011
    /// 138012: this person was called as often as is allowed within 24 hours.
    public static let businessCallLimit: Self = 138012
    /// 138013: this number cannot make calls to customers.
    public static let businessCallsUnavailable: Self = 138013
    /// 138014: calls of this number are disabled for a while, since people disliked them.
    public static let callingTemporarilyDisabled: Self = 138014
    /// 138015: calls cannot be enabled while the number's messaging limit is below 2,000.
    public static let callingNeedsMessagingLimit: Self = 138015
    /// 138017: the person has allowed calls for good; no request is needed.
    public static let callPermissionPermanent: Self = 138017
    /// 138018: calls cannot be enabled: neither is SIP set up nor is the app subscribed to calls.
    public static let callingPrerequisitesMissing: Self = 138018
    /// 138019: the person's app could not set the call up.
    public static let callSetUpFailed: Self = 138019
    /// 138020: the connection to the relay of the call failed.
    public static let callRelayFailed: Self = 138020
    /// 138021: the person's app received no sound.
    public static let callMediaNotReceived: Self = 138021
    /// 138022: the person's app sent no sound.
    public static let callMediaNotSent: Self = 138022
    /// 138023: the call was accepted and ended before there was any sound.
    public static let callEndedWithoutMedia: Self = 138023
    /// 138024: sIP is not enabled for this number.
    public static let sipNotEnabled: Self = 138024
    /// 138025: this app has set up no SIP server.
    public static let sipServerMissing: Self = 138025
}

extension ErrorCatalogue {
    /// Errors of calls. Source: webhooks reference §5.6.
    static let callErrors: [Entry] = [
        Entry(
            138000, .calling, .afterFix,
            "Calls are not enabled for this number.",
            "Enable them in the number's settings."),
        Entry(
            138001, .calling, .never,
            """
            The person cannot be called: not on WhatsApp, terms of service not accepted, or an app that cannot \
            take calls.
            """,
            "Write to the person instead."),
        Entry(
            138002, .calling, .backOff, isRateLimit: true,
            "The number has as many calls at once as it may (1,000).",
            "Repeat with growing waits, when calls have ended."),
        Entry(
            138003, .calling, .wait,
            "There is a call with this person already.",
            "Wait until it has ended."),
        Entry(
            138004, .calling, .backOff,
            "The call could not be connected.",
            "Call again after a while."),
        Entry(
            138005, .calling, .backOff, isRateLimit: true,
            "The number makes too many calls in too short a time.",
            "Repeat with growing waits."),
        Entry(
            138006, .calling, .afterFix,
            "The person has not allowed the business to call.",
            "Ask for the permission with a call permission request first."),
        Entry(
            138007, .calling, .backOff,
            "The call was not connected in time, since the session description was not applied soon enough.",
            "Call again, and apply the session description at once."),
        Entry(
            138009, .calling, .wait, isRateLimit: true,
            "This person was asked for permission to call as often as is allowed.",
            "Wait until the limit allows another request; a connected call resets it."),
        Entry(
            138011, .calling, .afterFix,
            "Before asking for permission to call there must be a conversation with the person.",
            "Wait for a message of the person, or send a template."),
        Entry(
            138012, .calling, .wait, isRateLimit: true,
            "This person was called as often as is allowed within 24 hours.",
            "Wait until the time that the details name."),
        Entry(
            138013, .calling, .never,
            "This number cannot make calls to customers.",
            "Let the customer call, or write instead."),
        Entry(
            138014, .calling, .wait,
            "Calls of this number are disabled for a while, since people disliked them.",
            "Wait until the restriction ends; the account's webhooks tell."),
        Entry(
            138015, .calling, .afterFix,
            "Calls cannot be enabled while the number's messaging limit is below 2,000.",
            "Raise the messaging limit first."),
        Entry(
            138017, .calling, .never,
            "The person has allowed calls for good; no request is needed.",
            "Call without asking."),
        Entry(
            138018, .calling, .afterFix,
            "Calls cannot be enabled: neither is SIP set up nor is the app subscribed to calls.",
            "Subscribe the app to `calls`, or set SIP up."),
        Entry(
            138019, .calling, .backOff,
            "The person's app could not set the call up.",
            "Call again after a while."),
        Entry(
            138020, .calling, .backOff,
            "The connection to the relay of the call failed.",
            "Call again after a while, and check the firewall."),
        Entry(
            138021, .calling, .backOff,
            "The person's app received no sound.",
            "Call again, and check that media are sent to the negotiated address."),
        Entry(
            138022, .calling, .backOff,
            "The person's app sent no sound.",
            "Call again after a while."),
        Entry(
            138023, .calling, .backOff,
            "The call was accepted and ended before there was any sound.",
            "Call again, and check how media are negotiated."),
        Entry(
            138024, .calling, .afterFix,
            "SIP is not enabled for this number.",
            "Enable SIP in the number's settings."),
        Entry(
            138025, .calling, .afterFix,
            "This app has set up no SIP server.",
            "Set up a SIP server for the app."),
    ]
}
