import WhatsAppBusiness

/// Items that wait to be handled: a bounded number, in lanes of which each is handled by one taker at a time.
final class ItemQueue: Sendable {
    /// An item that is being handled. Its lane goes on when the hold is dropped.
    final class Hold: Sendable {
        let item: ReceivedItem
        private let lane: Lane
        private let queue: ItemQueue

        private let isFinished = Locked(false)

        init(_ item: ReceivedItem, _ lane: Lane, _ queue: ItemQueue) {
            self.item = item
            self.lane = lane
            self.queue = queue
        }

        deinit {
            finish()
        }

        /// The item has been handled.
        func finish() {
            let wasFinished = isFinished.withLock { isFinished in
                defer { isFinished = true }
                return isFinished
            }
            if !wasFinished { queue.finish(lane) }
        }
    }

    private struct Line: Sendable {
        var items = FIFO<ReceivedItem>()
        var isBusy = false
    }

    private struct State: Sendable {
        var lines: [Lane: Line] = [:]
        /// Lanes that have items and are not busy, in the order in which they became so.
        var ready = FIFO<Lane>()
        var count = 0
        var takers: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var takerOrder = FIFO<UInt64>()
        var nextTaker: UInt64 = 0
        var isClosed = false

        func hasRoom(for items: Int, of capacity: Int) -> Bool {
            !isClosed && (count == 0 || items <= capacity - count)
        }

        /// Puts items into their lanes.
        /// - Returns: the takers for the lanes that became ready.
        mutating func append(_ items: [ReceivedItem]) -> [CheckedContinuation<Void, Never>] {
            var woken: [CheckedContinuation<Void, Never>] = []
            for item in items {
                let lane = Lane(item.content)
                var line = lines.removeValue(forKey: lane) ?? Line()
                if !line.isBusy, line.items.isEmpty {
                    ready.append(lane)
                    if let taker = popTaker() { woken.append(taker) }
                }
                line.items.append(item)
                lines[lane] = line
            }
            count += items.count
            return woken
        }

        /// Whether nothing will ever come any more.
        var isOver: Bool { isClosed && count == 0 }

        /// The taker who waits longest.
        mutating func popTaker() -> CheckedContinuation<Void, Never>? {
            while let id = takerOrder.popFirst() {
                if let taker = takers.removeValue(forKey: id) { return taker }
            }
            return nil
        }
    }

    let capacity: Int
    private let state = Locked(State())

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// The number of items that wait.
    var count: Int { state.withLock { $0.count } }

    /// Whether so many items would be taken now.
    func hasRoom(for items: Int) -> Bool {
        state.withLock { $0.hasRoom(for: items, of: capacity) }
    }

    /// Takes all items or none.
    ///
    /// A delivery that alone is larger than the capacity is taken by an empty queue: it would never be taken otherwise.
    /// - Returns: whether there was room.
    func append(_ items: [ReceivedItem]) -> Bool {
        guard !items.isEmpty else { return true }
        let woken: [CheckedContinuation<Void, Never>]? = state.withLock { state in
            guard state.hasRoom(for: items.count, of: capacity) else { return nil }
            return state.append(items)
        }
        guard let woken else { return false }
        for taker in woken { taker.resume() }
        return true
    }

    /// Takes an item that had been taken before, whether there is room or not.
    func takeBack(_ item: ReceivedItem) {
        let woken = state.withLock { $0.append([item]) }
        for taker in woken { taker.resume() }
    }

    /// The next item whose lane is free; waits for one.
    /// - Returns: `nil` when the queue is closed and empty, or when the task is cancelled.
    func take() async -> Hold? {
        while true {
            if Task.isCancelled {
                // A wake-up that this task may have been given belongs to another.
                wakeOne()
                return nil
            }
            let (hold, isOver) = state.withLock { state -> (Hold?, Bool) in
                guard let lane = state.ready.popFirst(), var line = state.lines.removeValue(forKey: lane),
                    let item = line.items.popFirst()
                else { return (nil, state.isOver) }
                line.isBusy = true
                state.lines[lane] = line
                state.count -= 1
                return (Hold(item, lane, self), state.isOver)
            }
            // Everybody who waits for what will not come is woken, one by one.
            if isOver { wakeOne() }
            if hold != nil || isOver { return hold }
            await wait()
        }
    }

    /// Takes nothing more. Takers get what is there, then `nil`.
    func close() {
        let takers = state.withLock { state in
            state.isClosed = true
            defer { state.takers = [:] }
            return Array(state.takers.values)
        }
        for taker in takers { taker.resume() }
    }

    private func finish(_ lane: Lane) {
        let taker: CheckedContinuation<Void, Never>? = state.withLock { state in
            guard var line = state.lines.removeValue(forKey: lane) else { return nil }
            line.isBusy = false
            guard !line.items.isEmpty else { return nil }
            state.lines[lane] = line
            state.ready.append(lane)
            return state.popTaker()
        }
        taker?.resume()
    }

    private func wakeOne() {
        state.withLock { $0.popTaker() }?.resume()
    }

    private func wait() async {
        let id = state.withLock { state in
            state.nextTaker += 1
            return state.nextTaker
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    guard state.ready.isEmpty, !state.isOver, !Task.isCancelled else {
                        return false
                    }
                    state.takers[id] = continuation
                    state.takerOrder.append(id)
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            let taker = state.withLock { state in
                defer { if state.takers.isEmpty { state.takerOrder = FIFO() } }
                return state.takers.removeValue(forKey: id)
            }
            taker?.resume()
        }
    }
}
