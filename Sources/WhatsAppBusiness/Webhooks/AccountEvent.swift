#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something happened to the account, to a number or to the business: `account_update`, `account_alerts`,
/// `phone_number_quality_update`, `security` and the other fields of webhooks reference §2.5 and §2.6.
///
/// ```swift
/// case .account(let event):
///     switch event.detail {
///     case .update(let update) where update.kind == .restriction: …        // update.restrictions
///     case .qualityUpdate(let quality): …                                  // quality.businessLimit?.recipients
///     default: …
///     }
/// ```
public struct AccountEvent: Hashable, Sendable {
    /// What happened, a case for each field.
    ///
    /// New cases will come: switch with a `default`.
    #if hasAttribute(nonexhaustive)
    @nonexhaustive
    #endif
    public enum Detail: Hashable, Sendable {
        /// The account was restricted, disabled, shared with a partner and so on (`account_update`).
        indirect case update(Update)
        /// Something that somebody of the business should know (`account_alerts`).
        indirect case alert(Alert)
        /// The account was reviewed (`account_review_update`).
        case review(Decision)
        /// Settings of a number were changed (`account_settings_update`).
        indirect case settingsUpdate(SettingsUpdate)
        /// What the business may do has changed (`business_capability_update`).
        indirect case capability(Capability)
        /// Something happened to the business portfolio (`business_status_update`).
        case businessStatus(BusinessStatus)
        /// The name of a number was approved or rejected (`phone_number_name_update`).
        indirect case nameUpdate(NameUpdate)
        /// The limit or the throughput of a number changed (`phone_number_quality_update`).
        indirect case qualityUpdate(QualityUpdate)
        /// The user name of a number changed (`business_username_updates`).
        indirect case usernameUpdate(UsernameUpdate)
        /// The two-step verification of a number changed (`security`).
        indirect case securityUpdate(SecurityUpdate)
        /// How a number takes payments has changed (`payment_configuration_update`).
        indirect case paymentConfiguration(PaymentConfiguration)
        /// A solution of several partners changed (`partner_solutions`).
        indirect case partnerSolution(PartnerSolution)
        /// A provider tells its partner about a number or a client (360dialog's partner webhook).
        indirect case partnerNotice(PartnerNotice)
    }

    /// What happened.
    public var detail: Detail
    /// Where the event comes from, and its bytes.
    public var origin: EventOrigin

    /// Creates an event.
    public init(detail: Detail, origin: EventOrigin) {
        self.detail = detail
        self.origin = origin
    }
}

extension AccountEvent {
    /// The platform's word for what happened: its event, decision, status or type of alert. `nil` for
    /// `business_capability_update`, which has none.
    public var word: String? {
        switch detail {
        case .update(let update): return update.kind.rawValue
        case .alert(let alert): return alert.kind.rawValue
        case .review(let decision): return decision.rawValue
        case .settingsUpdate(let update): return update.kind.rawValue
        case .capability: return nil
        case .businessStatus(let status): return status.kind.rawValue
        case .nameUpdate(let update): return update.decision.rawValue
        case .qualityUpdate(let update): return update.kind.rawValue
        case .usernameUpdate(let update): return update.status.rawValue
        case .securityUpdate(let update): return update.kind.rawValue
        case .paymentConfiguration(let configuration): return configuration.status.rawValue
        case .partnerSolution(let solution): return solution.kind.rawValue
        case .partnerNotice(let notice): return notice.kind.rawValue
        }
    }

    /// The business phone number that it is about, where it is about one and says its digits.
    public var phoneNumber: PhoneNumber? {
        switch detail {
        case .update(let update): return update.phoneNumber
        case .nameUpdate(let update): return update.phoneNumber
        case .qualityUpdate(let update): return update.phoneNumber
        case .usernameUpdate(let update): return update.phoneNumber
        case .securityUpdate(let update): return update.phoneNumber
        case .partnerNotice(let notice): return notice.phoneNumber
        default: return nil
        }
    }

    /// When it happened, where the value itself says it.
    public var changed: Date? {
        switch detail {
        case .settingsUpdate(let update): return update.changed
        case .paymentConfiguration(let configuration): return configuration.updated
        default: return nil
        }
    }
}

extension AccountEvent: CustomStringConvertible, CustomReflectable {
    /// What kind of event it is; nothing personal.
    public var description: String { "\(detail) of \(origin)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension AccountEvent.Detail: CustomStringConvertible, CustomReflectable {
    /// What happened; nothing personal.
    public var description: String {
        switch self {
        case .update(let update): return update.description
        case .alert(let alert): return alert.description
        case .review(let decision): return "review: \(decision.rawValue)"
        case .settingsUpdate(let update): return update.description
        case .capability(let capability): return capability.description
        case .businessStatus(let status): return status.description
        case .nameUpdate(let update): return update.description
        case .qualityUpdate(let update): return update.description
        case .usernameUpdate(let update): return update.description
        case .securityUpdate(let update): return update.description
        case .paymentConfiguration(let configuration): return configuration.description
        case .partnerSolution(let solution): return solution.description
        case .partnerNotice(let notice): return notice.description
        }
    }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
