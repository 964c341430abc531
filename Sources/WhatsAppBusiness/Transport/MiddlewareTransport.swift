public import HTTPTypes

/// A transport with middleware before it: what ``HTTPTransport/with(_:)`` makes.
public struct MiddlewareTransport: HTTPTransport {
    private let transport: any HTTPTransport

    /// Puts middleware before a transport.
    ///
    /// - Parameters:
    ///   - transport: what sends.
    ///   - middleware: the steps in the order in which they see a request; they see its response in the opposite order.
    public init(_ transport: any HTTPTransport, middleware: [any TransportMiddleware]) {
        self.transport = middleware.reversed().reduce(transport) { Step(middleware: $1, next: $0) }
    }

    /// Sends one request through the middleware.
    /// - Throws: ``TransportError``, and whatever else a middleware throws.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        try await transport.send(request, body: body, options: options)
    }

    private struct Step: HTTPTransport {
        var middleware: any TransportMiddleware
        var next: any HTTPTransport

        func send(
            _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
        ) async throws -> (HTTPResponse, HTTPBody) {
            try await middleware.send(request, body: body, options: options, next: next)
        }
    }
}

extension HTTPTransport {
    /// This transport with middleware before it.
    ///
    /// ```swift
    /// let transport = CURLTransport().with(Stamp(), Recorder())
    /// ```
    ///
    /// - Parameter middleware: the steps in the order in which they see a request; they see its response in the opposite
    ///   order. Each sees access tokens: see ``TransportMiddleware``.
    public func with(_ middleware: any TransportMiddleware...) -> MiddlewareTransport {
        MiddlewareTransport(self, middleware: middleware)
    }
}
