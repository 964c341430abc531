#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something happened to the account, to a number or to the business: `account_update`, `account_alerts`,
/// `phone_number_quality_update`, `security` and the other fields of webhooks reference §2.5 and §2.6.
///
/// ``event`` is the platform's word for it, and ``EventOrigin/field`` says where it was told. Members that a field does not
/// have are `nil`; what is special to one event, such as the opening hours of calls, is in ``EventOrigin/raw``.
public struct AccountEvent: Hashable, Sendable {
    /// What happened; an open set (webhooks reference §2.5, §2.6).
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The account was deleted.
        public static let accountDeleted = Self(rawValue: "ACCOUNT_DELETED")
        /// Something is forbidden; see ``AccountEvent/restrictions``.
        public static let restriction = Self(rawValue: "ACCOUNT_RESTRICTION")
        /// A rule was violated; see ``AccountEvent/violation``.
        public static let violation = Self(rawValue: "ACCOUNT_VIOLATION")
        /// The account was disabled or reinstated; see ``AccountEvent/banState``.
        public static let disabledUpdate = Self(rawValue: "DISABLED_UPDATE")
        /// A partner was added.
        public static let partnerAdded = Self(rawValue: "PARTNER_ADDED")
        /// A partner was removed.
        public static let partnerRemoved = Self(rawValue: "PARTNER_REMOVED")
        /// The number left the platform for another device.
        public static let offboarded = Self(rawValue: "ACCOUNT_OFFBOARDED")
        /// The number came back.
        public static let reconnected = Self(rawValue: "ACCOUNT_RECONNECTED")
        /// Another tier of prices; see ``AccountEvent/volumeTier``.
        public static let volumeTier = Self(rawValue: "VOLUME_BASED_PRICING_TIER_UPDATE")
        /// A decision: yes.
        public static let approved = Self(rawValue: "APPROVED")
        /// A decision: no.
        public static let rejected = Self(rawValue: "REJECTED")
        /// A decision is to come.
        public static let pending = Self(rawValue: "PENDING")
        /// A decision was put off.
        public static let deferred = Self(rawValue: "DEFERRED")
    }
    /// A restriction of an account.
    public struct Restriction: Hashable, Sendable {
        /// What is forbidden, such as `RESTRICTED_BIZ_INITIATED_MESSAGING`.
        public var type: String
        /// Until when, where it ends.
        public var expiration: Date?
        /// What to do about it.
        public var remediation: String?

        /// Creates a restriction.
        public init(type: String, expiration: Date? = nil, remediation: String? = nil) {
            self.type = type
            self.expiration = expiration
            self.remediation = remediation
        }
    }

    /// A tier of prices by volume.
    public struct VolumeTier: Hashable, Sendable {
        /// When the tier was reached. Of several notices of one tier the earliest counts.
        public var updated: Date?
        /// The category that is priced.
        public var category: String?
        /// The tier as `min:max`.
        public var tier: String?
        /// The month as `YYYY-MM`.
        public var month: String?
        /// The region.
        public var region: String?

        /// Creates a tier.
        public init(
            updated: Date? = nil, category: String? = nil, tier: String? = nil, month: String? = nil,
            region: String? = nil
        ) {
            self.updated = updated
            self.category = category
            self.tier = tier
            self.month = month
            self.region = region
        }
    }

    /// What happened: the `event`, the `decision`, the `status` or the type of the alert.
    public var event: Kind
    /// The business phone number that it is about.
    public var phoneNumber: PhoneNumber?
    /// What an alert is about, such as `BUSINESS`.
    public var entityType: String?
    /// Its id.
    public var entityID: String?
    /// How bad an alert is, such as `WARNING`.
    public var severity: String?
    /// Whether an alert is `ACTIVE`.
    public var alertStatus: String?
    /// The platform's words about it.
    public var details: String?
    /// The name that was requested for a number.
    public var verifiedName: String?
    /// Why that name was rejected.
    public var rejectionReason: String?
    /// The limit of a number, such as `TIER_10K`; announced for removal.
    public var currentLimit: String?
    /// The limit before.
    public var oldLimit: String?
    /// The limit of a business, spelled as a tier or as a number.
    public var dailyConversations: String?
    /// The limit of a number; -1 is unlimited.
    public var dailyConversationsPerNumber: Int?
    /// How many numbers a business may have.
    public var numbersPerBusiness: Int?
    /// How many numbers an account may have.
    public var numbersPerAccount: Int?
    /// The user name of a number; `nil` where it was deleted.
    public var username: String?
    /// Who asked for another PIN.
    public var requester: String?
    /// The business portfolio.
    public var businessID: String?
    /// The solution of partners.
    public var solutionID: String?
    /// The primary country of the business.
    public var country: String?
    /// The configuration of payments.
    public var configurationName: String?
    /// Its payment gateway.
    public var providerName: String?
    /// What is forbidden.
    public var restrictions: [Restriction]
    /// The rule that was violated.
    public var violation: String?
    /// What to do about the violation.
    public var remediation: String?
    /// Whether the account is disabled: `DISABLE`, `REINSTATE` or `SCHEDULE_FOR_DISABLE`.
    public var banState: String?
    /// Since when, in the platform's words.
    public var banDate: String?
    /// The account of a partner's customer.
    public var sharedAccountID: BusinessAccountID?
    /// The portfolio that owns it.
    public var ownerBusinessID: String?
    /// The app of the partner.
    public var partnerAppID: String?
    /// Why a partner was removed.
    public var disconnectionReason: String?
    /// Who removed it: `SYSTEM` or `USER`.
    public var disconnectedBy: String?
    /// How the certification of a partner's customer stands.
    public var certificationStatus: String?
    /// The new tier of prices.
    public var volumeTier: VolumeTier?
    /// When settings were changed, where the value says it.
    public var changed: Date?
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates the value.
    public init(
        event: Kind, phoneNumber: PhoneNumber? = nil, entityType: String? = nil, entityID: String? = nil,
        severity: String? = nil, alertStatus: String? = nil, details: String? = nil, verifiedName: String? = nil,
        rejectionReason: String? = nil, currentLimit: String? = nil, oldLimit: String? = nil,
        dailyConversations: String? = nil, dailyConversationsPerNumber: Int? = nil, numbersPerBusiness: Int? = nil,
        numbersPerAccount: Int? = nil, username: String? = nil, requester: String? = nil, businessID: String? = nil,
        solutionID: String? = nil, country: String? = nil, configurationName: String? = nil,
        providerName: String? = nil, restrictions: [Restriction] = [], violation: String? = nil,
        remediation: String? = nil, banState: String? = nil, banDate: String? = nil,
        sharedAccountID: BusinessAccountID? = nil, ownerBusinessID: String? = nil, partnerAppID: String? = nil,
        disconnectionReason: String? = nil, disconnectedBy: String? = nil, certificationStatus: String? = nil,
        volumeTier: VolumeTier? = nil, changed: Date? = nil, origin: EventOrigin
    ) {
        self.event = event
        self.phoneNumber = phoneNumber
        self.entityType = entityType
        self.entityID = entityID
        self.severity = severity
        self.alertStatus = alertStatus
        self.details = details
        self.verifiedName = verifiedName
        self.rejectionReason = rejectionReason
        self.currentLimit = currentLimit
        self.oldLimit = oldLimit
        self.dailyConversations = dailyConversations
        self.dailyConversationsPerNumber = dailyConversationsPerNumber
        self.numbersPerBusiness = numbersPerBusiness
        self.numbersPerAccount = numbersPerAccount
        self.username = username
        self.requester = requester
        self.businessID = businessID
        self.solutionID = solutionID
        self.country = country
        self.configurationName = configurationName
        self.providerName = providerName
        self.restrictions = restrictions
        self.violation = violation
        self.remediation = remediation
        self.banState = banState
        self.banDate = banDate
        self.sharedAccountID = sharedAccountID
        self.ownerBusinessID = ownerBusinessID
        self.partnerAppID = partnerAppID
        self.disconnectionReason = disconnectionReason
        self.disconnectedBy = disconnectedBy
        self.certificationStatus = certificationStatus
        self.volumeTier = volumeTier
        self.changed = changed
        self.origin = origin
    }

    @inline(never)
    init?(_ node: JSONNode, _ origin: EventOrigin) {
        guard node.kind == .object else { return nil }
        let text = { (name: StaticString) in node.member(name)?.text }
        var phoneNumber: PhoneNumber?
        var entityType: String?
        var entityID: String?
        var severity: String?
        var alertStatus: String?
        var details: String?
        var verifiedName: String?
        var rejectionReason: String?
        var currentLimit: String?
        var oldLimit: String?
        var dailyConversations: String?
        var dailyConversationsPerNumber: Int?
        var numbersPerBusiness: Int?
        var numbersPerAccount: Int?
        var username: String?
        var requester: String?
        var businessID: String?
        var solutionID: String?
        var country: String?
        var configurationName: String?
        var providerName: String?
        var restrictions: [Restriction] = []
        var violation: String?
        var remediation: String?
        var banState: String?
        var banDate: String?
        var sharedAccountID: BusinessAccountID?
        var ownerBusinessID: String?
        var partnerAppID: String?
        var disconnectionReason: String?
        var disconnectedBy: String?
        var certificationStatus: String?
        var volumeTier: VolumeTier?
        var changed: Date?
        for member in node.members {
            let value = member.value
            switch member.key {
            case "entity_type": entityType = value.text
            case "entity_id": entityID = value.text
            case "requested_verified_name": verifiedName = value.text
            case "rejection_reason": rejectionReason = value.text
            case "current_limit": currentLimit = value.text
            case "old_limit": oldLimit = value.text
            case "max_daily_conversations_per_business": dailyConversations = value.text
            case "max_daily_conversation_per_phone": dailyConversationsPerNumber = value.integer
            case "max_phone_numbers_per_business": numbersPerBusiness = value.integer
            case "max_phone_numbers_per_waba": numbersPerAccount = value.integer
            case "username": username = value.text
            case "requester": requester = value.text
            case "business_id": businessID = value.text
            case "solution_id": solutionID = value.text
            case "country": country = value.text
            case "configuration_name": configurationName = value.text
            case "provider_name": providerName = value.text
            case "timestamp": changed = value.time
            case "display_phone_number", "phone_number":
                phoneNumber = value.text.map { PhoneNumber(rawValue: $0) } ?? phoneNumber
            case "alert_info":
                severity = value.member("alert_severity")?.text
                alertStatus = value.member("alert_status")?.text
                details = value.member("alert_description")?.text
            case "restriction_info":
                restrictions = value.objects.compactMap { element in
                    element.member("restriction_type")?.text.map {
                        Restriction(
                            type: $0, expiration: element.member("expiration")?.time,
                            remediation: element.member("remediation")?.text)
                    }
                }
            case "violation_info":
                violation = value.member("violation_type")?.text
                remediation = value.member("remediation")?.text
            case "ban_info":
                banState = value.member("waba_ban_state")?.text
                banDate = value.member("waba_ban_date")?.text
            case "waba_info":
                sharedAccountID = value.member("waba_id")?.text.map { BusinessAccountID(rawValue: $0) }
                ownerBusinessID = value.member("owner_business_id")?.text
                partnerAppID = value.member("partner_app_id")?.text
                solutionID = solutionID ?? value.member("solution_id")?.text
            case "disconnection_info":
                disconnectionReason = value.member("reason")?.text
                disconnectedBy = value.member("initiated_by")?.text
            case "partner_client_certification_info": certificationStatus = value.member("status")?.text
            case "volume_tier_info" where value.kind == .object:
                volumeTier = VolumeTier(
                    updated: value.member("tier_update_time")?.time, category: value.member("pricing_category")?.text,
                    tier: value.member("tier")?.text,
                    month: value.member("effective_month")?.text, region: value.member("region")?.text)
            default: break
            }
        }
        // What names the event depends on the field; a value that does not name it is no event of the account.
        let name: String?
        switch origin.field {
        case "phone_number_name_update", "account_review_update": name = text("decision")
        case "account_alerts": name = node.member("alert_info")?.member("alert_type")?.text
        case "account_settings_update": name = text("type")
        case "business_capability_update": name = "CAPABILITY"
        case "business_username_updates", "business_username_update", "phone_number_username_update",
            "payment_configuration_update":
            name = text("status")
        default: name = text("event")
        }
        guard let name else { return nil }
        if origin.field == "business_capability_update", dailyConversations == nil, dailyConversationsPerNumber == nil,
            numbersPerBusiness == nil, numbersPerAccount == nil
        {
            return nil
        }
        let event = Kind(rawValue: name)
        self.init(
            event: event, phoneNumber: phoneNumber, entityType: entityType, entityID: entityID, severity: severity,
            alertStatus: alertStatus, details: details, verifiedName: verifiedName, rejectionReason: rejectionReason,
            currentLimit: currentLimit, oldLimit: oldLimit, dailyConversations: dailyConversations,
            dailyConversationsPerNumber: dailyConversationsPerNumber, numbersPerBusiness: numbersPerBusiness,
            numbersPerAccount: numbersPerAccount, username: username, requester: requester, businessID: businessID,
            solutionID: solutionID, country: country, configurationName: configurationName, providerName: providerName,
            restrictions: restrictions, violation: violation, remediation: remediation, banState: banState,
            banDate: banDate, sharedAccountID: sharedAccountID, ownerBusinessID: ownerBusinessID,
            partnerAppID: partnerAppID, disconnectionReason: disconnectionReason, disconnectedBy: disconnectedBy,
            certificationStatus: certificationStatus, volumeTier: volumeTier, changed: changed, origin: origin)
    }
}

extension AccountEvent {
    /// Whether the event is one that only `account_update` has, so that its field need not be named.
    var isNamed: Bool {
        switch event {
        case .accountDeleted, .restriction, .violation, .disabledUpdate, .partnerAdded, .partnerRemoved, .offboarded,
            .reconnected, .volumeTier:
            return true
        default: return event.rawValue.hasPrefix("PARTNER_")
        }
    }
}

extension AccountEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "account event \(event.rawValue) of \(origin)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
