public import HTTPTypes

/// The seam between providers and the network: one request, one response.
///
/// The package has transports of its own (`WhatsAppCURL`, `WhatsAppURLSession`); the simulator and test doubles
/// implement the same requirement. What every transport must keep to:
///
/// - It never repeats a request by itself, and never follows a redirect: a redirect is a response.
/// - It throws ``TransportError``, which says whether the request certainly never left or may have arrived.
/// - When the calling task is cancelled it stops the transfer and throws promptly.
/// - A response of any status is returned, not thrown.
public protocol HTTPTransport: Sendable {
    /// Sends one request and returns its response.
    ///
    /// - Parameters:
    ///   - request: method, absolute address (scheme, authority, path) and header fields. Header fields such as
    ///     `Content-Length` that follow from the body are the transport's business.
    ///   - body: the body, or `nil` for none.
    ///   - options: time limits and what to do with the response's body.
    /// - Returns: the response's head, and its body: collected, or streamed, as `options` asks.
    /// - Throws: ``TransportError``; a provider takes any other error for an unknown outcome.
    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody)
}
