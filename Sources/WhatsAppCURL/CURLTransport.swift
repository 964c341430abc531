public import HTTPTypes
public import WhatsAppBusiness

/// The transport for servers: libcurl's multi interface on one thread.
///
/// One thread drives every transfer of a transport; calls reach it through an inbox. Connections are kept and reused,
/// HTTP/2 is used where a server offers it over TLS, and no request is ever sent twice.
///
/// ```swift
/// let (response, body) = try await CURLTransport.curl.send(request, body: HTTPBody(bytes), options: TransportOptions())
/// ```
///
/// The thread ends with ``shutdown()`` or when the last reference to the transport goes away. Calls in flight then fail
/// with `shutDown`, and so does every later call. A streamed body keeps its transport alive until it is read or dropped.
public final class CURLTransport: HTTPTransport {
    private let inbox: Inbox

    /// Creates a transport and starts its thread.
    ///
    /// Where the system has no thread to give, every call fails with `other` and `notSent`.
    /// - Parameter configuration: connection limits, trust, proxy.
    public init(configuration: Configuration = Configuration()) {
        inbox = Inbox()
        LoopThread.start(inbox: inbox, configuration: configuration)
    }

    deinit {
        inbox.shutDown()
    }

    /// Ends the transport: no new calls, calls in flight fail with `shutDown`, connections are closed.
    ///
    /// Returns when that is done. Calling it again, or at the same time from elsewhere, does no harm and waits for the
    /// same end. Shutting down `.curl` ends it for the whole process.
    public func shutdown() async {
        await inbox.shutDownAndWait()
    }

    /// Sends one request and returns its response.
    ///
    /// - Parameters:
    ///   - request: method, absolute address and header fields. `Host`, `Content-Length`, `Transfer-Encoding` and
    ///     `Expect` are the transport's business and left out.
    ///   - body: the body, or `nil` for none.
    ///   - options: time limits and what to do with the response's body.
    /// - Returns: the response's head and its body.
    /// - Throws: `TransportError`; libcurl's own words are its `underlying`, a ``CURLError``.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        let body = try await body?.withEmptyStreamRead()
        let call = Call(try PreparedRequest(request, body: body, options: options))
        guard !Task.isCancelled else { throw TransportError.cancelled(.notSent) }
        let inbox = inbox
        let response = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if let error = inbox.submit(Submission(call: call, continuation: continuation)) {
                    continuation.resume(throwing: error)
                } else if Task.isCancelled {
                    // A cancellation that came before the submission found nothing to cancel.
                    inbox.cancel(call)
                }
            }
        } onCancel: {
            inbox.cancel(call)
        }
        guard let head = HTTPResponse(headerBytes: response.header) else {
            throw TransportError(
                code: .invalidResponse, delivery: .unknown, message: "the response's header cannot be read")
        }
        guard let stream = response.stream else { return (head, HTTPBody(response.body)) }
        let streamed = StreamedBody(stream) { [self] in
            self.inbox.unpause(call)
        } cancel: { [self] in
            self.inbox.cancel(call)
        }
        return (head, HTTPBody(streamed, length: response.length))
    }
}

extension HTTPTransport where Self == CURLTransport {
    /// The process's shared libcurl transport, with the default configuration.
    public static var curl: CURLTransport { CURLTransport.shared }
}

extension CURLTransport {
    /// One for the process: each transport has a thread.
    fileprivate static let shared = CURLTransport()
}
