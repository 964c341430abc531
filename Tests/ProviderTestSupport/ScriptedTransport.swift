package import HTTPTypes
package import WhatsAppBusiness

/// A transport that plays a script and keeps what it was asked.
package actor ScriptedTransport: HTTPTransport {
    /// One step of the script.
    package enum Step: Sendable {
        case answer(status: Int, headers: HTTPFields = [:], body: String)
        /// An answer whose body arrives while it is read.
        case stream(status: Int = 200, headers: HTTPFields = [:], body: HTTPBody)
        /// Reads so many bytes of the request's body, and then fails.
        case interruption(afterBytes: Int)
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
        if case .interruption(let count)? = script.first {
            script.removeFirst()
            var bytes: [UInt8] = []
            if let body {
                for try await chunk in body where bytes.count < count { bytes += chunk.prefix(count - bytes.count) }
            }
            received.append(Received(request: request, body: bytes, options: options))
            throw TransportError(code: .connectionLost, delivery: .unknown, message: "the connection broke")
        }
        received.append(
            Received(request: request, body: try await body?.collect(upTo: 1 << 24) ?? [], options: options))
        guard !script.isEmpty else {
            throw TransportError(code: .other, delivery: .notSent, message: "the script is at its end")
        }
        switch script.removeFirst() {
        case .answer(let status, let headers, let body):
            return (HTTPResponse(status: .init(code: status), headerFields: headers), HTTPBody(body))
        case .stream(let status, let headers, let body):
            return (HTTPResponse(status: .init(code: status), headerFields: headers), body)
        case .interruption:
            throw TransportError(code: .connectionLost, delivery: .unknown, message: "the connection broke")
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
