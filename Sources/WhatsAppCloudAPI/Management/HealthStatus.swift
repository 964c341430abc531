public import WhatsAppBusiness

/// Whether a number, with all that it hangs on, can send.
///
/// Source: Cloud API reference §6.14.
public struct HealthStatus: Hashable, Sendable {
    /// Whether messages can be sent; an open set.
    public struct Availability: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// All is well.
        public static let available = Self(rawValue: "AVAILABLE")
        /// Some messages cannot be sent.
        public static let limited = Self(rawValue: "LIMITED")
        /// No messages can be sent.
        public static let blocked = Self(rawValue: "BLOCKED")
    }

    /// What stands in the way.
    public struct Problem: Hashable, Sendable {
        /// The platform's number for it.
        public var code: PlatformErrorCode?
        /// What it is, in the platform's words.
        public var text: String
        /// What the platform advises.
        public var solution: String?

        /// Creates a value.
        public init(code: PlatformErrorCode? = nil, text: String, solution: String? = nil) {
            self.code = code
            self.text = text
            self.solution = solution
        }
    }

    /// Something that sending hangs on.
    public struct Entity: Hashable, Sendable {
        /// `PHONE_NUMBER`, `WABA`, `BUSINESS`, `APP`, `MESSAGE_TEMPLATE` or `FLOW`.
        public var kind: String
        /// Its id.
        public var id: String?
        /// Whether it lets messages be sent.
        public var availability: Availability?
        /// What stands in the way.
        public var problems: [Problem]
        /// More that the platform says.
        public var notes: [String]

        /// Creates a value.
        public init(
            kind: String, id: String? = nil, availability: Availability? = nil, problems: [Problem] = [],
            notes: [String] = []
        ) {
            self.kind = kind
            self.id = id
            self.availability = availability
            self.problems = problems
            self.notes = notes
        }
    }

    /// Whether messages can be sent.
    public var availability: Availability?
    /// What that hangs on.
    public var entities: [Entity]

    /// Creates a value.
    public init(availability: Availability? = nil, entities: [Entity] = []) {
        self.availability = availability
        self.entities = entities
    }

    init?(_ json: JSONValue?) {
        guard let json, json.object != nil else { return nil }
        func availability(_ json: JSONValue) -> Availability? {
            json["can_send_message"]?.string.map { Availability(rawValue: $0.uppercased()) }
        }
        self.init(
            availability: availability(json),
            entities: json["entities"]?.array?.compactMap { entity in
                guard let kind = entity["entity_type"]?.string else { return nil }
                return Entity(
                    kind: kind.uppercased(), id: entity["id"]?.lenientText,
                    availability: availability(entity),
                    problems: entity["errors"]?.array?.compactMap { error in
                        guard error.object != nil else { return nil }
                        return Problem(
                            code: error["error_code"]?.lenientInteger.map { PlatformErrorCode(rawValue: $0) },
                            text: error["error_description"]?.string ?? "no description",
                            solution: error["possible_solution"]?.string)
                    } ?? [],
                    notes: entity["additional_info"]?.array?.compactMap(\.string) ?? [])
            } ?? [])
    }
}
