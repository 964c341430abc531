public import HTTPTypes
import Hummingbird
import Logging
import NIOCore
public import WhatsApp

/// A small HTTP server on the loopback address, for the examples: bytes in, bytes out.
public enum LoopbackServer {
    /// What a handler answers.
    public struct Answer: Sendable {
        /// The status.
        public var status: Int
        /// The header fields.
        public var headers: HTTPFields
        /// The body.
        public var body: [UInt8]

        /// Creates an answer.
        public init(status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
            self.status = status
            self.headers = headers
            self.body = body
        }

        /// What a webhook receiver answers.
        public init(_ response: WebhookResponse) {
            self.init(status: response.status.code, headers: response.headers, body: response.body)
        }
    }

    /// Answers a request.
    public typealias Handler = @Sendable (_ request: HTTPRequest, _ body: [UInt8]) async -> Answer

    /// Serves until the task is cancelled.
    ///
    /// - Parameters:
    ///   - port: the port; 0 for any free one.
    ///   - maximumBodyBytes: larger bodies are answered with 413.
    ///   - onRunning: is told the port as soon as connections are accepted.
    ///   - handler: answers each request.
    /// - Throws: when the port cannot be bound.
    public static func run(
        port: Int = 0, maximumBodyBytes: Int = 8 * 1024 * 1024,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void, handler: @escaping Handler
    ) async throws {
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            var request = request
            let body: ByteBuffer
            do {
                body = try await request.collectBody(upTo: maximumBodyBytes)
            } catch {
                return Response(status: .contentTooLarge)
            }
            let answer = await handler(request.head, Array(buffer: body))
            var headers = answer.headers
            headers[.contentLength] = nil
            return Response(
                status: .init(code: answer.status), headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
        }
        var logger = Logger(label: "examples.server")
        // Ending a server by cancellation is no error here.
        logger.logLevel = .critical
        let application = Application(
            responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) }, logger: logger)
        // Cancelling the task ends the server; signals are the program's own business.
        try await application.run()
    }
}
