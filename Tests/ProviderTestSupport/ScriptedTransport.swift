package import HTTPTypes
package import WhatsAppBusiness

/// A transport that plays a script and keeps what it was asked.
package actor ScriptedTransport: HTTPTransport {
    /// One step of the script.
    package enum Step: Sendable {
        case answer(status: Int, headers: HTTPFields = [:], body: String)
        case failure(any Error & Sendable)
        /// Waits until the task is cancelled, as a server that never answers.
        case hang
    }

    /// A request as it arrived.
    package struct Received: Sendable {
        package var request: HTTPRequest
        package var body: [UInt8]
        package var options: TransportOptions
    }

    private var script: [Step]
    package private(set) var received: [Received] = []

    package init(_ script: [Step]) {
        self.script = script
    }

    package init(status: Int = 200, body: String) {
        self.init([.answer(status: status, body: body)])
    }

    package func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        received.append(
            Received(request: request, body: try await body?.collect(upTo: 1 << 20) ?? [], options: options))
        guard !script.isEmpty else {
            throw TransportError(code: .other, delivery: .notSent, message: "the script is at its end")
        }
        switch script.removeFirst() {
        case .answer(let status, let headers, let body):
            return (HTTPResponse(status: .init(code: status), headerFields: headers), HTTPBody(body))
        case .failure(let error):
            throw error
        case .hang:
            let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
            for await _ in stream {}
            continuation.finish()
            throw TransportError(code: .cancelled, delivery: .unknown, message: "the task was cancelled")
        }
    }
}
