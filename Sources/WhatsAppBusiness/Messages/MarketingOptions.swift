/// What the marketing messages endpoint takes beside a marketing template.
///
/// Source: Cloud API reference §2.15 ("Marketing Messages API", November 2025).
public struct MarketingOptions: Hashable, Sendable {
    /// What happens to a message that the endpoint cannot optimise; an open set.
    public struct ProductPolicy: RawRepresentable, Hashable, Sendable, Codable {
        /// The platform's word.
        public let rawValue: String

        /// Wraps a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It goes through Cloud API; the platform's default.
        public static let cloudAPIFallback = Self(rawValue: "CLOUD_API_FALLBACK")
        /// It is refused.
        public static let strict = Self(rawValue: "STRICT")
    }

    /// What happens to a message that the endpoint cannot optimise.
    public var productPolicy: ProductPolicy?
    /// Whether the platform may use what the customer does with the message; the account's setting where nothing is said.
    public var sharesActivity: Bool?

    /// Creates options.
    public init(productPolicy: ProductPolicy? = nil, sharesActivity: Bool? = nil) {
        self.productPolicy = productPolicy
        self.sharesActivity = sharesActivity
    }
}
