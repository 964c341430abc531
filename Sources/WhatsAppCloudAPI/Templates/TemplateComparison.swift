public import WhatsAppBusiness

/// How templates did beside each other.
///
/// Source: Cloud API reference §4.10 ("Template comparison", December 2025).
public struct TemplateComparison: Hashable, Sendable {
    /// The templates, the one that is blocked least often first as the platform orders them.
    public var orderByBlockRate: [TemplateID]
    /// How often each was sent.
    public var sends: [TemplateID: Int]
    /// Why each is blocked most often.
    public var topBlockReasons: [TemplateID: BlockReason]
    /// Every metric as it came: those that this version does not know too.
    public var metrics: [JSONValue]

    /// For how long a comparison looks back, in seconds; an open set.
    public struct Window: RawRepresentable, Hashable, Sendable, Codable {
        /// The seconds.
        public let rawValue: Int

        /// Wraps a number of seconds.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Seven days.
        public static let week = Self(rawValue: 604_800)
        /// 30 days.
        public static let month = Self(rawValue: 2_592_000)
        /// 60 days.
        public static let twoMonths = Self(rawValue: 5_184_000)
        /// 90 days.
        public static let quarter = Self(rawValue: 7_776_000)
    }

    /// Creates a comparison.
    public init(
        orderByBlockRate: [TemplateID] = [], sends: [TemplateID: Int] = [:],
        topBlockReasons: [TemplateID: BlockReason] = [:], metrics: [JSONValue] = []
    ) {
        self.orderByBlockRate = orderByBlockRate
        self.sends = sends
        self.topBlockReasons = topBlockReasons
        self.metrics = metrics
    }

    init(reading metrics: [JSONValue]) {
        self.init(metrics: metrics)
        for metric in metrics {
            switch metric["metric"]?.string?.uppercased() {
            case "BLOCK_RATE":
                orderByBlockRate =
                    metric["order_by_relative_metric"]?.array?.compactMap { $0.lenientText.map { TemplateID($0) } }
                    ?? []
            case "MESSAGE_SENDS":
                for (id, value) in Self.pairs(metric["number_values"]) { sends[id] = value?.lenientInteger }
            case "TOP_BLOCK_REASON":
                for (id, value) in Self.pairs(metric["string_values"]) {
                    topBlockReasons[id] = value?.string.map { BlockReason(rawValue: $0.uppercased()) }
                }
            default: break
            }
        }
    }

    private static func pairs(_ values: JSONValue?) -> [(TemplateID, JSONValue?)] {
        values?.array?.compactMap { value in
            value["key"]?.lenientText.map { (TemplateID($0), value["value"]) }
        } ?? []
    }
}
