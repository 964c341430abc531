public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The answer of the platform's pricing analytics: volumes and costs of a span, split as the question asked.
///
/// ```swift
/// let answer = try PricingAnalytics(decoding: body, currency: .usd)     // GET /{WABA_ID}?fields=pricing_analytics…
/// let disagreements = try ledger.reconcile(answer, pricing: pricing)
/// ```
///
/// Source: Cloud API reference §6.13 (February 2026); pricing reference §1.8. The platform calls the figures approximate,
/// and withholds costs on a partner's credit line.
public struct PricingAnalytics: Hashable, Sendable {
    /// The volume and the cost of one part of a span.
    public struct Point: Hashable, Sendable {
        /// The first instant.
        public var start: Date
        /// The first instant after the span.
        public var end: Date
        /// The business number's digits; `nil` where the answer is not split by numbers.
        public var phoneNumber: String?
        /// The recipients' country, as an ISO 3166-1 code; `nil` where the answer is not split by countries.
        public var country: String?
        /// The volume tier; `nil` where the answer is not split by tiers.
        public var tier: VolumeTier?
        /// Charged, or why free; `nil` where the answer is not split by types.
        public var type: Pricing.ChargeType?
        /// The category; `nil` where the answer is not split by categories.
        public var category: Pricing.Category?
        /// How many messages were delivered; `nil` where the question did not ask.
        public var volume: Int?
        /// What they cost; `nil` where the question did not ask, or the platform withholds it.
        public var cost: Money?

        /// Creates a point.
        public init(
            start: Date, end: Date, phoneNumber: String? = nil, country: String? = nil, tier: VolumeTier? = nil,
            type: Pricing.ChargeType? = nil, category: Pricing.Category? = nil, volume: Int? = nil, cost: Money? = nil
        ) {
            self.start = start
            self.end = end
            self.phoneNumber = phoneNumber
            self.country = country
            self.tier = tier
            self.type = type
            self.category = category
            self.volume = volume
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

    /// Reads the answer of the platform: the whole of it, the object under `pricing_analytics`, or its `data`.
    /// - Parameters:
    ///   - body: the bytes.
    ///   - currency: the account's currency; the answer does not name it.
    /// - Throws: `JSONError` when the bytes are no JSON. A point that is broken is counted and passed over.
    public init(decoding body: [UInt8], currency: Currency) throws(JSONError) {
        let reader = try AnalyticsReader(body, name: "pricing_analytics")
        unreadableCount = reader.unreadableCount
        points = reader.points.map { point in
            Point(
                start: point.start, end: point.end, phoneNumber: point.text("phone_number"),
                country: point.text("country"), tier: point.text("tier").flatMap(VolumeTier.init),
                type: (point.text("pricing_type") ?? point.text("type")).map { .init(rawValue: $0.lowercased()) },
                category: (point.text("pricing_category") ?? point.text("category")).map(AnalyticsReader.category),
                volume: point.count("volume"), cost: point.money("cost", currency))
        }
    }
}

extension VolumeTier {
    /// Reads `0:750000` or `25000001:MAX`, as the platform writes tiers; `nil` for any other form.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = Int(parts[0]), from >= 0 else { return nil }
        if parts[1] == "MAX" {
            self.init(from: from, to: nil)
        } else {
            guard let to = Int(parts[1]), to >= from else { return nil }
            self.init(from: from, to: to)
        }
    }
}
