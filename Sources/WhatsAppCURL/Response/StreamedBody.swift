import WhatsAppBusiness

/// The sequence behind a streamed response's `HTTPBody`.
///
/// It is read once. Whoever can still read it keeps the transfer going: the body until it is iterated, then the
/// iterator. When that goes away before the end, the transfer is cancelled.
struct StreamedBody: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let owner: StreamOwner

    func makeAsyncIterator() -> Iterator {
        Iterator(owner: owner.handOver())
    }

    struct Iterator: AsyncIteratorProtocol {
        let owner: StreamOwner?

        func next() async throws -> [UInt8]? {
            guard let owner else {
                throw TransportError(
                    code: .other, delivery: .unknown, message: "a streamed response can be read only once")
            }
            return try await owner.next()
        }
    }
}

/// Ties the life of a transfer to the life of what reads it.
final class StreamOwner: Sendable {
    private let stream: ResponseStream
    private let call: Call
    private let inbox: Inbox
    private let transport: CURLTransport
    /// Whether another owner has taken over.
    private let isHandedOver = Locked(false)

    init(stream: ResponseStream, call: Call, inbox: Inbox, transport: CURLTransport) {
        self.stream = stream
        self.call = call
        self.inbox = inbox
        self.transport = transport
    }

    deinit {
        if !isHandedOver.withLock({ $0 }) { inbox.cancel(call) }
    }

    /// The owner for the first iterator; `nil` for every further one.
    func handOver() -> StreamOwner? {
        let isFirst = isHandedOver.withLock { isHandedOver in
            defer { isHandedOver = true }
            return !isHandedOver
        }
        return isFirst ? StreamOwner(stream: stream, call: call, inbox: inbox, transport: transport) : nil
    }

    func next() async throws -> [UInt8]? {
        let inbox = inbox
        let call = call
        // A cancelled task cancels the transfer, and the transfer's end wakes the reader.
        return try await withTaskCancellationHandler {
            guard !Task.isCancelled else { throw TransportError.cancelled(.unknown) }
            return try await stream.next { inbox.unpause(call) }
        } onCancel: {
            inbox.cancel(call)
        }
    }
}
