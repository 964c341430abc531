#if AsyncHTTPClient
import AsyncHTTPClient
import NIOCore
import NIOSSL

extension HTTPClient.Configuration {
    /// Makes the library below do what the seam asks for: no redirects, no connection tried again, no spans beside ours.
    init(_ configuration: AsyncHTTPClientTransport.Configuration) {
        var tls = TLSConfiguration.makeClientConfiguration()
        if case .file(let path) = configuration.certificateAuthority.source { tls.trustRoots = .file(path) }
        self.init(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: Timeout(connect: TimeAmount(limit: configuration.maximumConnectTime)),
            ignoreUncleanSSLShutdown: false, decompression: .disabled)
        connectionPool = ConnectionPool(
            idleTimeout: TimeAmount(limit: configuration.idleConnectionTimeout),
            concurrentHTTP1ConnectionsPerHostSoftLimit: max(1, configuration.maximumConnections))
        connectionPool.retryConnectionEstablishment = false
        httpVersion = configuration.allowsHTTP2 ? .automatic : .http1Only
        tracing.tracer = nil
    }
}

extension TimeAmount {
    /// A time limit, cut to what can be counted.
    init(limit duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let most: Int64 = 365 * 24 * 3600
        guard seconds < most else {
            self = .seconds(most)
            return
        }
        self = .nanoseconds(max(0, seconds) * 1_000_000_000 + max(0, attoseconds) / 1_000_000_000)
    }
}
#endif
