public import WhatsAppBusiness

extension Dialog360 {
    /// Whether messages can be sent, and what stands in the way at the number, its account, the business or the app.
    ///
    /// Source: 360dialog reference §2.7 ("Messaging health status").
    public struct HealthStatus: Hashable, Sendable {
        /// Whether something can be done; an open set.
        public struct Availability: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It can.
            public static let available = Self(rawValue: "AVAILABLE")
            /// It can within limits.
            public static let limited = Self(rawValue: "LIMITED")
            /// It cannot.
            public static let blocked = Self(rawValue: "BLOCKED")
        }

        /// Something that stands in the way.
        public struct Problem: Hashable, Sendable {
            /// The platform's number.
            public var code: PlatformErrorCode?
            /// What is wrong.
            public var text: String
            /// What to do about it.
            public var remedy: String?

            /// Creates a problem.
            public init(code: PlatformErrorCode? = nil, text: String, remedy: String? = nil) {
                self.code = code
                self.text = text
                self.remedy = remedy
            }
        }

        /// One of the things that a message depends on.
        public struct Entity: Hashable, Sendable {
            /// What it is; an open set.
            public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
                /// The platform's word.
                public let rawValue: String

                /// Wraps the platform's word.
                public init(rawValue: String) {
                    self.rawValue = rawValue
                }

                /// The number.
                public static let phoneNumber = Self(rawValue: "PHONE_NUMBER")
                /// The account.
                public static let account = Self(rawValue: "WABA")
                /// The business portfolio.
                public static let business = Self(rawValue: "BUSINESS")
                /// The app.
                public static let app = Self(rawValue: "APP")
                /// A template.
                public static let template = Self(rawValue: "MESSAGE_TEMPLATE")
            }

            /// What it is.
            public var kind: Kind
            /// Its id on the platform.
            public var id: String?
            /// Whether it lets messages pass.
            public var canSendMessage: Availability?
            /// Whether calls by SIP arrive.
            public var canReceiveSIPCalls: Availability?
            /// What stands in the way.
            public var problems: [Problem]
            /// What else is to be known.
            public var notes: [String]

            /// Creates an entity.
            public init(
                kind: Kind, id: String? = nil, canSendMessage: Availability? = nil,
                canReceiveSIPCalls: Availability? = nil, problems: [Problem] = [], notes: [String] = []
            ) {
                self.kind = kind
                self.id = id
                self.canSendMessage = canSendMessage
                self.canReceiveSIPCalls = canReceiveSIPCalls
                self.problems = problems
                self.notes = notes
            }
        }

        /// Whether messages can be sent; `nil` where the answer does not say.
        public var canSendMessage: Availability?
        /// The number, the account, the business and the app.
        public var entities: [Entity]
        /// The platform's id of the number, which no other call of this API tells.
        public var phoneNumberID: PhoneNumberID?

        /// The platform's id of the account.
        public var businessAccountID: BusinessAccountID? {
            entities.first { $0.kind == .account }?.id.map { BusinessAccountID(rawValue: $0) }
        }

        /// Creates a status.
        public init(
            canSendMessage: Availability? = nil, entities: [Entity] = [], phoneNumberID: PhoneNumberID? = nil
        ) {
            self.canSendMessage = canSendMessage
            self.entities = entities
            self.phoneNumberID = phoneNumberID
        }

        init(_ answer: JSONValue) {
            let status = answer.part("health_status") ?? answer
            canSendMessage = status.word("can_send_message").map { .init(rawValue: $0.uppercased()) }
            entities = status.objects("entities").map { Entity($0) }
            phoneNumberID = (answer.word("id") ?? entities.first { $0.kind == .phoneNumber }?.id)
                .map { PhoneNumberID(rawValue: $0) }
        }
    }
}

extension Dialog360.HealthStatus.Entity {
    fileprivate init(_ value: JSONValue) {
        self.init(
            kind: Kind(rawValue: value.word("entity_type")?.uppercased() ?? ""), id: value.word("id"),
            canSendMessage: value.word("can_send_message").map { .init(rawValue: $0.uppercased()) },
            canReceiveSIPCalls: value.word("can_receive_call_sip").map { .init(rawValue: $0.uppercased()) },
            problems: value.objects("errors").map { error in
                .init(
                    code: error.word("error_code").flatMap { Int($0) }.map { PlatformErrorCode(rawValue: $0) },
                    text: error.word("error_description") ?? "the platform does not say what",
                    remedy: error.word("possible_solution"))
            },
            notes: value["additional_info"]?.array?.compactMap(\.string)
                ?? value.word("additional_info").map { [$0] } ?? [])
    }
}
