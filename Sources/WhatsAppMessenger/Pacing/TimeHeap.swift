/// Values by time, the earliest first.
struct TimeHeap<Value: Sendable>: Sendable {
    private var entries: [(time: Int64, value: Value)] = []

    var isEmpty: Bool { entries.isEmpty }
    var earliest: Int64? { entries.first?.time }

    mutating func insert(_ value: Value, at time: Int64) {
        entries.append((time, value))
        var place = entries.count - 1
        while place > 0, entries[place].time < entries[(place - 1) / 2].time {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes the earliest value whose time has come.
    mutating func popFirst(at now: Int64) -> Value? {
        guard let first = entries.first, first.time <= now else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first.value }
        entries[0] = last
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < entries.count else { break }
            let right = left + 1
            let smaller = right < entries.count && entries[right].time < entries[left].time ? right : left
            guard entries[smaller].time < entries[place].time else { break }
            entries.swapAt(place, smaller)
            place = smaller
        }
        return first.value
    }
}
