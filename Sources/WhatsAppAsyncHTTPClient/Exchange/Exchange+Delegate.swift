#if AsyncHTTPClient
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import WhatsAppBusiness

/// What AsyncHTTPClient tells, always on the exchange's event loop.
extension Exchange: HTTPClientResponseDelegate {
    typealias Response = Void

    func didSendRequestHead(task: HTTPClient.Task<Void>, _ head: HTTPRequestHead) {
        // Where the exchange has ended before, the connection is on another loop; that was reported as unknown.
        _ = claim()
    }

    func didSendRequestPart(task: HTTPClient.Task<Void>, _ part: IOData) {
        let waiter = state.withLock { state in
            defer { state.upload.waiter = nil }
            return state.upload.waiter
        }
        waiter?.resume(returning: true)
    }

    /// Comes before a redirect is followed: the answer is handed over, and nothing follows.
    func didVisitURL(task: HTTPClient.Task<Void>, _ request: HTTPClient.Request, _ head: HTTPResponseHead) {
        guard followsRedirects, (300..<400).contains(head.status.code), head.headers.contains(name: "location") else {
            return
        }
        let stream = options.responseBody.mode == .streamed ? ResponseStream() : nil
        deliver(HTTPResponse(head), length: 0, stream: stream)
        complete()
        task.fail(reason: Stopped())
    }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let length = bodyLength(head)
        if let length, length > options.responseBody.maximumBytes { return refuse() }
        let stream = options.responseBody.mode == .streamed ? ResponseStream() : nil
        let isEarly = deliver(HTTPResponse(head), length: length, stream: stream)
        guard isEarly else { return loop.makeSucceededVoidFuture() }
        // AsyncHTTPClient does not tell where such an answer ends, unless its end is here before it is asked for more.
        if length == 0 { return finishEarly() }
        waitForTheRest()
        let promise = loop.makePromise(of: Void.self)
        loop.execute { promise.succeed(()) }
        return promise.futureResult
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        let count = buffer.readableBytes
        let maximum = options.responseBody.maximumBytes
        let response = state.withLock { state -> Received? in
            guard !state.isOver, count <= maximum - state.response.received else { return nil }
            state.response.received += count
            if state.response.stream == nil {
                buffer.withUnsafeReadableBytes { state.response.body += $0 }
            }
            return state.response
        }
        guard let response else { return refuse() }
        let hasRoom = response.stream.map { stream in
            buffer.withUnsafeReadableBytes { stream.appendAll($0) }
        }
        if response.isEarly {
            if response.received == response.length { return finishEarly() }
            if response.length == nil { waitForTheRest() }
        }
        guard hasRoom == false else { return loop.makeSucceededVoidFuture() }
        // The reader's turn: it calls `resume` on this loop, after this.
        let promise = loop.makePromise(of: Void.self)
        state.withLock { $0.response.demand = promise }
        return promise.futureResult
    }

    func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
        receive(error)
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) throws {
        complete()
    }

    // MARK: The response

    /// Notes the head of the response, and hands it over where its body is streamed.
    /// - Returns: whether it came before the request was sent whole and says that the rest is not wanted.
    @discardableResult
    private func deliver(_ head: HTTPResponse, length: Int?, stream: ResponseStream?) -> Bool {
        let (continuation, isEarly) = state.withLock { state in
            guard !state.isOver else { return (nil as CheckedContinuation<Answer, any Error>?, false) }
            state.response.head = head
            state.response.length = length
            state.response.stream = stream
            state.response.isEarly = head.status.code >= 300 && !state.upload.isWritten
            guard stream != nil else { return (nil, state.response.isEarly) }
            defer { state.continuation = nil }
            return (state.continuation, state.response.isEarly)
        }
        continuation?.resume(returning: Answer(head: head, stream: stream, length: length))
        return isEarly
    }

    private func refuse() -> EventLoopFuture<Void> {
        let maximum = options.responseBody.maximumBytes
        fail { _ in .responseTooLarge(maximum) }
        return stopped()
    }

    /// The answer is whole, the request will never be.
    private func finishEarly() -> EventLoopFuture<Void> {
        complete()
        return stopped()
    }

    /// Tells AsyncHTTPClient that nothing more is wanted, when the upload has been ended in order.
    private func stopped() -> EventLoopFuture<Void> {
        let promise = loop.makePromise(of: Void.self)
        loop.execute { promise.fail(Stopped()) }
        return promise.futureResult
    }

    /// Gives the rest of an early answer of unknown length some time.
    private func waitForTheRest() {
        guard state.withLock({ $0.response.length == nil }) else { return }
        let grace = loop.scheduleTask(in: .seconds(5)) { [weak self] in
            guard let self else { return }
            fail { delivery in
                TransportError(
                    code: .connectionLost, delivery: delivery,
                    message: "the answer came before the request was sent whole, and where it ends cannot be told")
            }
        }
        let before = state.withLock { state in
            defer { state.response.grace = grace }
            return state.response.grace
        }
        before?.cancel()
    }

    private func bodyLength(_ head: HTTPResponseHead) -> Int? {
        if method == .head || head.status == .noContent || head.status == .notModified { return 0 }
        guard !head.headers.contains(name: "transfer-encoding") else { return nil }
        return head.headers.first(name: "content-length").flatMap { Int($0) }
    }
}

extension HTTPResponse {
    /// Takes over a response's head; names that cannot be are left out.
    init(_ head: HTTPResponseHead) {
        let code = Int(head.status.code)
        self.init(status: Status(code: (0...999).contains(code) ? code : 0, reasonPhrase: head.status.reasonPhrase))
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headerFields.append(HTTPField(name: name, value: value))
        }
    }
}
#endif
