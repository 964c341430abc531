// Errors of sending a message: the request, the recipient, media, payment. Source: webhooks reference §5.4.

extension PlatformErrorCode {
    /// 130403: the business itself has blocked this person.
    public static let recipientBlocked: Self = 130403
    /// 130470: the customer service window is closed: more than 24 hours have passed since the person's last message.
    public static let reEngagementOld: Self = 130470
    /// 130472: the person is part of an experiment of the platform and gets no marketing messages for now.
    public static let recipientInExperiment: Self = 130472
    /// 130501: a member of a group sent a message of a kind that the platform does not deliver.
    public static let groupMessageUnsupported: Self = 130501
    /// 131000: something failed on the platform's side and it does not say what.
    public static let somethingWentWrong: Self = 131000
    /// 131001: the message is longer than it may be.
    public static let messageTooLong: Self = 131001
    /// 131002: the request names a type of recipient that does not exist.
    public static let recipientTypeInvalid: Self = 131002
    /// 131005: a permission was not granted or was taken back.
    public static let accessDenied: Self = 131005
    /// 131006: something that the request refers to does not exist.
    public static let resourceNotFound: Self = 131006
    /// 131008: a required parameter is missing.
    public static let requiredParameterMissing: Self = 131008
    /// 131009: a parameter's value is not valid: the recipient's number, a kind of message that the country does not
    /// have, or an ad account that is not synchronised yet.
    public static let parameterNotValid: Self = 131009
    /// 131016: a service behind the platform is not available for the moment.
    public static let serviceTemporarilyUnavailable: Self = 131016
    /// 131021: the recipient is the sending number itself.
    public static let recipientIsSender: Self = 131021
    /// 131026: the message cannot be delivered to this person: not on WhatsApp, the current terms of service not
    /// accepted, an app that is too old, the business was blocked by the person, or the number is itself a business on
    /// the platform.
    public static let undeliverable: Self = 131026
    /// 131027: something failed on the platform's side and it does not say what.
    public static let somethingWentWrongOld: Self = 131027
    /// 131030: a test number may only write to the recipients on its list.
    public static let recipientNotAllowed: Self = 131030
    /// 131037: the number has no approved display name, which it needs before it may send.
    public static let displayNameNotApproved: Self = 131037
    /// 131042: the business cannot be charged: no payment method, no credit line, an account that is not active, or
    /// currency or time zone are not set.
    public static let paymentMethodProblem: Self = 131042
    /// 131043: the message was not delivered within its time to live.
    public static let messageExpired: Self = 131043
    /// 131044: a call of a customer could not be taken since there is no payment method.
    public static let callPaymentMethodMissing: Self = 131044
    /// 131045: the number is not registered correctly: its certificate does not match.
    public static let certificateIncorrect: Self = 131045
    /// 131047: the customer service window is closed: more than 24 hours have passed since the person's last message.
    public static let reEngagement: Self = 131047
    /// 131049: the platform chose not to deliver this marketing message, to keep people from getting too many.
    public static let ecosystemEngagement: Self = 131049
    /// 131050: the person has stopped marketing messages from this business.
    public static let marketingStopped: Self = 131050
    /// 131051: the type of the message is not supported; of an incoming message it means that the platform cannot
    /// deliver its content.
    public static let messageTypeUnsupported: Self = 131051
    /// 131052: the media that a customer sent could not be fetched.
    public static let mediaDownloadFailed: Self = 131052
    /// 131053: the media of the message could not be taken: the type is not supported or does not match the content, it
    /// is too large, or its address could not be read.
    public static let mediaUploadFailed: Self = 131053
    /// 131055: this cannot be done here: the Marketing Messages API takes marketing templates only, and a number with
    /// SIP takes no calls of the Graph API.
    public static let methodNotAllowed: Self = 131055
    /// 131060: the content of an incoming message cannot be read: it comes from a companion app or from an ad, or the
    /// number is shared with the app.
    public static let messageUnavailable: Self = 131060
    /// 131061: the platform gives no description of this error.
    public static let undocumented131061: Self = 131061
    /// 131062: this kind of message, such as an authentication template with a copy or autofill button, cannot go to a
    /// business-scoped user id.
    public static let userIDRecipientUnsupported: Self = 131062
    /// 131063: marketing templates are turned off for this account on Cloud API.
    public static let marketingOnCloudAPIDisabled: Self = 131063
    /// 134011: the terms of WhatsApp payments are not accepted.
    public static let paymentTermsNotAccepted: Self = 134011
    /// 134100: the Marketing Messages API sends marketing templates only.
    public static let onlyMarketingSupported: Self = 134100
    /// 134101: the template is not synchronised with the Marketing Messages API yet.
    public static let templateSyncing: Self = 134101
    /// 134102: the template cannot be used with the Marketing Messages API: synchronising it failed, or it is not
    /// eligible.
    public static let templateNotForMarketing: Self = 134102
    /// 134103: the Marketing Messages API refuses the message; the platform gives no description of this error.
    public static let undocumented134103: Self = 134103
    /// 135000: the platform does not understand the parameters of the request.
    public static let genericUserError: Self = 135000
    /// 136024: the verification code could not be sent.
    public static let codeRequestFailed: Self = 136024
    /// 136025: the verification code is wrong or too old.
    public static let codeVerificationFailed: Self = 136025
    /// 137000: the recipient's identity key is another one than the request says: the person has a new device or
    /// installed the app anew.
    public static let identityMismatch: Self = 137000
    /// 1752041: taking part in the Marketing Messages API was already requested for this account, by a partner.
    public static let duplicateOnboarding: Self = 1_752_041
}
