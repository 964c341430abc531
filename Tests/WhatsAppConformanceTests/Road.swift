import HTTPTypes
import WhatsAppBusiness

/// The way to the platform, on which something may happen; it counts who passes.
actor Road: HTTPTransport {
    enum Weather: Sendable {
        case fine
        /// The platform gets the request, its answer is lost.
        case answerLost
        /// The platform never gets the request.
        case blocked
        /// The platform has a fault, and took the request.
        case fault
        /// The platform has a fault page in HTML and did not take the request.
        case page(status: Int)
        /// Nothing ever answers.
        case silent
    }

    private let platform: any HTTPTransport
    private(set) var requests = 0
    private var weather: [Weather] = []

    init(to platform: any HTTPTransport) {
        self.platform = platform
    }

    /// What happens to the next calls, one after the other; the last goes on.
    func expect(_ weather: Weather...) {
        self.weather = weather
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        requests += 1
        let now = weather.count > 1 ? weather.removeFirst() : weather.first ?? .fine
        switch now {
        case .fine: return try await platform.send(request, body: body, options: options)
        case .answerLost:
            _ = try await platform.send(request, body: body, options: options)
            throw TransportError(code: .timedOut, delivery: .unknown, message: "no answer in time")
        case .blocked:
            throw TransportError(code: .connectionFailed, delivery: .notSent, message: "no connection")
        case .fault:
            _ = try await platform.send(request, body: body, options: options)
            return (HTTPResponse(status: .internalServerError), HTTPBody("Internal Server Error"))
        case .page(let status):
            return (
                HTTPResponse(status: .init(code: status), headerFields: [.contentType: "text/html"]),
                HTTPBody("<html><body>\(status)</body></html>")
            )
        case .silent:
            let (silence, continuation) = AsyncStream.makeStream(of: Void.self)
            for await _ in silence {}
            continuation.finish()
            throw TransportError(code: .cancelled, delivery: .unknown, message: "the task was cancelled")
        }
    }
}
