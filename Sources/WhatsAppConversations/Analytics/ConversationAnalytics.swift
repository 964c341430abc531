public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The answer of the platform's conversation analytics: conversations and costs of a span before July 2025.
///
/// Source: Cloud API reference §6.13 (February 2026); pricing reference §1.8.
public struct ConversationAnalytics: Hashable, Sendable {
    /// Whether conversations were charged; an open set, in the platform's spelling.
    public struct ConversationType: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps the platform's word. `FREE_ENTRY`, which stands in the platform's table, becomes the `FREE_ENTRY_POINT`
        /// of its answers.
        public init(rawValue: String) {
            self.rawValue = rawValue == "FREE_ENTRY" ? "FREE_ENTRY_POINT" : rawValue
        }

        /// Charged.
        public static let regular = Self(rawValue: "REGULAR")
        /// One of the first 1,000 of the month.
        public static let freeTier = Self(rawValue: "FREE_TIER")
        /// In a free entry point.
        public static let freeEntryPoint = Self(rawValue: "FREE_ENTRY_POINT")
    }

    /// The conversations and the cost of one part of a span.
    public struct Point: Hashable, Sendable {
        /// The first instant.
        public var start: Date
        /// The first instant after the span.
        public var end: Date
        /// The business number's digits; `nil` where the answer is not split by numbers.
        public var phoneNumber: String?
        /// The recipients' country, as an ISO 3166-1 code; `nil` where the answer is not split by countries.
        public var country: String?
        /// Charged, or why free; `nil` where the answer is not split by types.
        public var type: ConversationType?
        /// Who began, such as `BUSINESS_INITIATED`; `nil` where the answer is not split by directions.
        public var direction: String?
        /// The category; `nil` where the answer is not split by categories.
        public var category: Pricing.Category?
        /// How many conversations were opened; `nil` where the question did not ask.
        public var conversations: Int?
        /// What they cost; `nil` where the question did not ask, or the platform withholds it.
        public var cost: Money?

        /// Creates a point.
        public init(
            start: Date, end: Date, phoneNumber: String? = nil, country: String? = nil, type: ConversationType? = nil,
            direction: String? = nil, category: Pricing.Category? = nil, conversations: Int? = nil, cost: Money? = nil
        ) {
            self.start = start
            self.end = end
            self.phoneNumber = phoneNumber
            self.country = country
            self.type = type
            self.direction = direction
            self.category = category
            self.conversations = conversations
            self.cost = cost
        }
    }

    /// The points in the order of the answer.
    public var points: [Point]
    /// How many points could not be read: they have no span, or are no objects.
    public var unreadableCount: Int

    /// Creates an answer.
    public init(points: [Point], unreadableCount: Int = 0) {
        self.points = points
        self.unreadableCount = unreadableCount
    }

    /// Reads the answer of the platform: the whole of it, the object under `conversation_analytics`, or its `data`.
    /// - Parameters:
    ///   - body: the bytes.
    ///   - currency: the account's currency; the answer does not name it.
    /// - Throws: `JSONError` when the bytes are no JSON. A point that is broken is counted and passed over.
    public init(decoding body: [UInt8], currency: Currency) throws(JSONError) {
        let reader = try AnalyticsReader(body, name: "conversation_analytics")
        unreadableCount = reader.unreadableCount
        points = reader.points.map { point in
            Point(
                start: point.start, end: point.end, phoneNumber: point.text("phone_number"),
                country: point.text("country"),
                type: point.text("conversation_type").map { .init(rawValue: $0) },
                direction: point.text("conversation_direction"),
                category: point.text("conversation_category").map(AnalyticsReader.category),
                conversations: point.count("conversation"), cost: point.money("cost", currency))
        }
    }
}
