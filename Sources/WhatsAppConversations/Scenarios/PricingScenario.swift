#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A timeline between one business number and one customer, in the JSON form of the reference's scenarios.
///
/// Playing it answers what the rules of each day make of every message: what one timeline would have cost in another
/// year, or whether a program agrees with the reference (pricing reference §1.9, November 2026).
///
/// ```swift
/// let scenario = try decoder.decode(PricingScenario.self, from: json)     // with dateDecodingStrategy .iso8601
/// scenario.play(with: Pricing(currency: .usd, timeZone: zone))
/// ```
public struct PricingScenario: Hashable, Sendable, Codable {
    /// Something that happens, or a question.
    public struct Event: Hashable, Sendable, Codable {
        /// What happens; an open set.
        public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
            /// The word for the kind.
            public let rawValue: String

            /// Wraps a word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// The customer writes.
            public static let userMessage = Self(rawValue: "user_message")
            /// The customer calls.
            public static let userCall = Self(rawValue: "user_call")
            /// The business sends a template.
            public static let template = Self(rawValue: "template")
            /// The business sends a message that is no template.
            public static let freeForm = Self(rawValue: "free_form")
            /// A question about the windows.
            public static let check = Self(rawValue: "check")
        }

        /// When it happens.
        public var date: Date
        /// What happens.
        public var kind: Kind
        /// The category of a template; `any` before there were categories.
        public var category: Pricing.Category?
        /// How the customer came.
        public var entry: EntryPoint.Kind?
        /// On what kind of device the customer clicked; a phone where absent.
        public var device: EntryPoint.Device?
        /// `false` for a message that is never delivered.
        public var isDelivered: Bool?
        /// Whether Meta Business Agent wrote the message.
        public var isByBusinessAgent: Bool?

        /// Creates an event.
        public init(
            at date: Date, _ kind: Kind, category: Pricing.Category? = nil, entry: EntryPoint.Kind? = nil,
            device: EntryPoint.Device? = nil, isDelivered: Bool? = nil, isByBusinessAgent: Bool? = nil
        ) {
            self.date = date
            self.kind = kind
            self.category = category
            self.entry = entry
            self.device = device
            self.isDelivered = isDelivered
            self.isByBusinessAgent = isByBusinessAgent
        }

        private enum CodingKeys: String, CodingKey {
            case date = "at"
            case kind = "type"
            case category, entry, device
            case isDelivered = "delivered"
            case isByBusinessAgent = "meta_business_agent"
        }
    }

    /// The name of the scenario.
    public var id: String
    /// What happens, in order of time.
    public var events: [Event]
    /// The IANA name of the account's time zone; UTC where absent. Whoever plays the scenario makes the zone of it.
    public var timeZoneName: String?
    /// Free conversations or service messages that the month of the first event has used up before.
    public var freeUsed: Int?
    /// Whether the international authentication rate applies to the customer.
    public var isAuthenticationInternational: Bool?

    /// Creates a scenario.
    public init(
        id: String, events: [Event], timeZoneName: String? = nil, freeUsed: Int? = nil,
        isAuthenticationInternational: Bool? = nil
    ) {
        self.id = id
        self.events = events
        self.timeZoneName = timeZoneName
        self.freeUsed = freeUsed
        self.isAuthenticationInternational = isAuthenticationInternational
    }

    private enum CodingKeys: String, CodingKey {
        case id, events
        case timeZoneName = "tz"
        case freeUsed = "free_used"
        case isAuthenticationInternational = "auth_international"
    }
}
