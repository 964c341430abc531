extension AccountEvent {
    /// Something happened to the account: `account_update` (webhooks reference §2.6).
    ///
    /// At most one or two of the members are there; ``kind`` says which.
    public struct Update: Hashable, Sendable {
        /// What happened to an account; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The account was deleted.
            public static let accountDeleted = Self(rawValue: "ACCOUNT_DELETED")
            /// The number left the platform for another device.
            public static let offboarded = Self(rawValue: "ACCOUNT_OFFBOARDED")
            /// The number came back.
            public static let reconnected = Self(rawValue: "ACCOUNT_RECONNECTED")
            /// Something is forbidden; see ``Update/restrictions``.
            public static let restriction = Self(rawValue: "ACCOUNT_RESTRICTION")
            /// A rule was violated; see ``Update/violation``.
            public static let violation = Self(rawValue: "ACCOUNT_VIOLATION")
            /// An account for advertisements was linked; see ``Update/account``.
            public static let adAccountLinked = Self(rawValue: "AD_ACCOUNT_LINKED")
            /// International authentication rates apply; see ``Update/authenticationRates``.
            public static let authenticationRates = Self(rawValue: "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE")
            /// The business is in another country; see ``Update/country``.
            public static let countryChanged = Self(rawValue: "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE")
            /// The account was disabled or reinstated; see ``Update/ban``.
            public static let disabledUpdate = Self(rawValue: "DISABLED_UPDATE")
            /// The terms of the Marketing Messages API were signed.
            public static let marketingTermsSigned = Self(rawValue: "MM_LITE_TERMS_SIGNED")
            /// A partner was added; see ``Update/account``.
            public static let partnerAdded = Self(rawValue: "PARTNER_ADDED")
            /// A partner's app was installed; see ``Update/account``.
            public static let appInstalled = Self(rawValue: "PARTNER_APP_INSTALLED")
            /// A partner's app was removed; see ``Update/account``.
            public static let appUninstalled = Self(rawValue: "PARTNER_APP_UNINSTALLED")
            /// A partner was removed; see ``Update/disconnection``.
            public static let partnerRemoved = Self(rawValue: "PARTNER_REMOVED")
            /// A partner's customer has to be certified; see ``Update/certification``.
            public static let certificationNeeded = Self(rawValue: "PARTNER_CLIENT_CERTIFICATION_NEEDED")
            /// The certification stands otherwise; see ``Update/certification``.
            public static let certificationStatus = Self(rawValue: "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE")
            /// Another tier of prices; see ``Update/volumeTier``.
            public static let volumeTier = Self(rawValue: "VOLUME_BASED_PRICING_TIER_UPDATE")
            /// The account was verified. Of deliveries before 2024.
            public static let verified = Self(rawValue: "VERIFIED_ACCOUNT")
            /// The account was disabled. Of deliveries before 2024.
            public static let disabled = Self(rawValue: "DISABLED_ACCOUNT")
        }

        /// What happened.
        public var kind: Kind
        /// The business phone number, where it is about one.
        public var phoneNumber: PhoneNumber?
        /// The account of a partner's customer (`waba_info`).
        public var account: AccountInfo?
        /// Whether the account is disabled (`ban_info`).
        public var ban: Ban?
        /// What is forbidden (`restriction_info`).
        public var restrictions: [Restriction]
        /// The rule that was violated (`violation_info`).
        public var violation: Violation?
        /// Why a partner was removed (`disconnection_info`).
        public var disconnection: Disconnection?
        /// From when international rates apply (`auth_international_rate_eligibility`).
        public var authenticationRates: AuthenticationRates?
        /// How the certification of a partner's customer stands.
        public var certification: Certification?
        /// The tier of prices (`volume_tier_info`).
        public var volumeTier: VolumeTier?
        /// The country in which the business mainly is, in two letters.
        public var country: String?

        /// Creates the value.
        public init(
            kind: Kind, phoneNumber: PhoneNumber? = nil, account: AccountInfo? = nil, ban: Ban? = nil,
            restrictions: [Restriction] = [], violation: Violation? = nil, disconnection: Disconnection? = nil,
            authenticationRates: AuthenticationRates? = nil, certification: Certification? = nil,
            volumeTier: VolumeTier? = nil, country: String? = nil
        ) {
            self.kind = kind
            self.phoneNumber = phoneNumber
            self.account = account
            self.ban = ban
            self.restrictions = restrictions
            self.violation = violation
            self.disconnection = disconnection
            self.authenticationRates = authenticationRates
            self.certification = certification
            self.volumeTier = volumeTier
            self.country = country
        }

        /// Whether what happened is one of the words that only `account_update` has, so that its field need not be named.
        var isKnown: Bool {
            switch kind {
            case .accountDeleted, .offboarded, .reconnected, .restriction, .violation, .adAccountLinked,
                .authenticationRates,
                .countryChanged, .disabledUpdate, .marketingTermsSigned, .volumeTier, .verified, .disabled:
                return true
            default: return kind.rawValue.hasPrefix("PARTNER_")
            }
        }

        init?(_ node: JSONNode) {
            guard let kind: Kind = node.read("event") else { return nil }
            self.init(
                kind: kind, phoneNumber: node.read("phone_number") ?? node.read("display_phone_number"),
                account: node.object("waba_info").map { AccountInfo($0) }, ban: node.object("ban_info").map { Ban($0) },
                restrictions: node.member("restriction_info").map { Restriction.list($0) } ?? [],
                violation: node.object("violation_info").map { Violation($0) },
                disconnection: node.object("disconnection_info").map { Disconnection($0) },
                authenticationRates: node.object("auth_international_rate_eligibility").map { AuthenticationRates($0) },
                certification: (node.object("partner_client_certification_info")
                    ?? node.object("partner_client_certification_needed_info"))
                    .map { Certification($0) }, volumeTier: node.object("volume_tier_info").map { VolumeTier($0) },
                country: node.member("country")?.text)
        }
    }
}

extension AccountEvent.Update: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "account: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
