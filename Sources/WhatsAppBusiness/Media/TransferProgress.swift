/// How far an upload or a download has come: a sequence of steps that a program can show.
///
/// ```swift
/// let progress = TransferProgress()
/// async let media = cloud.uploadMedia(upload, progress: progress)
/// for await step in progress {
///     print(step.fraction ?? 0)
/// }
/// let id = try await media
/// ```
///
/// Whoever reads slowly gets the newest step and misses those between: the transfer never waits for it. The sequence ends
/// with the transfer, also where that fails, and is read by one loop.
public final class TransferProgress: AsyncSequence, Sendable {
    /// A moment of a transfer.
    public struct Step: Hashable, Sendable {
        /// How many bytes were handed on. It begins anew when the transfer is repeated.
        public var transferred: Int
        /// How many bytes there are in all, where that is known.
        public var total: Int?

        /// Creates a step.
        public init(transferred: Int, total: Int? = nil) {
            self.transferred = transferred
            self.total = total
        }

        /// The part that is done, from 0 to 1, where the total is known.
        public var fraction: Double? {
            total.map { $0 > 0 ? Swift.min(1, Double(transferred) / Double($0)) : 1 }
        }
    }

    /// A step.
    public typealias Element = Step

    /// Reads steps.
    public typealias AsyncIterator = AsyncStream<Step>.AsyncIterator

    private let steps: AsyncStream<Step>
    private let continuation: AsyncStream<Step>.Continuation

    /// Creates a sequence for one transfer.
    public init() {
        (steps, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit {
        continuation.finish()
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        steps.makeAsyncIterator()
    }

    /// Says how far the transfer has come. For providers of other packages; those of this one do it by themselves.
    public func report(transferred: Int, total: Int?) {
        continuation.yield(Step(transferred: transferred, total: total))
    }

    /// Ends the sequence.
    public func finish() {
        continuation.finish()
    }
}
