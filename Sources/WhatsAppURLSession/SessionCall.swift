import HTTPTypes
import WhatsAppBusiness

#if canImport(FoundationNetworking)
import Foundation
import FoundationNetworking
#else
import Foundation
#endif

/// What a call of `send` returns.
struct SessionResponse: Sendable {
    var response: HTTPResponse
    /// The body, where it was to be collected.
    var body: [UInt8] = []
    /// The body, where it was to be streamed.
    var stream: ResponseStream?
    /// The length of a streamed body, where it was stated.
    var length: Int?
}

/// One call between `send` and the session's delegate. Whatever ends it first, ends it once.
final class SessionCall: Sendable {
    private struct State: Sendable {
        var continuation: CheckedContinuation<SessionResponse, any Error>?
        var task: URLSessionDataTask?
        var response: HTTPResponse?
        var body: [UInt8] = []
        var received = 0
        var failure: TransportError?
        var isOver = false
        var onEnd: (@Sendable () -> Void)?
    }

    /// On Linux a suspended task starts over when it is resumed, request and all: nothing is ever suspended there, and
    /// what a slow reader has not read is held in memory.
    #if canImport(FoundationNetworking)
    private static let capacity = Int.max
    #else
    private static let capacity = 256 * 1024
    #endif

    private let stream: ResponseStream?
    private let maximumBytes: Int
    private let isBodyless: Bool
    private let limiter: ConnectionLimiter
    private let state = Locked(State())

    init(isStreamed: Bool, maximumBytes: Int, isBodyless: Bool, limiter: ConnectionLimiter) {
        stream = isStreamed ? ResponseStream(capacity: Self.capacity) : nil
        self.maximumBytes = maximumBytes
        self.isBodyless = isBodyless
        self.limiter = limiter
    }

    /// What is to be done when the call is over.
    func onEnd(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.onEnd = body }
    }

    /// Takes who is to be answered.
    /// - Returns: `false` where the call has ended before it began.
    func begin(_ continuation: CheckedContinuation<SessionResponse, any Error>) -> Bool {
        let failure = state.withLock { state in
            if state.failure == nil { state.continuation = continuation }
            return state.failure
        }
        if let failure { continuation.resume(throwing: failure) }
        return failure == nil
    }

    /// Starts the task, unless the call has ended in the meantime.
    func attach(_ task: URLSessionDataTask) {
        let isOver = state.withLock { state in
            state.task = task
            return state.isOver
        }
        if isOver { task.cancel() } else { task.resume() }
    }

    /// A reader has taken what there was.
    func resume() {
        #if !canImport(FoundationNetworking)
        state.withLock { $0.task }?.resume()
        #endif
    }

    // MARK: The delegate's side

    /// Takes the response's head.
    func receive(_ response: HTTPResponse, expectedBytes: Int64) {
        let hasNoBody = isBodyless || response.status == .noContent || response.status == .notModified
        if !hasNoBody, expectedBytes > Int64(maximumBytes) { return fail(.responseTooLarge(maximumBytes)) }
        let continuation = state.withLock { state in
            state.response = response
            guard stream != nil else { return nil as CheckedContinuation<SessionResponse, any Error>? }
            defer { state.continuation = nil }
            return state.continuation
        }
        let length = hasNoBody ? 0 : expectedBytes >= 0 ? Int(expectedBytes) : nil
        continuation?.resume(returning: SessionResponse(response: response, stream: stream, length: length))
    }

    /// Takes a piece of the body.
    func receive(_ data: Data) {
        let (fits, task) = state.withLock { state in
            guard !state.isOver else { return (true, nil as URLSessionDataTask?) }
            guard data.count <= maximumBytes - state.received else { return (false, nil) }
            state.received += data.count
            if stream == nil { state.body += data }
            return (true, state.task)
        }
        guard fits else { return fail(.responseTooLarge(maximumBytes)) }
        guard let task, let stream, !stream.appendAll(data) else { return }
        #if !canImport(FoundationNetworking)
        task.suspend()
        #else
        _ = task
        #endif
    }

    /// The task has ended by itself.
    func complete(_ error: (any Error)?) {
        if let error { return fail(TransportError(foundation: error)) }
        let (response, body, continuation, onEnd) = state.withLock { state in
            let isFirst = !state.isOver
            state.isOver = true
            defer {
                state.continuation = nil
                state.onEnd = nil
                state.task = nil
            }
            return (state.response, state.body, state.continuation, isFirst ? state.onEnd : nil)
        }
        guard let onEnd else { return }
        onEnd()
        limiter.release()
        stream?.finish(nil)
        if let response {
            continuation?.resume(returning: SessionResponse(response: response, body: body))
        } else {
            continuation?.resume(
                throwing: TransportError(code: .invalidResponse, delivery: .unknown, message: "the answer is not HTTP"))
        }
    }

    /// Ends the call; one that is over is not affected.
    func fail(_ error: TransportError) {
        let (task, continuation, onEnd) = state.withLock { state in
            let isFirst = !state.isOver
            state.isOver = true
            if isFirst { state.failure = error }
            defer {
                state.continuation = nil
                state.onEnd = nil
                state.task = nil
                state.body = []
            }
            return (state.task, state.continuation, isFirst ? state.onEnd : nil)
        }
        guard let onEnd else { return }
        task?.cancel()
        onEnd()
        limiter.release()
        stream?.finish(error)
        continuation?.resume(throwing: error)
    }
}
