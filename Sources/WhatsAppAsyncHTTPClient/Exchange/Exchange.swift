#if AsyncHTTPClient
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import WhatsAppBusiness

/// One request and its response, between `send` and AsyncHTTPClient. Whatever ends it first, ends it once.
///
/// Everything is decided on one event loop, where AsyncHTTPClient calls its delegate, too. On the transport's own client
/// all connections are on that loop: writing the request's header and hearing of it is one step there, and whatever comes
/// before that step finds a request that was certainly not sent. A request with a body asks, on whatever client, before the
/// first byte of it is handed over; an exchange that has ended says no.
final class Exchange: Sendable {
    /// What a call of `send` returns.
    struct Answer: Sendable {
        var head: HTTPResponse
        /// The body, where it was to be collected.
        var body: [UInt8] = []
        /// The body, where it was to be streamed.
        var stream: ResponseStream?
        /// The length of a streamed body, where it was stated.
        var length: Int?
    }

    struct State: Sendable {
        var continuation: CheckedContinuation<Answer, any Error>?
        var task: HTTPClient.Task<Void>?
        var onEnd: (@Sendable () -> Void)?
        var timers: [Scheduled<Void>] = []
        var failure: TransportError?
        var isSent = false
        var isOver = false
        var upload = Upload()
        var response = Received()
    }

    /// What has arrived.
    struct Received: Sendable {
        var head: HTTPResponse?
        var stream: ResponseStream?
        var body: [UInt8] = []
        var received = 0
        /// The length of the body, where it was stated.
        var length: Int?
        /// Kept by AsyncHTTPClient until the reader has made room.
        var demand: EventLoopPromise<Void>?
        /// Whether it came before the request was sent whole, and says that the rest is not wanted.
        var isEarly = false
        var grace: Scheduled<Void>?
    }

    /// What AsyncHTTPClient is told when an exchange has ended for a reason of ours.
    struct Stopped: Error {}

    let loop: any EventLoop
    let options: TransportOptions
    let method: HTTPRequest.Method
    /// Whether no connection can be on another loop.
    let isOnlyLoop: Bool
    /// Whether the client may follow redirects by itself.
    let followsRedirects: Bool
    let hasBody: Bool
    let state = Locked(State())

    init(
        loop: any EventLoop, isOnlyLoop: Bool, followsRedirects: Bool, method: HTTPRequest.Method, hasBody: Bool,
        options: TransportOptions
    ) {
        self.loop = loop
        self.isOnlyLoop = isOnlyLoop
        self.followsRedirects = followsRedirects
        self.method = method
        self.hasBody = hasBody
        self.options = options
    }

    /// What is to be done when the exchange is over.
    func onEnd(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.onEnd = body }
    }

    /// Starts the request, unless the exchange has ended in the meantime.
    func begin(
        _ request: HTTPClient.Request, with client: HTTPClient,
        answering continuation: CheckedContinuation<Answer, any Error>
    ) {
        let failure = state.withLock { state in
            if state.failure == nil { state.continuation = continuation }
            return state.failure
        }
        if let failure { return continuation.resume(throwing: failure) }
        loop.execute { self.start(request, with: client) }
    }

    private func start(_ request: HTTPClient.Request, with client: HTTPClient) {
        guard !state.withLock({ $0.isOver }) else { return }
        schedule(after: options.connectTimeout) { $0.connectingTookTooLong() }
        if let timeout = options.timeout {
            schedule(after: timeout) { exchange in
                exchange.fail { delivery in
                    TransportError(
                        code: .timedOut, delivery: delivery, message: "the response was not complete in time")
                }
            }
        }
        let task = client.execute(
            request: request, delegate: self, eventLoop: .delegate(on: loop), deadline: nil, logger: nil)
        // Its error comes here only where the delegate is not told: from a client that was shut down, for one.
        task.futureResult.whenFailure { self.receive($0) }
        let isOver = state.withLock { state in
            if !state.isOver { state.task = task }
            return state.isOver
        }
        if isOver { task.fail(reason: Stopped()) }
    }

    private func schedule(after limit: Duration, _ body: @escaping @Sendable (Exchange) -> Void) {
        let timer = loop.scheduleTask(in: TimeAmount(limit: limit)) { [weak self] in
            if let self { body(self) }
        }
        state.withLock { $0.timers.append(timer) }
    }

    private func connectingTookTooLong() {
        guard !state.withLock({ $0.isSent }) else { return }
        fail { delivery in
            TransportError(code: .connectTimedOut, delivery: delivery, message: "no connection was open in time")
        }
    }

    /// Notes that the request is about to be handed to a connection.
    /// - Returns: `false` where the exchange has ended before, and nothing may be sent any more.
    func claim() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.isSent = true
            return true
        }
    }

    // MARK: The end

    /// Ends the exchange with an error; one that is over is not affected.
    ///
    /// - Parameter error: makes the error from what is known of the request at that time.
    func fail(_ error: @escaping @Sendable (TransportError.Delivery) -> TransportError) {
        if loop.inEventLoop { end(error) } else { loop.execute { self.end(error) } }
    }

    /// Ends the exchange with what AsyncHTTPClient reports.
    func receive(_ error: any Error) {
        let response = state.withLock { $0.upload.isWritten || $0.response.isEarly ? $0.response : nil }
        // What went wrong after the whole answer is of no interest.
        let isWhole = response.map { $0.head != nil && $0.length == $0.received } ?? false
        let hasEnded = response?.isEarly == true && error as? HTTPClientError == .requestStreamCancelled
        if isWhole || hasEnded { return complete() }
        let proves = TransportError.provesNotSent(error)
        fail { delivery in
            TransportError(asyncHTTPClient: error, delivery: proves ? .notSent : delivery)
        }
    }

    /// Ends the exchange with its response.
    func complete() {
        guard state.withLock({ $0.response.head != nil }) else {
            return fail { TransportError(code: .invalidResponse, delivery: $0, message: "the answer is not HTTP") }
        }
        end(nil)
    }

    /// Lets a paused response go on.
    func resume() {
        loop.execute {
            let demand = self.state.withLock { state in
                defer { state.response.demand = nil }
                return state.response.demand
            }
            demand?.succeed(())
        }
    }

    private func end(_ makeError: (@Sendable (TransportError.Delivery) -> TransportError)?) {
        let last = state.withLock { state -> State? in
            guard !state.isOver else { return nil }
            let isCertain = !state.isSent && (isOnlyLoop || hasBody)
            state.failure = makeError?(isCertain ? .notSent : .unknown)
            let last = state
            state = State()
            state.isOver = true
            state.isSent = last.isSent
            state.failure = last.failure
            return last
        }
        guard let last else { return }
        for timer in last.timers { timer.cancel() }
        last.response.grace?.cancel()
        last.upload.pump?.cancel()
        last.upload.waiter?.resume(returning: false)
        stop(last)
        last.onEnd?()
        last.response.stream?.finish(last.failure)
        guard let continuation = last.continuation else { return }
        if let failure = last.failure {
            continuation.resume(throwing: failure)
        } else if let head = last.response.head {
            continuation.resume(returning: Answer(head: head, body: last.response.body))
        }
    }

    /// Makes AsyncHTTPClient let go of the request and its connection; where it has already, nothing happens.
    private func stop(_ last: State) {
        let isWhole = last.failure == nil && !last.response.isEarly
        let stop: @Sendable () -> Void = {
            // Its own upload is ended first: AsyncHTTPClient forgets a promise of its own otherwise.
            last.upload.promise?.fail(Stopped())
            last.response.demand?.fail(Stopped())
            if !isWhole { last.task?.fail(reason: Stopped()) }
        }
        // What was not sent must not be sent in the meantime; what was may be in the middle of a call to the delegate.
        if last.isSent { loop.execute(stop) } else { stop() }
    }
}
#endif
