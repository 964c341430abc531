public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Dialog360Partner {
    /// A channel: a number of a client, with its contract and its state.
    ///
    /// Everything but the id may be missing; ``json`` holds what has no property. Source: 360dialog reference §5.3.
    public struct Channel: Hashable, Sendable, Identifiable {
        /// How a channel stands; an open set.
        public struct Status: RawRepresentable, Hashable, Sendable, Codable {
            /// 360dialog's word.
            public let rawValue: String

            /// Wraps a word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It was begun.
            public static let created = Self(rawValue: "created")
            /// The number is not verified.
            public static let unverified = Self(rawValue: "unverified")
            /// The number is verified.
            public static let verified = Self(rawValue: "verified")
            /// It can be used: an API key can be made.
            public static let ready = Self(rawValue: "ready")
            /// Something was changed.
            public static let modified = Self(rawValue: "modified")
            /// It came from elsewhere.
            public static let imported = Self(rawValue: "imported")
            /// Another display name was asked for.
            public static let newNameRequested = Self(rawValue: "new_name_requested")
            /// The display name was refused.
            public static let certificateDeclined = Self(rawValue: "certificate_declined")
            /// The client has agreed.
            public static let consentsSigned = Self(rawValue: "consents_signed")
            /// Something failed.
            public static let error = Self(rawValue: "error")
            /// The number can be moved here.
            public static let portingReady = Self(rawValue: "porting_ready")
            /// The number can be migrated.
            public static let readyForMigration = Self(rawValue: "ready_for_migration")
            /// The code of the migration is awaited.
            public static let waitingForMigrationCode = Self(rawValue: "waiting_for_migration_code")
            /// The code of the migration was asked for.
            public static let migrationCodeRequested = Self(rawValue: "migration_code_requested")
        }

        /// 360dialog's id; it ends in `CH`.
        public var id: String
        /// The client's id; it ends in `CL`.
        public var clientID: String?
        /// How it stands.
        public var status: Status?
        /// `live` or `sandbox`.
        public var accountMode: String?
        /// The number.
        public var phoneNumber: PhoneNumber?
        /// The display name.
        public var phoneName: String?
        /// 360dialog's id of the account; it ends in `WA` and is not the platform's.
        public var accountID: String?
        /// How the account stands with the platform, such as `verified`.
        public var accountStatus: String?
        /// The messaging limit, such as `TIER_1K`.
        public var messagingLimit: String?
        /// The quality rating.
        public var qualityRating: String?
        /// Whether the API is there.
        public var availability: String?
        /// Whether the business is an official one.
        public var isOfficialBusinessAccount: Bool?
        /// What the partner has noted with the client.
        public var partnerPayload: String?
        /// What is wrong with the set-up.
        public var setupError: String?
        /// When it was created.
        public var created: Date?
        /// Since when it is billed.
        public var billingStarted: Date?
        /// When it ended.
        public var terminated: Date?
        /// The channel as it came.
        public var json: JSONValue

        /// Reads a channel; `nil` where it has no id.
        public init?(json: JSONValue) {
            guard let id = json.word("id") else { return nil }
            let setup = json.part("setup_info")
            let account = json.part("waba_account")
            let client = json.part("client")
            self.id = id
            clientID = json.word("client_id") ?? client?.word("id")
            status = json.word("status").map { Status(rawValue: $0) }
            accountMode = json.word("account_mode")
            phoneNumber = (setup?.word("phone_number") ?? json.word("phone_number"))
                .map { PhoneNumber(rawValue: String($0.drop { $0 == "+" })) }
            phoneName = setup?.word("phone_name") ?? json.word("phone_name")
            accountID = account?.word("id")
            accountStatus = account?.word("fb_account_status") ?? json.word("fb_account_status")
            messagingLimit = json.word("current_limit")
            qualityRating = json.word("current_quality_rating")
            availability = json.word("availability_status")
            isOfficialBusinessAccount = json.flag("is_oba")
            partnerPayload = client?.word("partner_payload")
            setupError = setup?.word("error")
            created = json.time("created_at")
            billingStarted = json.time("billing_started_at")
            terminated = json.time("terminated_at")
            self.json = json
        }

        /// Reads the channel of a partner event; `nil` for an event that brings none.
        public init?(_ event: AccountEvent) {
            guard case .partnerNotice(let notice) = event.detail, notice.channelID != nil,
                let data = try? event.origin.raw.value["data"]
            else { return nil }
            self.init(json: data.part("channel") ?? data)
        }
    }
}

extension Dialog360Partner.Channel: CustomStringConvertible, CustomReflectable {
    /// The id and the state; neither number nor names.
    public var description: String { "channel \(id)" + (status.map { " (\($0.rawValue))" } ?? "") }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["channel": description]) }
}
