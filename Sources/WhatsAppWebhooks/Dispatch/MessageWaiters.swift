import WhatsAppBusiness

/// Those who wait for a customer's next message.
final class MessageWaiters: Sendable {
    private struct Waiter: Sendable {
        var key: String
        var channel: String?
        var condition: @Sendable (InboundMessage) -> Bool
        /// What came before anybody asked for it.
        var item: ReceivedItem?
        var continuation: CheckedContinuation<ReceivedItem?, Never>?
    }

    private struct State: Sendable {
        var waiters: [UInt64: Waiter] = [:]
        /// The waiters of each customer who have nothing yet, in the order in which they came.
        var places: [String: [UInt64]] = [:]
        var next: UInt64 = 0
        var isClosed = false

        mutating func remove(_ id: UInt64) -> Waiter? {
            guard let waiter = waiters.removeValue(forKey: id) else { return nil }
            leave(waiter.key, id)
            return waiter
        }

        mutating func leave(_ key: String, _ id: UInt64) {
            guard var line = places.removeValue(forKey: key) else { return }
            line.removeAll { $0 == id }
            if !line.isEmpty { places[key] = line }
        }

        /// The first waiter who wants an item.
        func waiter(for item: ReceivedItem) -> UInt64? {
            guard case .event(.message(let message)) = item.content else { return nil }
            for key in CustomerKey.keys(of: message) {
                for id in places[key] ?? [] {
                    guard let waiter = waiters[id], waiter.channel == nil || waiter.channel == item.channel?.name,
                        waiter.condition(message)
                    else { continue }
                    return id
                }
            }
            return nil
        }
    }

    private let state = Locked(State())

    /// Puts somebody down who waits.
    func register(
        _ key: String, in channel: String?, where condition: @escaping @Sendable (InboundMessage) -> Bool
    ) -> UInt64 {
        state.withLock { state in
            state.next += 1
            guard !state.isClosed else { return state.next }
            state.waiters[state.next] = Waiter(key: key, channel: channel, condition: condition)
            state.places[key, default: []].append(state.next)
            return state.next
        }
    }

    /// Gives messages to those who wait for them.
    /// - Returns: the items that nobody waits for.
    func offer(_ items: [ReceivedItem]) -> [ReceivedItem] {
        let (rest, served) = state.withLock { state in
            var served: [(CheckedContinuation<ReceivedItem?, Never>, ReceivedItem)] = []
            guard !state.places.isEmpty else { return (items, served) }
            let rest = items.filter { item in
                guard let id = state.waiter(for: item), var waiter = state.remove(id) else { return true }
                if let continuation = waiter.continuation {
                    served.append((continuation, item))
                } else {
                    waiter.item = item
                    state.waiters[id] = waiter
                }
                return false
            }
            return (rest, served)
        }
        for (continuation, item) in served { continuation.resume(returning: item) }
        return rest
    }

    /// Waits for the item of a waiter; once.
    /// - Returns: `nil` when the task is cancelled, or when everything ends.
    func item(of id: UInt64) async -> ReceivedItem? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (isOver, item) = state.withLock { state -> (Bool, ReceivedItem?) in
                    guard let waiter = state.waiters[id] else { return (true, nil) }
                    if let item = waiter.item {
                        _ = state.remove(id)
                        return (true, item)
                    }
                    guard !Task.isCancelled, waiter.continuation == nil else { return (true, nil) }
                    state.waiters[id]?.continuation = continuation
                    return (false, nil)
                }
                if isOver { continuation.resume(returning: item) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                defer { state.waiters[id]?.continuation = nil }
                return state.waiters[id]?.continuation
            }
            continuation?.resume(returning: nil)
        }
    }

    /// Strikes a waiter off.
    /// - Returns: the item that came for it and was never asked for.
    func abandon(_ id: UInt64) -> ReceivedItem? {
        let waiter = state.withLock { $0.remove(id) }
        waiter?.continuation?.resume(returning: nil)
        return waiter?.item
    }

    /// Lets everybody go who has nothing.
    func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            let empty = state.waiters.filter { $0.value.item == nil }
            for id in empty.keys { _ = state.remove(id) }
            return empty
        }
        for waiter in waiters.values { waiter.continuation?.resume(returning: nil) }
    }
}
