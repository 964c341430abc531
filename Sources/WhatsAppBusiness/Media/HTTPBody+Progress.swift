extension HTTPBody {
    /// The same body, which says how far it was read.
    package func reporting(to progress: TransferProgress) -> HTTPBody {
        HTTPBody(Pieces(body: self, size: 64 * 1024, progress: progress), length: length, isReplayable: isReplayable)
    }

    /// A body in pieces of at most a size, which says how far it was read.
    private struct Pieces: AsyncSequence, Sendable {
        typealias Element = [UInt8]

        var body: HTTPBody
        var size: Int
        var progress: TransferProgress

        func makeAsyncIterator() -> Iterator {
            progress.report(transferred: 0, total: body.length)
            return Iterator(
                base: body.makeAsyncIterator(), size: size, total: body.length, progress: progress)
        }

        struct Iterator: AsyncIteratorProtocol {
            var base: HTTPBody.AsyncIterator
            var size: Int
            var total: Int?
            var progress: TransferProgress
            var rest: ArraySlice<UInt8> = []
            var transferred = 0

            @concurrent
            mutating func next() async throws -> [UInt8]? {
                if transferred > 0 { progress.report(transferred: transferred, total: total) }
                if rest.isEmpty {
                    guard let chunk = try await base.next() else { return nil }
                    rest = chunk[...]
                }
                let piece = Array(rest.prefix(size))
                rest = rest.dropFirst(size)
                transferred += piece.count
                return piece
            }
        }
    }
}
