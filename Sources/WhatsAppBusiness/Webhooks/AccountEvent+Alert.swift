extension AccountEvent {
    /// Something that somebody of the business should know: `account_alerts` (webhooks reference §2.5).
    public struct Alert: Hashable, Sendable {
        /// What an alert is about; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// A higher limit was put off.
            public static let increasedCapabilitiesDeferred = Self(
                rawValue: "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED")
            /// A higher limit was refused.
            public static let increasedCapabilitiesFailed = Self(rawValue: "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED")
            /// A higher limit needs more information.
            public static let increasedCapabilitiesNeedMoreInfo = Self(
                rawValue: "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO")
            /// The business is an official business account.
            public static let officialAccountApproved = Self(rawValue: "OBA_APPROVED")
            /// The business is not an official business account.
            public static let officialAccountRejected = Self(rawValue: "OBA_REJECTED")
            /// The picture of the profile was lost.
            public static let profilePictureLost = Self(rawValue: "PROFILE_PICTURE_LOST")
        }

        /// How bad an alert is; an open set.
        public struct Severity: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// Something stops working.
            public static let critical = Self(rawValue: "CRITICAL")
            /// Something should be done.
            public static let warning = Self(rawValue: "WARNING")
            /// Nothing has to be done.
            public static let informational = Self(rawValue: "INFORMATIONAL")
        }

        /// Whether an alert stands; an open set.
        public struct State: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It stands.
            public static let active = Self(rawValue: "ACTIVE")
            /// It has no state.
            public static let none = Self(rawValue: "NONE")
        }

        /// What an alert concerns; an open set.
        public struct EntityType: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The business portfolio.
            public static let business = Self(rawValue: "BUSINESS")
            /// A business phone number.
            public static let phoneNumber = Self(rawValue: "PHONE_NUMBER")
            /// The business profile.
            public static let businessProfile = Self(rawValue: "CURRENT_STATUS_ID")
        }

        /// What it is about.
        public var kind: Kind
        /// How bad it is.
        public var severity: Severity?
        /// Whether it stands.
        public var state: State?
        /// The platform's words about it.
        public var details: String?
        /// What it concerns.
        public var entityType: EntityType?
        /// The id of what it concerns.
        public var entityID: String?

        /// Creates the value.
        public init(
            kind: Kind, severity: Severity? = nil, state: State? = nil, details: String? = nil,
            entityType: EntityType? = nil, entityID: String? = nil
        ) {
            self.kind = kind
            self.severity = severity
            self.state = state
            self.details = details
            self.entityType = entityType
            self.entityID = entityID
        }

        init?(_ node: JSONNode) {
            let info = node.member("alert_info")
            guard let kind: Kind = info?.read("alert_type") else { return nil }
            self.init(
                kind: kind, severity: info?.read("alert_severity"), state: info?.read("alert_status"),
                details: info?.member("alert_description")?.string, entityType: node.read("entity_type"),
                entityID: node.member("entity_id")?.text)
        }
    }
}

extension AccountEvent.Alert: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "alert \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
