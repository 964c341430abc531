public import HTTPTypes
public import Logging

/// How one call is made; what is not set is the provider's own setting.
public struct RequestOptions: Sendable {
    /// The longest time of one attempt, from the start of the request to the last byte of its answer.
    public var timeout: Duration?
    /// How a failed call is repeated.
    public var retryPolicy: RetryPolicy?
    /// Header fields to add. They replace the provider's own of the same name, `Authorization` excepted.
    public var headers: HTTPFields
    /// Where the call is logged; the task's own logger (`Logger.current`) by default.
    public var logger: Logger?
    /// Whether a message is checked before it travels.
    public var validates: Bool

    /// Creates options.
    public init(
        timeout: Duration? = nil, retryPolicy: RetryPolicy? = nil, headers: HTTPFields = [:], logger: Logger? = nil,
        validates: Bool = true
    ) {
        self.timeout = timeout
        self.retryPolicy = retryPolicy
        self.headers = headers
        self.logger = logger
        self.validates = validates
    }

    /// The provider's own settings.
    public static var standard: Self { Self() }
}
