extension AccountEvent {
    /// What a provider tells its partner about a channel (a number that is being connected) or about a client (the
    /// business that owns it).
    ///
    /// Source: 360dialog reference §5.4 ("Partner webhook events", 2026).
    public struct PartnerNotice: Hashable, Sendable {
        /// What happened; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The provider's word.
            public let rawValue: String

            /// Wraps the provider's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// A client signed up.
            public static let clientCreated = Self(rawValue: "client_created")
            /// A client began to connect a number.
            public static let channelCreated = Self(rawValue: "channel_created")
            /// The number was handed in.
            public static let channelSubmitted = Self(rawValue: "channel_submitted")
            /// The number is registered.
            public static let channelReady = Self(rawValue: "channel_ready")
            /// The number's API runs.
            public static let channelRunning = Self(rawValue: "channel_running")
            /// The number can send.
            public static let channelLive = Self(rawValue: "channel_live")
            /// The client lets the partner make API keys for the number: now is the time.
            public static let channelPermissionGranted = Self(rawValue: "channel_permission_granted")
            /// The client took that permission away; the name is unconfirmed.
            public static let channelPermissionRevoked = Self(rawValue: "channel_permission_revoked")
            /// The client wants to end the contract of a number.
            public static let cancellationRequest = Self(rawValue: "cancellation_request")
            /// The client changed its mind.
            public static let cancellationRevoke = Self(rawValue: "cancellation_revoke")
            /// The contract has ended.
            public static let cancellationProcessed = Self(rawValue: "cancellation_processed")

            /// Whether this version knows the word.
            var isKnown: Bool {
                switch self {
                case .clientCreated, .channelCreated, .channelSubmitted, .channelReady, .channelRunning, .channelLive,
                    .channelPermissionGranted, .cancellationRequest, .cancellationRevoke, .cancellationProcessed:
                    return true
                default: return rawValue.hasPrefix("channel_permission_")
                }
            }
        }

        /// What happened.
        public var kind: Kind
        /// The id of the event.
        public var eventID: String?
        /// The id of the channel: the provider's own, not that of the number on the platform.
        public var channelID: String?
        /// The id of the client.
        public var clientID: String?
        /// How the channel or the client stands, such as `ready`.
        public var status: String?
        /// The number.
        public var phoneNumber: PhoneNumber?
        /// The name of the number, or of the client.
        public var name: String?

        /// Creates the value.
        public init(
            kind: Kind, eventID: String? = nil, channelID: String? = nil, clientID: String? = nil,
            status: String? = nil, phoneNumber: PhoneNumber? = nil, name: String? = nil
        ) {
            self.kind = kind
            self.eventID = eventID
            self.channelID = channelID
            self.clientID = clientID
            self.status = status
            self.phoneNumber = phoneNumber
            self.name = name
        }

        /// Reads what an event says; `nil` for an event that is not known.
        init?(_ event: String, id: String?, _ data: JSONNode) {
            let kind = Kind(rawValue: event)
            guard kind.isKnown else { return nil }
            let isAboutClient = kind == .clientCreated
            let node = data.object(isAboutClient ? "client" : "channel") ?? data
            let setup = node.object("setup_info")
            let own = node.member("id")?.text
            self.init(
                kind: kind, eventID: id, channelID: isAboutClient ? nil : own,
                clientID: isAboutClient
                    ? own : node.member("client_id")?.text ?? node.object("client")?.member("id")?.text,
                status: node.member("status")?.text,
                phoneNumber: setup?.read("phone_number") ?? node.read("phone_number"),
                name: setup?.member("phone_name")?.text ?? node.member("phone_name")?.text
                    ?? node.member("name")?.text)
        }
    }
}

extension AccountEvent.PartnerNotice: CustomStringConvertible, CustomReflectable {
    /// What happened; nothing personal.
    public var description: String { "partner: \(kind.rawValue)" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
