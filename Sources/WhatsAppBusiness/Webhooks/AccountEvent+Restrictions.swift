#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension AccountEvent {
    /// Whether an account is disabled.
    public struct Ban: Hashable, Sendable {
        /// Whether an account is disabled; an open set.
        public struct State: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It is.
            public static let disabled = Self(rawValue: "DISABLE")
            /// It is no longer.
            public static let reinstated = Self(rawValue: "REINSTATE")
            /// It will be.
            public static let scheduled = Self(rawValue: "SCHEDULE_FOR_DISABLE")
        }

        /// How it stands.
        public var state: State?
        /// Since when, in the platform's words, such as `April 17, 2025`.
        public var date: String?

        /// Creates the value.
        public init(state: State? = nil, date: String? = nil) {
            self.state = state
            self.date = date
        }

        init(_ node: JSONNode) {
            self.init(
                state: node.read("waba_ban_state"), date: node.member("waba_ban_date")?.text)
        }
    }

    /// Something that an account may not do.
    public struct Restriction: Hashable, Sendable {
        /// What is forbidden; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Adding numbers.
            public static let addPhoneNumber = Self(rawValue: "RESTRICTED_ADD_PHONE_NUMBER_ACTION")
            /// Writing first.
            public static let businessInitiatedMessaging = Self(rawValue: "RESTRICTED_BIZ_INITIATED_MESSAGING")
            /// Answering customers.
            public static let customerInitiatedMessaging = Self(rawValue: "RESTRICTED_CUSTOMER_INITIATED_MESSAGING")
            /// Calls in both directions.
            public static let calling = Self(rawValue: "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING")
            /// Calling customers.
            public static let businessInitiatedCalling = Self(rawValue: "RESTRICTED_BUSINESS_INITIATED_CALLING")
            /// Being called by customers.
            public static let userInitiatedCalling = Self(rawValue: "RESTRICTED_USER_INITIATED_CALLING")
            /// Being called by customers, who no longer see the button.
            public static let callButtonHidden = Self(rawValue: "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN")
            /// Templates of the category utility.
            public static let utilityTemplates = Self(rawValue: "RESTRICTED_UTILITY_TEMPLATES")
            /// Utility messages without an approved template.
            public static let directSendUtilityTemplates = Self(rawValue: "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES")
        }

        /// What is forbidden.
        public var kind: Kind
        /// Until when, where it ends.
        public var expiration: Date?
        /// What to do about it.
        public var remediation: String?

        /// Creates the value.
        public init(kind: Kind, expiration: Date? = nil, remediation: String? = nil) {
            self.kind = kind
            self.expiration = expiration
            self.remediation = remediation
        }

        init?(_ node: JSONNode) {
            guard let kind: Kind = node.read("restriction_type") else { return nil }
            self.init(
                kind: kind, expiration: node.member("expiration")?.time, remediation: node.member("remediation")?.string
            )
        }

        /// Restrictions of an array, or one that stands alone.
        static func list(_ node: JSONNode) -> [Restriction] {
            node.kind == .object ? [Restriction(node)].compactMap(\.self) : node.objects.compactMap { Restriction($0) }
        }
    }

    /// A rule that an account violated.
    public struct Violation: Hashable, Sendable {
        /// A rule that was violated; the platform's policy names more; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Nothing for adults only.
            public static let adult = Self(rawValue: "ADULT")
            /// Customers disliked to be called.
            public static let lowBusinessCallQuality = Self(rawValue: "LOW_BUSINESS_INITIATED_CALLING_QUALITY")
            /// Customers disliked how their calls went.
            public static let lowUserCallQuality = Self(rawValue: "LOW_USER_INITIATED_CALLING_QUALITY")
            /// Too few calls were picked up.
            public static let lowPickupRate = Self(rawValue: "USER_INITIATED_CALLS_LOW_PICKUP_RATE")
        }

        /// The rule.
        public var kind: Kind?
        /// What to do about it.
        public var remediation: String?

        /// Creates the value.
        public init(kind: Kind? = nil, remediation: String? = nil) {
            self.kind = kind
            self.remediation = remediation
        }

        init(_ node: JSONNode) {
            self.init(
                kind: node.read("violation_type"), remediation: node.member("remediation")?.string)
        }
    }
}

extension AccountEvent.Ban: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "ban: \(state?.rawValue ?? "no state said")" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension AccountEvent.Restriction: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "restriction: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension AccountEvent.Violation: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "violation: \(kind?.rawValue ?? "no kind said")" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
