// Errors of flows. Source: webhooks reference §5.5.

extension PlatformErrorCode {
    /// 132068: the flow is blocked.
    public static let flowBlocked: Self = 132068
    /// 132069: the flow is throttled: its ten messages of this hour are used up.
    public static let flowThrottled: Self = 132069
    /// 139000: flows of this account cannot be created or published, for reasons of integrity.
    public static let flowIntegrityBlocked: Self = 139000
    /// 139001: the flow cannot be changed: it is published, its JSON is not valid, or its JSON version takes no
    /// endpoint address here.
    public static let flowUpdateFailed: Self = 139001
    /// 139002: the flow cannot be published: its state, its JSON, or a missing endpoint, public key, number or app.
    public static let flowPublishFailed: Self = 139002
    /// 139003: the flow cannot be deprecated: it was never published, or is deprecated already.
    public static let flowDeprecateFailed: Self = 139003
    /// 139004: the flow cannot be deleted, since it was published.
    public static let flowDeleteFailed: Self = 139004
}

extension ErrorCatalogue {
    /// Errors of flows. Source: webhooks reference §5.5.
    static let flowErrors: [Entry] = [
        Entry(
            132068, .flow, .afterFix,
            "The flow is blocked.",
            "Correct what the flow's page names, then unblock it."),
        Entry(
            132069, .flow, .wait, seconds: 3600, isRateLimit: true,
            "The flow is throttled: its ten messages of this hour are used up.",
            "Wait for the next hour, and make the flow's endpoint answer faster and without errors."),
        Entry(
            139000, .flow, .never,
            "Flows of this account cannot be created or published, for reasons of integrity.",
            "Ask the platform's support; repeating does not help."),
        Entry(
            139001, .flow, .afterFix,
            """
            The flow cannot be changed: it is published, its JSON is not valid, or its JSON version takes no \
            endpoint address here.
            """,
            "Change a draft, or a copy of the published flow, and correct its JSON."),
        Entry(
            139002, .flow, .afterFix,
            """
            The flow cannot be published: its state, its JSON, or a missing endpoint, public key, number or app.
            """,
            "Correct what the validation errors name."),
        Entry(
            139003, .flow, .never,
            "The flow cannot be deprecated: it was never published, or is deprecated already.",
            "Nothing is to be done; delete a draft instead."),
        Entry(
            139004, .flow, .never,
            "The flow cannot be deleted, since it was published.",
            "Deprecate it instead."),
    ]
}
