#if AsyncHTTPClient
extension AsyncHTTPClientTransport {
    /// What holds for every request of a transport that has a client of its own. Time limits belong to the single
    /// request: `TransportOptions`.
    public struct Configuration: Hashable, Sendable {
        /// The most requests at a time, and the most connections to one host. Those beyond it wait in the transport's own
        /// queue, at most their `queueTimeout`. 1,000 by default; AsyncHTTPClient's own default of 8 connections serves 157
        /// requests a second where each takes 50 ms.
        public var maximumConnections: Int
        /// The longest that any attempt to open a connection goes on, whatever the requests that wait for it allow.
        /// 10 seconds by default: requests to a host that does not answer wait for the attempt that has begun.
        public var maximumConnectTime: Duration
        /// Whether HTTP/2 is offered in the TLS handshake; it is not by default.
        ///
        /// With it many requests share a connection. After a storm of cancelled requests such a connection was seen to
        /// leave the next one without an answer until its timeout (async-http-client 1.37, one run of several).
        public var allowsHTTP2: Bool
        /// Whose certificates are trusted. The system's authorities by default.
        public var certificateAuthority: CertificateAuthority
        /// How long an unused connection is good for another request. 60 seconds by default.
        public var idleConnectionTimeout: Duration

        /// Creates a configuration.
        ///
        /// - Parameters:
        ///   - maximumConnections: the most requests at a time, and connections to one host, at least 1.
        ///   - maximumConnectTime: the longest that any attempt to open a connection goes on.
        ///   - allowsHTTP2: whether HTTP/2 is offered in the TLS handshake.
        ///   - certificateAuthority: whose certificates are trusted.
        ///   - idleConnectionTimeout: how long an unused connection is good for another request.
        public init(
            maximumConnections: Int = 1000, maximumConnectTime: Duration = .seconds(10), allowsHTTP2: Bool = false,
            certificateAuthority: CertificateAuthority = .system, idleConnectionTimeout: Duration = .seconds(60)
        ) {
            self.maximumConnections = maximumConnections
            self.maximumConnectTime = maximumConnectTime
            self.allowsHTTP2 = allowsHTTP2
            self.certificateAuthority = certificateAuthority
            self.idleConnectionTimeout = idleConnectionTimeout
        }
    }

    /// Whose certificates are trusted. Verification cannot be turned off.
    public struct CertificateAuthority: Hashable, Sendable {
        enum Source: Hashable, Sendable {
            case system
            case file(String)
        }

        var source: Source

        /// The system's authorities.
        public static let system = Self(source: .system)

        /// The authorities in a file, and no others.
        /// - Parameter path: a file of certificates in PEM form.
        public static func file(_ path: String) -> Self { Self(source: .file(path)) }
    }
}
#endif
