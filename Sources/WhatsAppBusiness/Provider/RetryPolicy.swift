/// When and how often a failed call is repeated.
///
/// What may be repeated at all is not a matter of policy: a read repeats after any passing failure, a send only when the
/// platform certainly refused it for its rate, or when it certainly never left. A policy can only repeat less.
///
/// ```swift
/// let hasty = RetryPolicy(maximumRetries: 5, deadline: .seconds(10), excludedCodes: [.transport])
/// try await cloud.send(message, to: customer, options: RequestOptions(retryPolicy: hasty))
/// ```
public struct RetryPolicy: Hashable, Sendable {
    /// The most repetitions after the first attempt.
    public var maximumRetries: Int
    /// The wait before the first repetition; it doubles with each further one.
    public var baseDelay: Duration
    /// The longest wait.
    public var maximumDelay: Duration
    /// The part of a wait that is left to chance, from 0 to 1: with 0.5 a wait is between half of its length and its
    /// whole length.
    public var jitter: Double
    /// The longest `Retry-After` that is waited for; with a longer one the call fails at once.
    public var maximumRetryAfter: Duration
    /// The longest time of a call with all of its repetitions and waits, measured on the provider's clock; `nil` for no
    /// limit.
    ///
    /// A repetition whose wait would reach the deadline is not made: the call fails with what the last attempt failed
    /// with. What is left of the time also limits the timeout of an attempt, and its wait for a free connection.
    public var deadline: Duration?
    /// Failures that are never repeated, by their code: with ``WhatsAppError/Code/transport``, for instance, a call
    /// whose connection failed is not repeated.
    public var excludedCodes: Set<WhatsAppError.Code>
    /// Failures that are never repeated, by the family of the platform's error. With
    /// ``PlatformErrorCode/Family/authorization`` a refused token is not replaced by a fresh one either.
    public var excludedFamilies: Set<PlatformErrorCode.Family>

    /// Creates a policy.
    ///
    /// - Parameters:
    ///   - maximumRetries: the most repetitions after the first attempt.
    ///   - baseDelay: the wait before the first repetition.
    ///   - maximumDelay: the longest wait.
    ///   - jitter: the part of a wait that is left to chance, from 0 to 1.
    ///   - maximumRetryAfter: the longest `Retry-After` that is waited for.
    ///   - deadline: the longest time of a call with all repetitions and waits.
    ///   - excludedCodes: failures that are never repeated.
    ///   - excludedFamilies: failures that are never repeated, by the platform's error.
    public init(
        maximumRetries: Int = 2, baseDelay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(8),
        jitter: Double = 0.5, maximumRetryAfter: Duration = .seconds(60), deadline: Duration? = nil,
        excludedCodes: Set<WhatsAppError.Code> = [], excludedFamilies: Set<PlatformErrorCode.Family> = []
    ) {
        self.maximumRetries = maximumRetries
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.jitter = jitter
        self.maximumRetryAfter = maximumRetryAfter
        self.deadline = deadline
        self.excludedCodes = excludedCodes
        self.excludedFamilies = excludedFamilies
    }

    /// Two repetitions, after about half a second and one second.
    public static let standard = Self()
    /// No repetition.
    public static let never = Self(maximumRetries: 0)

    /// Whether the policy leaves a failure to be repeated at all.
    package func allows(_ error: WhatsAppError) -> Bool {
        guard !excludedCodes.contains(error.code) else { return false }
        guard let platform = error.platform, !excludedFamilies.isEmpty else { return true }
        return !excludedFamilies.contains { $0 ~= platform }
    }

    /// The wait before a repetition.
    ///
    /// - Parameters:
    ///   - retry: the number of the repetition, counted from 1.
    ///   - error: what failed. After 131056 (pair rate) the wait is 1, 4, 16, … seconds, as the platform asks
    ///     (Cloud API reference §1.5).
    ///   - chance: a number from 0 to 1.
    /// - Returns: the wait, or `nil` when the call is not to be repeated.
    package func delay(beforeRetry retry: Int, after error: WhatsAppError, chance: Double) -> Duration? {
        guard retry <= maximumRetries else { return nil }
        if let retryAfter = error.retryAfter {
            return retryAfter <= maximumRetryAfter ? retryAfter : nil
        }
        if error.platform?.code == .pairRateLimitHit {
            return .seconds(1 << min(2 * (retry - 1), 8))
        }
        let doubled = min(baseDelay * (1 << min(retry - 1, 20)), maximumDelay)
        return doubled * (1 - min(max(jitter, 0), 1) * min(max(chance, 0), 1))
    }
}
