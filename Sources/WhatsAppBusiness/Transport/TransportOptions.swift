/// Time limits and body handling of one request.
public struct TransportOptions: Hashable, Sendable {
    /// How the response's body is handed over.
    public struct ResponseBody: Hashable, Sendable {
        package enum Mode: Hashable, Sendable {
            case collected
            case streamed
        }

        package var mode: Mode
        package var maximumBytes: Int

        /// The call returns when the whole body has arrived; the body is in memory.
        /// - Parameter maximumBytes: a longer body fails with `responseTooLarge`.
        public static func collected(upTo maximumBytes: Int) -> Self {
            Self(mode: .collected, maximumBytes: maximumBytes)
        }

        /// The call returns when the header has arrived; the body is read piece by piece, and reading slowly slows the
        /// sender down.
        /// - Parameter maximumBytes: a longer body fails with `responseTooLarge` where the limit is crossed.
        public static func streamed(upTo maximumBytes: Int = .max) -> Self {
            Self(mode: .streamed, maximumBytes: maximumBytes)
        }
    }

    /// The longest time to open a connection, name resolution and TLS included. 10 seconds by default.
    public var connectTimeout: Duration
    /// The longest wait for a free connection before the request starts; it does not count towards ``timeout``.
    /// 30 seconds by default.
    public var queueTimeout: Duration
    /// The longest time from the start of the request to the last byte of its response. 30 seconds by default; `nil`
    /// for no limit, as long streams need.
    public var timeout: Duration?
    /// How the response's body is handed over: collected up to 8 MiB by default.
    public var responseBody: ResponseBody

    /// Creates options.
    public init(
        connectTimeout: Duration = .seconds(10), queueTimeout: Duration = .seconds(30),
        timeout: Duration? = .seconds(30), responseBody: ResponseBody = .collected(upTo: 8 * 1024 * 1024)
    ) {
        self.connectTimeout = connectTimeout
        self.queueTimeout = queueTimeout
        self.timeout = timeout
        self.responseBody = responseBody
    }
}
