public import HTTPTypes

/// A step between a provider and its transport: it sees every request and every response, and can change both.
///
/// Middleware adds header fields, records traffic, answers from a cache, or limits what may leave:
///
/// ```swift
/// struct Stamp: TransportMiddleware {
///     func send(
///         _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions, next: any HTTPTransport
///     ) async throws -> (HTTPResponse, HTTPBody) {
///         var request = request
///         request.headerFields[.userAgent] = "shop/1.0"
///         return try await next.send(request, body: body, options: options)
///     }
/// }
///
/// let cloud = CloudAPI(
///     phoneNumberID: id, accessToken: token, transport: .curl.with(Stamp()))
/// ```
///
/// What middleware must keep to:
///
/// - **It sees access tokens** (in `Authorization`, and whatever else a provider puts into a request), proofs of the app
///   secret (in the path), numbers and texts. It must not log or keep them.
/// - It must not send a request twice: a message would arrive twice. Repeating is the provider's business, which knows
///   what is safe (``RetryPolicy``); each repetition passes through the middleware again.
/// - A body is read once unless ``HTTPBody/isReplayable`` says otherwise. Middleware that reads one to its end hands on a
///   new one.
/// - An error that it throws itself should be a ``TransportError`` whose ``TransportError/delivery`` is true. For
///   any other error the outcome counts as unknown, and a send is not repeated.
/// - It is called for many requests at once.
public protocol TransportMiddleware: Sendable {
    /// Handles one request.
    ///
    /// - Parameters:
    ///   - request: method, absolute address and header fields, the access token included.
    ///   - body: the body, or `nil` for none.
    ///   - options: time limits and what to do with the response's body.
    ///   - next: what follows: further middleware, or the transport. It is called once, or not at all where the
    ///     middleware has an answer or an error of its own.
    /// - Returns: the response's head and its body.
    /// - Throws: ``TransportError``.
    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions, next: any HTTPTransport
    ) async throws -> (HTTPResponse, HTTPBody)
}
