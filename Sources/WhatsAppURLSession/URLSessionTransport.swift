public import HTTPTypes
public import WhatsAppBusiness

#if canImport(FoundationNetworking)
import Foundation
import FoundationNetworking
#else
import Foundation
#endif

/// The portable transport: Foundation's `URLSession`, in a session of its own.
///
/// No cookies, no cache, no redirects, and as many connections to a host as the configuration says.
///
/// ```swift
/// let (response, body) = try await URLSessionTransport().send(request, body: HTTPBody(bytes), options: TransportOptions())
/// ```
///
/// The session ends with ``shutdown()`` or when the last reference to the transport goes away. Calls in flight then fail
/// with `shutDown`, and so does every later call. A streamed body keeps its transport alive until it is read or dropped.
public final class URLSessionTransport: HTTPTransport {
    private let configuration: Configuration
    private let session: SessionDelegate
    private let limiter: ConnectionLimiter

    /// Creates a transport with a session of its own.
    /// - Parameter configuration: connection limits, and how much of a streamed request is held.
    public init(configuration: Configuration = Configuration()) {
        self.configuration = configuration
        session = SessionDelegate(configuration: configuration)
        limiter = ConnectionLimiter(limit: max(1, configuration.maximumConnections))
    }

    deinit {
        session.shutDown()
    }

    /// Ends the transport: no new calls, calls in flight fail with `shutDown`, connections are closed.
    ///
    /// Calling it again does no harm. Shutting down `.urlSession` ends it for the whole process.
    public func shutdown() async {
        limiter.close()
        session.shutDown()
    }

    /// Sends one request and returns its response.
    ///
    /// - Parameters:
    ///   - request: method, absolute address and header fields. `Host`, `Content-Length` and `Transfer-Encoding` are the
    ///     transport's business and left out.
    ///   - body: the body, or `nil` for none. A streamed body is read into memory first, up to
    ///     ``Configuration/maximumStreamedRequestBytes``.
    ///   - options: time limits and what to do with the response's body. `connectTimeout` is not a limit of its own here;
    ///     `timeout` covers it.
    /// - Returns: the response's head and its body.
    /// - Throws: `TransportError`; Foundation's error is its `underlying`.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        let urlRequest = try await urlRequest(for: request, body: body, options: options)
        guard !Task.isCancelled else { throw TransportError.cancelled(.notSent) }
        try await limiter.acquire(atMost: options.queueTimeout)
        let call = SessionCall(
            isStreamed: options.responseBody.mode == .streamed, maximumBytes: options.responseBody.maximumBytes,
            isBodyless: request.method == .head, limiter: limiter)
        let watchdog = options.timeout.map { timeout in
            Task { [weak call] in
                try await Task.sleep(for: timeout)
                call?.fail(
                    TransportError(
                        code: .timedOut, delivery: .unknown, message: "the response was not complete in time"))
            }
        }
        call.onEnd { watchdog?.cancel() }
        let session = session
        let head = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard call.begin(continuation) else { return }
                session.start(call, urlRequest)
                if Task.isCancelled { call.fail(.cancelled(.unknown)) }
            }
        } onCancel: {
            call.fail(.cancelled(.unknown))
        }
        guard let stream = head.stream else { return (head.response, HTTPBody(head.body)) }
        let streamed = StreamedBody(stream) {
            call.resume()
        } cancel: { [self] in
            withExtendedLifetime(self) { call.fail(.cancelled(.unknown)) }
        }
        return (head.response, HTTPBody(streamed, length: head.length))
    }

    private func urlRequest(
        for request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws(TransportError) -> URLRequest {
        let target = try request.checkedTarget()
        guard let url = URL(string: target.origin + target.path) else {
            throw .invalidRequest("the address cannot be used")
        }
        var urlRequest = URLRequest(url: url)
        urlRequest.httpMethod = request.method.rawValue
        urlRequest.httpShouldHandleCookies = false
        urlRequest.cachePolicy = .reloadIgnoringLocalCacheData
        // Our own timer ends a call; Foundation's measures something else on every platform.
        urlRequest.timeoutInterval = 7 * 24 * 3600
        for field in request.headerFields where !Self.isOwnBusiness(field.name) {
            urlRequest.addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // The body is handed over as it came: size limits and checksums are about those bytes.
        if request.headerFields[.acceptEncoding] == nil {
            urlRequest.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        }
        if let bytes = try await body?.collectForUpload(upTo: configuration.maximumStreamedRequestBytes) {
            urlRequest.httpBody = Data(bytes)
        } else if request.method == .post || request.method == .put || request.method == .patch {
            urlRequest.httpBody = Data()
        }
        return urlRequest
    }

    private static func isOwnBusiness(_ name: HTTPField.Name) -> Bool {
        name == .contentLength || name == .transferEncoding || name == .expect || name.canonicalName == "host"
    }
}

extension HTTPTransport where Self == URLSessionTransport {
    /// The process's shared URLSession transport, with the default configuration.
    public static var urlSession: URLSessionTransport { URLSessionTransport.shared }
}

extension URLSessionTransport {
    fileprivate static let shared = URLSessionTransport()
}
