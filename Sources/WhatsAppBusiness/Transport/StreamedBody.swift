/// The sequence behind a streamed response's ``HTTPBody``.
///
/// It is read once. Whoever can still read it keeps the transfer going: the body until it is iterated, then the
/// iterator. When that goes away before the end, the transfer is cancelled.
package struct StreamedBody: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    private let owner: Owner

    /// Makes a sequence of what a transfer receives.
    ///
    /// - Parameters:
    ///   - stream: where the transfer puts it.
    ///   - unpause: called when a paused transfer can go on.
    ///   - cancel: called when nobody reads any more, also when the transfer has ended by then. What these closures hold
    ///     on to, a transport for instance, lives as long as somebody can read.
    package init(
        _ stream: ResponseStream, unpause: @escaping @Sendable () -> Void, cancel: @escaping @Sendable () -> Void
    ) {
        owner = Owner(stream: stream, unpause: unpause, cancel: cancel)
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(owner: owner.handOver())
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let owner: Owner?

        package func next() async throws -> [UInt8]? {
            guard let owner else {
                throw TransportError(
                    code: .other, delivery: .unknown, message: "a streamed response can be read only once")
            }
            return try await owner.next()
        }
    }

    /// Ties the life of a transfer to the life of what reads it.
    fileprivate final class Owner: Sendable {
        private let stream: ResponseStream
        private let unpause: @Sendable () -> Void
        private let cancel: @Sendable () -> Void
        /// Whether another owner has taken over.
        private let isHandedOver = Locked(false)

        init(stream: ResponseStream, unpause: @escaping @Sendable () -> Void, cancel: @escaping @Sendable () -> Void) {
            self.stream = stream
            self.unpause = unpause
            self.cancel = cancel
        }

        deinit {
            if !isHandedOver.withLock({ $0 }) { cancel() }
        }

        /// The owner for the first iterator; `nil` for every further one.
        func handOver() -> Owner? {
            let isFirst = isHandedOver.withLock { isHandedOver in
                defer { isHandedOver = true }
                return !isHandedOver
            }
            return isFirst ? Owner(stream: stream, unpause: unpause, cancel: cancel) : nil
        }

        func next() async throws -> [UInt8]? {
            // A cancelled task cancels the transfer, and the transfer's end wakes the reader.
            try await withTaskCancellationHandler {
                guard !Task.isCancelled else {
                    throw TransportError.cancelled(.unknown)
                }
                return try await stream.next(unpause)
            } onCancel: {
                cancel()
            }
        }
    }
}
