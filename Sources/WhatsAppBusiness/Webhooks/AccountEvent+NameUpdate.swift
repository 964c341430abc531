extension AccountEvent {
    /// A decision about the name that a number shows: `phone_number_name_update` (webhooks reference §2.5).
    public struct NameUpdate: Hashable, Sendable {
        /// Why a name was rejected; an open set.
        public struct RejectionReason: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It is the name of an employee.
            public static let employee = Self(rawValue: "NAME_EMPLOYEE_ISSUE")
            /// It has nothing to do with the business.
            public static let notRelated = Self(rawValue: "NAME_ENDCLIENT_NOTRELATED")
            /// It is spelled in a way that is not accepted.
            public static let format = Self(rawValue: "NAME_FORMAT_UNACCEPTABLE")
            /// It is the name of a person.
            public static let individual = Self(rawValue: "NAME_INDIVIDUAL_ISSUE")
            /// It is not the name that the business uses elsewhere.
            public static let notConsistent = Self(rawValue: "NAME_NOT_CONSISTENT")
            /// The platform does not say why.
            public static let unknown = Self(rawValue: "UNKNOWN")
        }

        /// What was decided.
        public var decision: Decision
        /// The business phone number.
        public var phoneNumber: PhoneNumber?
        /// The name that was requested.
        public var requestedName: String?
        /// Why the name was rejected.
        public var rejectionReason: RejectionReason?

        /// Creates the value.
        public init(
            decision: Decision, phoneNumber: PhoneNumber? = nil, requestedName: String? = nil,
            rejectionReason: RejectionReason? = nil
        ) {
            self.decision = decision
            self.phoneNumber = phoneNumber
            self.requestedName = requestedName
            self.rejectionReason = rejectionReason
        }

        init?(_ node: JSONNode) {
            guard let decision: Decision = node.read("decision") else { return nil }
            self.init(
                decision: decision, phoneNumber: node.read("display_phone_number"),
                requestedName: node.member("requested_verified_name")?.string,
                rejectionReason: node.read("rejection_reason"))
        }
    }
}

extension AccountEvent.NameUpdate: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "name of a number: \(decision.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
