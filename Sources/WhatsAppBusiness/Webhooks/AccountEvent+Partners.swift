extension AccountEvent {
    /// The account of a partner's customer.
    public struct AccountInfo: Hashable, Sendable {
        /// The account.
        public var accountID: BusinessAccountID?
        /// The portfolio that owns it.
        public var ownerBusinessID: String?
        /// The account for advertisements that was linked (`ad_account_linked`, elsewhere `ad_account_id`).
        public var adAccountID: String?
        /// The app of the partner.
        public var partnerAppID: String?
        /// The solution of several partners.
        public var solutionID: String?
        /// The portfolios of those partners.
        public var solutionPartnerIDs: [String]

        /// Creates the value.
        public init(
            accountID: BusinessAccountID? = nil, ownerBusinessID: String? = nil, adAccountID: String? = nil,
            partnerAppID: String? = nil, solutionID: String? = nil, solutionPartnerIDs: [String] = []
        ) {
            self.accountID = accountID
            self.ownerBusinessID = ownerBusinessID
            self.adAccountID = adAccountID
            self.partnerAppID = partnerAppID
            self.solutionID = solutionID
            self.solutionPartnerIDs = solutionPartnerIDs
        }

        init(_ node: JSONNode) {
            self.init(
                accountID: node.read("waba_id"), ownerBusinessID: node.member("owner_business_id")?.text,
                adAccountID: node.member("ad_account_linked")?.text ?? node.member("ad_account_id")?.text,
                partnerAppID: node.member("partner_app_id")?.text, solutionID: node.member("solution_id")?.text,
                solutionPartnerIDs: node.member("solution_partner_business_ids")?.elements.compactMap(\.text) ?? [])
        }
    }

    /// Why a partner was removed from an account.
    public struct Disconnection: Hashable, Sendable {
        /// Why a partner was removed; an open set.
        public struct Reason: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The business disconnected it.
            public static let accountDisconnected = Self(rawValue: "ACCOUNT_DISCONNECTED")
            /// The business uses the app without the platform.
            public static let businessDowngrade = Self(rawValue: "BUSINESS_DOWNGRADE")
            /// The business has another number.
            public static let numberChanged = Self(rawValue: "CHANGE_NUMBER")
            /// The partner was inactive, for about 30 days.
            public static let companionInactivity = Self(rawValue: "COMPANION_INACTIVITY")
            /// The phone was inactive, for about 14 days.
            public static let primaryInactivity = Self(rawValue: "PRIMARY_INACTIVITY")
            /// The number was registered anew.
            public static let reregistered = Self(rawValue: "USER_RE_REGISTERED")
        }

        /// Who removed a partner; an open set.
        public struct Initiator: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The platform.
            public static let system = Self(rawValue: "SYSTEM")
            /// The business.
            public static let user = Self(rawValue: "USER")
        }

        /// Why.
        public var reason: Reason?
        /// Who did it.
        public var initiator: Initiator?

        /// Creates the value.
        public init(reason: Reason? = nil, initiator: Initiator? = nil) {
            self.reason = reason
            self.initiator = initiator
        }

        init(_ node: JSONNode) {
            self.init(
                reason: node.read("reason"), initiator: node.read("initiated_by"))
        }
    }

    /// How the certification of a partner's customer stands.
    public struct Certification: Hashable, Sendable {
        /// How a certification stands; an open set.
        public struct Status: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It is certified.
            public static let approved = Self(rawValue: "APPROVED")
            /// It was given up.
            public static let discarded = Self(rawValue: "DISCARDED")
            /// It is not certified.
            public static let failed = Self(rawValue: "FAILED")
            /// It is looked at.
            public static let pending = Self(rawValue: "PENDING")
            /// It is no longer certified.
            public static let revoked = Self(rawValue: "REVOKED")
        }

        /// Why a certification was refused; words with spaces; an open set.
        public struct RejectionReason: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The address is another.
            public static let addressNotMatching = Self(rawValue: "ADDRESS NOT MATCHING")
            /// The business cannot be certified.
            public static let notEligible = Self(rawValue: "BUSINESS NOT ELIGIBLE")
            /// The legal name is another.
            public static let legalNameNotMatching = Self(rawValue: "LEGAL NAME NOT MATCHING")
            /// The legal name is in no document.
            public static let legalNameNotFound = Self(rawValue: "LEGAL NAME NOT FOUND IN DOCUMENTS")
            /// The documents cannot be read.
            public static let malformedDocuments = Self(rawValue: "MALFORMED DOCUMENTS")
            /// The web site is another.
            public static let websiteNotMatching = Self(rawValue: "WEBSITE NOT MATCHING")
            /// There is no reason.
            public static let none = Self(rawValue: "NONE")
        }

        /// The portfolio of the customer.
        public var clientBusinessID: String?
        /// How it stands; `nil` where it is needed and has not begun.
        public var status: Status?
        /// Why it was refused.
        public var rejectionReasons: [RejectionReason]

        /// Creates the value.
        public init(clientBusinessID: String? = nil, status: Status? = nil, rejectionReasons: [RejectionReason] = []) {
            self.clientBusinessID = clientBusinessID
            self.status = status
            self.rejectionReasons = rejectionReasons
        }

        init(_ node: JSONNode) {
            self.init(
                clientBusinessID: node.member("client_business_id")?.text, status: node.read("status"),
                rejectionReasons: node.member("rejection_reasons")?.elements
                    .compactMap { $0.text.map { RejectionReason(rawValue: $0) } } ?? [])
        }
    }
}

extension AccountEvent.AccountInfo: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "account of a partner's customer" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension AccountEvent.Disconnection: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "disconnection: \(reason?.rawValue ?? "no reason said")" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension AccountEvent.Certification: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "certification: \(status?.rawValue ?? "needed")" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
