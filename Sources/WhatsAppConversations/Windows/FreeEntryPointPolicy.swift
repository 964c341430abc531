#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How open questions about free entry points are answered; the platform publishes no answer to them
/// (pricing reference §1.3, §1.10, November 2026).
public struct FreeEntryPointPolicy: Hashable, Sendable, Codable {
    /// Whether a click during an open free entry point, once the business has answered it, starts 72 hours of its own.
    /// `false` assumes that the running 72 hours stay as they are.
    public var laterClickRestarts: Bool
    /// Whether a message that came from a post (`source_type` `post`) may open a free entry point as one from an ad.
    /// The platform promises it for ads and for the buttons of Pages; `false` assumes only that, and a status that
    /// reports a free entry point counts in any case.
    public var postsQualify: Bool
    var extended: Instant

    /// Since when a free entry point lasts 72 hours; one that opened before lasts 24. The day is unconfirmed (§1.3).
    public var extendedAt: Date {
        get { extended.date ?? Self.standardExtension }
        set { extended = Instant(newValue) }
    }

    /// 2023-03-01 00:00 UTC. An account in another zone passes its own midnight.
    public static let standardExtension = Date(timeIntervalSinceReferenceDate: 699_321_600)

    /// Creates a policy.
    public init(
        laterClickRestarts: Bool = false, postsQualify: Bool = false, extendedAt: Date = Self.standardExtension
    ) {
        self.laterClickRestarts = laterClickRestarts
        self.postsQualify = postsQualify
        extended = Instant(extendedAt)
    }

    /// The assumptions of the reference: a later click does not restart a running free entry point, posts open none,
    /// and it lasts 72 hours since 2023-03-01.
    public static let standard = Self()

    private enum CodingKeys: String, CodingKey { case laterClickRestarts, postsQualify, extendedAt }

    /// Reads a policy. Keys that are absent count as the standard.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            laterClickRestarts: try container.decodeIfPresent(Bool.self, forKey: .laterClickRestarts) ?? false,
            postsQualify: try container.decodeIfPresent(Bool.self, forKey: .postsQualify) ?? false,
            extendedAt: try container.decodeIfPresent(Date.self, forKey: .extendedAt) ?? Self.standardExtension)
    }

    /// Writes what differs from the standard.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if laterClickRestarts { try container.encode(true, forKey: .laterClickRestarts) }
        if postsQualify { try container.encode(true, forKey: .postsQualify) }
        if extendedAt != Self.standardExtension { try container.encode(extendedAt, forKey: .extendedAt) }
    }
}
