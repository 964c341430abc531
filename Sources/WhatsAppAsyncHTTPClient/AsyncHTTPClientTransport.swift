#if AsyncHTTPClient
public import AsyncHTTPClient
public import HTTPTypes
public import NIOCore
public import WhatsAppBusiness

/// The transport for programs that already run SwiftNIO: AsyncHTTPClient, behind the trait `AsyncHTTPClient`.
///
/// Every call of a transport is decided on one event loop, so that it is known whether a request that failed had been
/// handed to a connection. No redirect is followed and no request is repeated.
///
/// ```swift
/// let (response, body) = try await AsyncHTTPClientTransport.asyncHTTPClient
///     .send(request, body: HTTPBody(bytes), options: TransportOptions())
/// ```
///
/// A transport with a client of its own ends it with ``shutdown()`` or when the last reference to the transport goes
/// away. A client that was given goes on; only the calls of this transport end.
public final class AsyncHTTPClientTransport: HTTPTransport {
    private let client: HTTPClient
    private let isOwn: Bool
    /// The loop of all calls; with a client that was given, each call takes the loop that is at hand.
    private let ownLoop: (any EventLoop)?
    private let limiter: ConnectionLimiter
    private let calls = Calls()

    /// Creates a transport with a client of its own.
    ///
    /// - Parameters:
    ///   - configuration: connection limits, trust.
    ///   - eventLoopGroup: where its one event loop is taken from. AsyncHTTPClient's default group by default.
    public init(
        configuration: Configuration = Configuration(),
        eventLoopGroup: any EventLoopGroup = HTTPClient.defaultEventLoopGroup
    ) {
        let loop = eventLoopGroup.next()
        client = HTTPClient(
            eventLoopGroupProvider: .shared(loop), configuration: HTTPClient.Configuration(configuration))
        isOwn = true
        ownLoop = loop
        limiter = ConnectionLimiter(limit: max(1, configuration.maximumConnections))
    }

    /// Creates a transport on a client that the program has already, and shuts down itself.
    ///
    /// The client's own configuration holds: its connection limit, its proxy, its trust, its time to connect, and whether
    /// it tries again to open a connection. Redirects are not followed whatever it says; the body of a redirect is then
    /// not read.
    ///
    /// - Parameters:
    ///   - client: the client. Its limit of connections to a host is 8 unless it was raised.
    ///   - maximumConnections: the most requests of this transport at a time, at least 1.
    public init(client: HTTPClient, maximumConnections: Int = 1000) {
        self.client = client
        isOwn = false
        ownLoop = nil
        limiter = ConnectionLimiter(limit: max(1, maximumConnections))
    }

    deinit {
        limiter.close()
        calls.close()
        if isOwn { client.shutdown { _ in } }
    }

    /// Ends the transport: no new calls, calls in flight fail with `shutDown`, connections of its own are closed.
    ///
    /// Calling it again does no harm. Shutting down `.asyncHTTPClient` ends it for the whole process.
    public func shutdown() async {
        limiter.close()
        calls.close()
        // It fails where it was shut down before, and that is what was wanted.
        if isOwn { try? await client.shutdown() }
    }

    /// Sends one request and returns its response.
    ///
    /// - Parameters:
    ///   - request: method, absolute address and header fields. `Host`, `Content-Length`, `Transfer-Encoding` and
    ///     `Expect` are the transport's business and left out.
    ///   - body: the body, or `nil` for none.
    ///   - options: time limits and what to do with the response's body.
    /// - Returns: the response's head and its body.
    /// - Throws: `TransportError`; the error of AsyncHTTPClient or of SwiftNIO is its `underlying`.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        let body = try await body?.withEmptyStreamRead()
        var prepared = try HTTPClient.Request(checking: request)
        guard !Task.isCancelled else { throw TransportError.cancelled(.notSent) }
        try await limiter.acquire(atMost: options.queueTimeout)
        let loop = ownLoop ?? client.eventLoopGroup.any()
        let exchange = Exchange(
            loop: loop, isOnlyLoop: isOwn, followsRedirects: !isOwn, method: request.method,
            hasBody: !(body?.bytes?.isEmpty ?? (body == nil)), options: options)
        prepared.body = exchange.requestBody(body)
        let limiter = limiter
        let calls = calls
        exchange.onEnd { [weak exchange] in
            if let exchange { calls.remove(exchange) }
            limiter.release()
        }
        if !calls.insert(exchange) { exchange.fail(TransportError.shutDown) }
        let client = client
        let sent = prepared
        let answer = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { exchange.begin(sent, with: client, answering: $0) }
        } onCancel: {
            exchange.fail(TransportError.cancelled)
        }
        guard let stream = answer.stream else { return (answer.head, HTTPBody(answer.body)) }
        let streamed = StreamedBody(stream) {
            exchange.resume()
        } cancel: { [self] in
            withExtendedLifetime(self) { exchange.fail(TransportError.cancelled) }
        }
        return (answer.head, HTTPBody(streamed, length: answer.length))
    }
}

extension HTTPTransport where Self == AsyncHTTPClientTransport {
    /// The process's shared AsyncHTTPClient transport, with the default configuration.
    public static var asyncHTTPClient: AsyncHTTPClientTransport { AsyncHTTPClientTransport.shared }
}

extension AsyncHTTPClientTransport {
    fileprivate static let shared = AsyncHTTPClientTransport()
}
#endif
