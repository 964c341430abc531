extension PlatformErrorCode {
    /// The numbers of the retired on-premises client; relays and old archives still show them, and the platform itself
    /// 1026.
    ///
    /// They count only where they stand in an `errors` array: elsewhere the same numbers are HTTP statuses.
    /// ``PlatformError/resolvedCode`` gives the number of Cloud API that says the same.
    ///
    /// Source: webhooks reference §5.8.
    public enum OnPremises {
        /// 400: the media that a customer sent could not be fetched.
        public static let mediaDownloadFailed: PlatformErrorCode = 400
        /// 401: the group does not exist, or the number is not a member of it.
        public static let groupUnknown: PlatformErrorCode = 401
        /// 402: the business cannot be charged: look into its payment settings.
        public static let paymentProblem: PlatformErrorCode = 402
        /// 408: the message waited for more than a day and was given up.
        public static let messageNotValid: PlatformErrorCode = 408
        /// 410: the message was not delivered within its time to live.
        public static let messageExpired: PlatformErrorCode = 410
        /// 429: too many messages were sent in too short a time.
        public static let rateLimitHit: PlatformErrorCode = 429
        /// 430: the certificate of the number is not signed.
        public static let certificateUnsigned: PlatformErrorCode = 430
        /// 432: the certificate belongs to another number.
        public static let certificateMismatch: PlatformErrorCode = 432
        /// 433: the signature of the number's certificate is wrong.
        public static let certificateSignatureInvalid: PlatformErrorCode = 433
        /// 470: the customer service window is closed: more than 24 hours have passed since the person's last message.
        public static let reEngagement: PlatformErrorCode = 470
        /// 471: too many people blocked or reported messages from this number.
        public static let spamRateLimitHit: PlatformErrorCode = 471
        /// 472: the person is part of an experiment of the platform and gets no marketing messages for now.
        public static let recipientInExperiment: PlatformErrorCode = 472
        /// 480: the person may have changed: a new device, or the app installed anew.
        public static let identityChanged: PlatformErrorCode = 480
        /// 500: something failed on the platform's side and it does not say what.
        public static let genericError: PlatformErrorCode = 500
        /// 501: the type of the message is not supported.
        public static let messageTypeUnsupported: PlatformErrorCode = 501
        /// 1000: something failed and the client does not say what.
        public static let unknownError: PlatformErrorCode = 1000
        /// 1001: the message is longer than it may be.
        public static let messageTooLong: PlatformErrorCode = 1001
        /// 1002: the request names a type of recipient that does not exist.
        public static let recipientTypeInvalid: PlatformErrorCode = 1002
        /// 1003: the number is not a member of the group.
        public static let notGroupParticipant: PlatformErrorCode = 1003
        /// 1004: what is to be created exists already.
        public static let resourceExists: PlatformErrorCode = 1004
        /// 1005: the call is not allowed with these credentials.
        public static let accessDenied: PlatformErrorCode = 1005
        /// 1006: something that the request refers to does not exist.
        public static let resourceNotFound: PlatformErrorCode = 1006
        /// 1007: the business itself has blocked this person.
        public static let recipientBlocked: PlatformErrorCode = 1007
        /// 1008: a required parameter is missing.
        public static let requiredParameterMissing: PlatformErrorCode = 1008
        /// 1009: a parameter's value is not valid.
        public static let parameterNotValid: PlatformErrorCode = 1009
        /// 1010: the request has a parameter that does not belong there.
        public static let parameterNotRequired: PlatformErrorCode = 1010
        /// 1011: the client is not ready yet.
        public static let serviceNotReady: PlatformErrorCode = 1011
        /// 1012: the group does not exist.
        public static let groupNotFound: PlatformErrorCode = 1012
        /// 1013: the number is not on WhatsApp, or was not checked before.
        public static let recipientNotValid: PlatformErrorCode = 1013
        /// 1014: something failed inside of the client.
        public static let internalError: PlatformErrorCode = 1014
        /// 1015: the client's queue is full: too many requests came in too short a time.
        public static let tooManyRequests: PlatformErrorCode = 1015
        /// 1016: the client is overloaded.
        public static let systemOverloaded: PlatformErrorCode = 1016
        /// 1017: the request reached a part of the client that is not its primary one.
        public static let notPrimaryMaster: PlatformErrorCode = 1017
        /// 1018: the request reached a part of the client that does not hold this number.
        public static let notPrimaryCore: PlatformErrorCode = 1018
        /// 1021: the recipient cannot be written to, such as the sending number itself.
        public static let recipientIsSender: PlatformErrorCode = 1021
        /// 1022: no address for webhooks is set.
        public static let webhookNotConfigured: PlatformErrorCode = 1022
        /// 1023: the client's database failed.
        public static let databaseError: PlatformErrorCode = 1023
        /// 1024: the client's password must be changed first.
        public static let passwordChangeRequired: PlatformErrorCode = 1024
        /// 1025: the client does not understand the request.
        public static let requestNotValid: PlatformErrorCode = 1025
        /// 1026: the person's app cannot show this kind of message.
        public static let receiverIncapable: PlatformErrorCode = 1026
        /// 1028: the person may have changed, and the business has not confirmed it yet.
        public static let identityNotAcknowledged: PlatformErrorCode = 1028
        /// 1031: the sending account is locked.
        public static let senderLocked: PlatformErrorCode = 1031
        /// 2000: the number of parameters differs from the number of placeholders of the template.
        public static let templateParameterCount: PlatformErrorCode = 2000
        /// 2001: the template does not exist in this language, or is not approved.
        public static let templateMissing: PlatformErrorCode = 2001
        /// 2002: the template could not be fetched.
        public static let templateFetchFailed: PlatformErrorCode = 2002
        /// 2003: the translations of the template are missing.
        public static let templatePackMissing: PlatformErrorCode = 2003
        /// 2004: a parameter of the template is too long.
        public static let templateParameterTooLong: PlatformErrorCode = 2004
        /// 2005: with its parameters filled in the text of the template is too long.
        public static let templateTextTooLong: PlatformErrorCode = 2005
        /// 2006: the template's parameters break a rule about white space.
        public static let templateWhitespace: PlatformErrorCode = 2006
        /// 2007: the template's parameters break a rule about characters.
        public static let templateCharacters: PlatformErrorCode = 2007
        /// 2008: the format of the media is not supported.
        public static let mediaFormatUnsupported: PlatformErrorCode = 2008
        /// 2009: a component that the template needs is missing.
        public static let templateComponentMissing: PlatformErrorCode = 2009
        /// 2010: the address of a button is not valid.
        public static let buttonAddressInvalid: PlatformErrorCode = 2010
        /// 2011: the phone number of a button is not valid.
        public static let buttonNumberInvalid: PlatformErrorCode = 2011
        /// 2012: a parameter is not of the kind that the template asks for.
        public static let templateParameterFormat: PlatformErrorCode = 2012
        /// 2013: the person's app cannot show buttons.
        public static let buttonsUnsupported: PlatformErrorCode = 2013
        /// 2014: the namespace of the template is missing.
        public static let namespaceEmpty: PlatformErrorCode = 2014
        /// 2015: the list has too few or too many sections.
        public static let sectionCountInvalid: PlatformErrorCode = 2015
        /// 2016: the list has too few or too many rows.
        public static let rowCountInvalid: PlatformErrorCode = 2016
        /// 2017: the text of the template breaks a rule about characters.
        public static let templateCharacterPolicy: PlatformErrorCode = 2017
        /// 2023: the message has too few or too many products.
        public static let productCountInvalid: PlatformErrorCode = 2023
        /// 2024: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2024: PlatformErrorCode = 2024
        /// 2025: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2025: PlatformErrorCode = 2025
        /// 2026: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2026: PlatformErrorCode = 2026
        /// 2027: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2027: PlatformErrorCode = 2027
        /// 2028: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2028: PlatformErrorCode = 2028
        /// 2029: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2029: PlatformErrorCode = 2029
        /// 2030: products cannot be shown: catalog missing or not linked, products missing or not compliant.
        public static let productMessage2030: PlatformErrorCode = 2030
        /// 2036: the header of the message is not built as it must be.
        public static let headerStructureInvalid: PlatformErrorCode = 2036
        /// 2050: the business has not given the information about itself that the law asks for in this country.
        public static let complianceInformationMissing: PlatformErrorCode = 2050
        /// 2060: the template was rejected.
        public static let templateRejected: PlatformErrorCode = 2060
        /// 2061: the template is paused since people dislike it.
        public static let templatePaused: PlatformErrorCode = 2061
        /// 2062: the template was paused too often and is disabled for good.
        public static let templateDisabled: PlatformErrorCode = 2062
        /// 2068: the flow is blocked.
        public static let flowBlocked: PlatformErrorCode = 2068
        /// 2069: the flow is throttled: its messages of this hour are used up.
        public static let flowThrottled: PlatformErrorCode = 2069
    }
}
