extension URLSessionTransport {
    /// What holds for every request of a transport. Time limits belong to the single request: `TransportOptions`.
    public struct Configuration: Hashable, Sendable {
        /// The most requests at a time. Those beyond it wait in the transport's own queue, at most their
        /// `queueTimeout`. 1,000 by default.
        public var maximumConnections: Int
        /// The most connections to one host. 1,000 by default; Foundation's own default of 6 serves 117 requests a second
        /// where each takes 50 ms.
        public var maximumConnectionsPerHost: Int
        /// The most bytes of a streamed request, which is held in memory while it is sent; a longer one is refused with
        /// `invalidRequest`. 64 MiB by default.
        public var maximumStreamedRequestBytes: Int

        /// Creates a configuration.
        ///
        /// - Parameters:
        ///   - maximumConnections: the most requests at a time, at least 1.
        ///   - maximumConnectionsPerHost: the most connections to one host, at least 1.
        ///   - maximumStreamedRequestBytes: the most bytes of a streamed request.
        public init(
            maximumConnections: Int = 1000, maximumConnectionsPerHost: Int = 1000,
            maximumStreamedRequestBytes: Int = 64 * 1024 * 1024
        ) {
            self.maximumConnections = maximumConnections
            self.maximumConnectionsPerHost = maximumConnectionsPerHost
            self.maximumStreamedRequestBytes = maximumStreamedRequestBytes
        }
    }
}
