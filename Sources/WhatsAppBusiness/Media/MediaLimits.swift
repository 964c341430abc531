/// Limits of a program's own for the files that it sends, below those of the platform.
///
/// ```swift
/// configuration.mediaLimits = MediaLimits(
///     maximumBytes: [.video: 8 << 20, .document: 20 << 20], maximumSampleBytes: [.image: 1 << 20])
/// ```
///
/// A limit that is greater than the platform's (``MediaKind/maximumBytes``) changes nothing.
public struct MediaLimits: Hashable, Sendable {
    /// The most bytes of a file for a message, by kind.
    public var maximumBytes: [MediaKind: Int]
    /// The most bytes of a sample for a template's header, by kind.
    public var maximumSampleBytes: [MediaKind: Int]

    /// Creates limits. What is not named has the platform's limit.
    public init(maximumBytes: [MediaKind: Int] = [:], maximumSampleBytes: [MediaKind: Int] = [:]) {
        self.maximumBytes = maximumBytes
        self.maximumSampleBytes = maximumSampleBytes
    }

    /// The platform's limits alone.
    public static let platform = MediaLimits()

    /// The most bytes of a file of a kind: the least of the program's limit and the platform's.
    public func maximumBytes(of kind: MediaKind) -> Int? {
        [maximumBytes[kind], kind.maximumBytes].compactMap(\.self).min()
    }

    /// The most bytes of a sample of a kind.
    public func maximumSampleBytes(of kind: MediaKind) -> Int? {
        [maximumSampleBytes[kind], kind.maximumBytes].compactMap(\.self).min()
    }
}
