extension AccountEvent {
    /// A solution of several partners changed: `partner_solutions` (webhooks reference §2.5).
    ///
    /// The account of the event is the id of a business portfolio.
    public struct PartnerSolution: Hashable, Sendable {
        /// What happened to a solution; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It was created.
            public static let created = Self(rawValue: "SOLUTION_CREATED")
            /// It was changed.
            public static let updated = Self(rawValue: "SOLUTION_UPDATED")
        }

        /// How a solution stands; an open set.
        public struct Status: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It is used.
            public static let active = Self(rawValue: "ACTIVE")
            /// It is no longer used.
            public static let deactivated = Self(rawValue: "DEACTIVATED")
            /// It is not sent to the partner yet.
            public static let draft = Self(rawValue: "DRAFT")
            /// The partner has to agree.
            public static let initiated = Self(rawValue: "INITIATED")
            /// Somebody wants to end it.
            public static let pendingDeactivation = Self(rawValue: "PENDING_DEACTIVATION")
            /// The partner did not agree.
            public static let rejected = Self(rawValue: "REJECTED")
        }

        /// What happened.
        public var kind: Kind
        /// The solution.
        public var solutionID: String?
        /// How it stands.
        public var status: Status?

        /// Creates the value.
        public init(kind: Kind, solutionID: String? = nil, status: Status? = nil) {
            self.kind = kind
            self.solutionID = solutionID
            self.status = status
        }

        init?(_ node: JSONNode) {
            guard let kind: Kind = node.read("event") else { return nil }
            self.init(kind: kind, solutionID: node.member("solution_id")?.text, status: node.read("solution_status"))
        }
    }
}

extension AccountEvent.PartnerSolution: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "solution of partners: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
