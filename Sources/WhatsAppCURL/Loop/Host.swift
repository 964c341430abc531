/// What is in flight to one host, and who waits for it. Confined to the loop's thread.
final class Host {
    let name: String
    /// Whether the host has answered over HTTP/2, so that requests share connections.
    var isMultiplexed = false
    /// Transfers that may share a connection.
    private(set) var shared = 0
    /// Transfers with a connection of their own.
    private(set) var exclusive = 0
    var line = WaitingLine()

    init(name: String) {
        self.name = name
    }

    var isIdle: Bool { shared == 0 && exclusive == 0 && line.isEmpty }

    func begin(isExclusive: Bool) {
        if isExclusive { exclusive += 1 } else { shared += 1 }
    }

    func end(isExclusive: Bool) {
        if isExclusive { exclusive -= 1 } else { shared -= 1 }
    }

    /// The connections that the transfers in flight need.
    func connections(streams: Int, adding isExclusive: Bool? = nil) -> Int {
        let shared = shared + (isExclusive == false ? 1 : 0)
        let exclusive = exclusive + (isExclusive == true ? 1 : 0)
        return exclusive + (isMultiplexed ? (shared + streams - 1) / streams : shared)
    }
}

/// A call that waits for a connection. Confined to the loop's thread.
final class WaitingCall {
    /// What waits; `nil` once it has been started or answered, and this is only an empty place in the line.
    private(set) var submission: Submission?
    let deadline: ContinuousClock.Instant

    init(submission: Submission, deadline: ContinuousClock.Instant) {
        self.submission = submission
        self.deadline = deadline
    }

    var isSettled: Bool { submission == nil }

    /// Leaves the line.
    func settle() -> Submission? {
        defer { submission = nil }
        return submission
    }
}

/// Calls in the order they came.
struct WaitingLine {
    private var calls: [WaitingCall] = []
    private var head = 0
    private var settled = 0

    /// The first call that still waits.
    mutating func first() -> WaitingCall? {
        while head < calls.count, calls[head].isSettled { head += 1 }
        guard head < calls.count else {
            calls.removeAll(keepingCapacity: calls.capacity <= 1024)
            head = 0
            settled = 0
            return nil
        }
        return calls[head]
    }

    var isEmpty: Bool { head == calls.count }

    mutating func append(_ call: WaitingCall) {
        calls.append(call)
    }

    /// Notes that a call in the line no longer waits, and clears the line of such places when they are many.
    mutating func noteSettled() {
        settled += 1
        guard settled > 64, settled * 2 > calls.count else { return }
        calls.removeAll { $0.isSettled }
        head = 0
        settled = 0
    }
}

/// Waiting calls by deadline: a binary heap that drops settled calls when they come up.
struct Deadlines {
    private var heap: [WaitingCall] = []

    mutating func insert(_ call: WaitingCall) {
        heap.append(call)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].deadline < heap[parent].deadline else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// The call with the nearest deadline.
    mutating func first() -> WaitingCall? {
        while let call = heap.first, call.isSettled { removeFirst() }
        return heap.first
    }

    private mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].deadline < heap[least].deadline {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
