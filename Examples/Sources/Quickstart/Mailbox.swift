import WhatsApp

/// What has arrived and was not yet taken, in order.
struct Mailbox<Item: Sendable>: Sendable {
    private let stream: AsyncStream<Item>
    private let continuation: AsyncStream<Item>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Puts an item in.
    func put(_ item: Item) {
        continuation.yield(item)
    }

    /// Takes the next item, and waits for it if need be.
    func next(within limit: Duration) async throws -> Item {
        try await withThrowingTaskGroup(of: Item?.self) { group in
            group.addTask { [stream] in await stream.first { _ in true } }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let item = first else {
                throw Story.Failure(description: "nothing arrived within \(limit)")
            }
            return item
        }
    }
}
