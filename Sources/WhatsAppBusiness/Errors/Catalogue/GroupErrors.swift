// Errors of groups, of block lists and of user names. Source: webhooks reference §5.7.

extension PlatformErrorCode {
    /// 131020: the group has no other member than the business.
    public static let groupHasOneMember: Self = 131020
    /// 131041: the group does not exist, or the number is not a member of it.
    public static let groupUnknown: Self = 131041
    /// 131059: the cursor of the list has expired or is damaged.
    public static let groupCursorExpired: Self = 131059
    /// 131201: some of the participants were handled and some were not.
    public static let groupPartialSuccess: Self = 131201
    /// 131202: a participant is named twice.
    public static let groupParticipantDuplicate: Self = 131202
    /// 131203: a participant has not accepted the terms of service.
    public static let groupParticipantTerms: Self = 131203
    /// 131204: the request or the group has more participants than are allowed.
    public static let groupTooManyParticipants: Self = 131204
    /// 131207: the group is suspended.
    public static let groupSuspended: Self = 131207
    /// 131208: too many calls about groups were made.
    public static let groupRateLimit: Self = 131208
    /// 131209: the picture of the group is not square.
    public static let groupPictureNotSquare: Self = 131209
    /// 131210: the picture of the group is too small: it must be larger than 192 pixels.
    public static let groupPictureTooSmall: Self = 131210
    /// 131211: the number has created as many groups as it may.
    public static let groupLimitReached: Self = 131211
    /// 131212: the person is not in the group.
    public static let groupParticipantUnknown: Self = 131212
    /// 131213: the request to join does not exist.
    public static let groupJoinRequestUnknown: Self = 131213
    /// 131214: the number may not create groups for a while, after too many marketing messages in groups.
    public static let groupCreationDisabled: Self = 131214
    /// 131215: the number may not use groups.
    public static let groupsNotEligible: Self = 131215
    /// 135002: the block list could not be changed.
    public static let blockListSampleError: Self = 135002
    /// 139100: some or all of the people could not be blocked or unblocked.
    public static let blockPartialFailure: Self = 139100
    /// 139101: the block list has as many entries as it may (64,000).
    public static let blockListFull: Self = 139101
    /// 139102: the block list changed while it was read.
    public static let blockListChanged: Self = 139102
    /// 139103: the block list is not available for the moment.
    public static let blockInternalError: Self = 139103
    /// 147001: the user name is not available.
    public static let usernameTaken: Self = 147001
    /// 147002: the account may not have a user name yet: its messaging limit is too low.
    public static let usernameNotEligible: Self = 147002
    /// 147003: the user name belongs to a Facebook Page that is not linked.
    public static let usernameNeedsPage: Self = 147003
    /// 147004: the user name belongs to an Instagram account that is not linked.
    public static let usernameNeedsInstagram: Self = 147004
    /// 147005: the user name is used by another number of the same business portfolio.
    public static let usernameOnOtherNumber: Self = 147005
}

extension ErrorCatalogue {
    /// Errors of groups, of block lists and of user names. Source: webhooks reference §5.7.
    static let groupErrors: [Entry] = [
        Entry(
            131020, .groups, .never,
            "The group has no other member than the business.",
            "Wait until somebody joins."),
        Entry(
            131041, .groups, .never,
            "The group does not exist, or the number is not a member of it.",
            "Check the group's id; if the number left, it cannot write there."),
        Entry(
            131059, .groups, .afterFix,
            "The cursor of the list has expired or is damaged.",
            "Read the list again from its beginning."),
        Entry(
            131201, .groups, .inspectItems,
            "Some of the participants were handled and some were not.",
            "Look at each participant's own error."),
        Entry(
            131202, .groups, .afterFix,
            "A participant is named twice.",
            "Name each participant once."),
        Entry(
            131203, .groups, .never,
            "A participant has not accepted the terms of service.",
            "Ask the person to open WhatsApp and accept them."),
        Entry(
            131204, .groups, .afterFix,
            "The request or the group has more participants than are allowed.",
            "Name fewer participants."),
        Entry(
            131207, .groups, .never,
            "The group is suspended.",
            "Make another group if it must be."),
        Entry(
            131208, .groups, .backOff, isRateLimit: true,
            "Too many calls about groups were made.",
            "Repeat with growing waits."),
        Entry(
            131209, .groups, .afterFix,
            "The picture of the group is not square.",
            "Crop it to a square."),
        Entry(
            131210, .groups, .afterFix,
            "The picture of the group is too small: it must be larger than 192 pixels.",
            "Use a larger picture."),
        Entry(
            131211, .groups, .never,
            "The number has created as many groups as it may.",
            "Delete groups that are no longer used."),
        Entry(
            131212, .groups, .never,
            "The person is not in the group.",
            "Read the list of participants again."),
        Entry(
            131213, .groups, .never,
            "The request to join does not exist.",
            "Read the list of requests again."),
        Entry(
            131214, .groups, .wait,
            "The number may not create groups for a while, after too many marketing messages in groups.",
            "Wait until the restriction ends."),
        Entry(
            131215, .groups, .never,
            "The number may not use groups.",
            "Use another number; see the platform's conditions for groups."),
        Entry(
            135002, .blocking, .backOff,
            "The block list could not be changed.",
            "Read the list again and repeat with growing waits."),
        Entry(
            139100, .blocking, .inspectItems,
            "Some or all of the people could not be blocked or unblocked.",
            "Look at each person's own error."),
        Entry(
            139101, .blocking, .never,
            "The block list has as many entries as it may (64,000).",
            "Unblock somebody first."),
        Entry(
            139102, .blocking, .afterFix,
            "The block list changed while it was read.",
            "Read the list again from its beginning."),
        Entry(
            139103, .blocking, .backOff,
            "The block list is not available for the moment.",
            "Repeat with growing waits."),
        Entry(
            147001, .username, .afterFix,
            "The user name is not available.",
            "Choose another one."),
        Entry(
            147002, .username, .afterFix,
            "The account may not have a user name yet: its messaging limit is too low.",
            "Raise the messaging limit first."),
        Entry(
            147003, .username, .afterFix,
            "The user name belongs to a Facebook Page that is not linked.",
            "Link the Page that has the name."),
        Entry(
            147004, .username, .afterFix,
            "The user name belongs to an Instagram account that is not linked.",
            "Link the account that has the name."),
        Entry(
            147005, .username, .afterFix,
            "The user name is used by another number of the same business portfolio.",
            "Take it from the other number, or ask for the transfer with `force_transfer`."),
    ]
}
