/// How many templates an account has and may have.
///
/// Source: Cloud API reference §4.8 (December 2025). Whether translations count one by one is told differently by
/// different pages: trust ``limit`` beside ``count``.
public struct TemplateSummary: Hashable, Sendable {
    /// How many templates the list holds.
    public var matchingCount: Int?
    /// How many the account has, as they count for its limit.
    public var count: Int?
    /// How many it may have: 250, or 6,000 for a verified business.
    public var limit: Int?
    /// Whether every template has all its translations.
    public var hasAllTranslations: Bool?

    /// Creates a summary.
    public init(matchingCount: Int? = nil, count: Int? = nil, limit: Int? = nil, hasAllTranslations: Bool? = nil) {
        self.matchingCount = matchingCount
        self.count = count
        self.limit = limit
        self.hasAllTranslations = hasAllTranslations
    }

    /// How many more the account may have, as far as the platform says.
    public var remaining: Int? {
        guard let count, let limit else { return nil }
        return max(0, limit - count)
    }
}
