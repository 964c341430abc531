public import WhatsAppBusiness

extension CURLTransport {
    /// What holds for every request of a transport. Time limits belong to the single request: `TransportOptions`.
    public struct Configuration: Hashable, Sendable {
        /// The most connections at a time. Requests beyond it wait in the transport's own queue, at most their
        /// `queueTimeout`. 1,000 by default; mind the process's limit of open files.
        public var maximumConnections: Int
        /// The most connections to one host and port at a time. 1,000 by default.
        public var maximumConnectionsPerHost: Int
        /// The most requests that share one HTTP/2 connection; a server may ask for less. 100 by default.
        public var maximumStreamsPerConnection: Int
        /// Whether HTTP/2 is offered in the TLS handshake. It is never used without TLS. On by default; off is the better
        /// choice for a server that ends its connections without notice after so many requests.
        public var allowsHTTP2: Bool
        /// Whose certificates are trusted. The system's authorities by default.
        public var certificateAuthority: CertificateAuthority
        /// The proxy, if any. The environment's `http_proxy` and its kin are not read.
        public var proxy: Proxy?
        /// How long an unused connection is good for another request. 60 seconds by default.
        public var idleConnectionTimeout: Duration
        /// The most bytes of a response's header; a longer one fails with `invalidResponse`. 64 KiB by default.
        public var maximumHeaderBytes: Int

        /// Creates a configuration.
        ///
        /// - Parameters:
        ///   - maximumConnections: the most connections at a time, at least 1.
        ///   - maximumConnectionsPerHost: the most connections to one host and port, at least 1.
        ///   - maximumStreamsPerConnection: the most requests that share one HTTP/2 connection, at least 1.
        ///   - allowsHTTP2: whether HTTP/2 is offered in the TLS handshake.
        ///   - certificateAuthority: whose certificates are trusted.
        ///   - proxy: the proxy, if any.
        ///   - idleConnectionTimeout: how long an unused connection is good for another request.
        ///   - maximumHeaderBytes: the most bytes of a response's header.
        public init(
            maximumConnections: Int = 1000, maximumConnectionsPerHost: Int = 1000,
            maximumStreamsPerConnection: Int = 100, allowsHTTP2: Bool = true,
            certificateAuthority: CertificateAuthority = .system, proxy: Proxy? = nil,
            idleConnectionTimeout: Duration = .seconds(60), maximumHeaderBytes: Int = 64 * 1024
        ) {
            self.maximumConnections = maximumConnections
            self.maximumConnectionsPerHost = maximumConnectionsPerHost
            self.maximumStreamsPerConnection = maximumStreamsPerConnection
            self.allowsHTTP2 = allowsHTTP2
            self.certificateAuthority = certificateAuthority
            self.proxy = proxy
            self.idleConnectionTimeout = idleConnectionTimeout
            self.maximumHeaderBytes = maximumHeaderBytes
        }
    }

    /// Whose certificates are trusted. Verification cannot be turned off.
    public struct CertificateAuthority: Hashable, Sendable {
        enum Source: Hashable, Sendable {
            case system
            case file(String)
        }

        var source: Source

        /// The authorities that libcurl was built to trust: the system's.
        public static let system = Self(source: .system)

        /// The authorities in a file, and no others.
        /// - Parameter path: a file of certificates in PEM form.
        public static func file(_ path: String) -> Self { Self(source: .file(path)) }
    }

    /// An HTTP proxy; requests over TLS go through it in a tunnel.
    public struct Proxy: Hashable, Sendable {
        /// The proxy's host name or address.
        public var host: String
        /// The proxy's port.
        public var port: Int
        /// The name to sign in with, where the proxy asks for one.
        public var user: String?
        /// The password to sign in with.
        public var password: Secret?

        /// Describes a proxy.
        ///
        /// - Parameters:
        ///   - host: the proxy's host name or address.
        ///   - port: the proxy's port.
        ///   - user: the name to sign in with.
        ///   - password: the password to sign in with.
        public init(host: String, port: Int, user: String? = nil, password: Secret? = nil) {
            self.host = host
            self.port = port
            self.user = user
            self.password = password
        }
    }
}
