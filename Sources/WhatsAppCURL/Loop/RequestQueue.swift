import WhatsAppBusiness

/// Counts connections and holds the calls that are over a limit. Confined to the loop's thread.
///
/// libcurl could queue by itself, but its timers would then run while a call waits.
struct RequestQueue {
    let maximumConnections: Int
    let maximumConnectionsPerHost: Int
    let streams: Int

    private var hosts: [String: Host] = [:]
    private var connections = 0
    private var waiting: [ObjectIdentifier: (call: WaitingCall, host: Host)] = [:]
    private var deadlines = Deadlines()
    /// Hosts somebody waits for, in the order in which they get their turn.
    private var turns: [Host] = []
    private let clock = ContinuousClock()

    init(maximumConnections: Int, maximumConnectionsPerHost: Int, streams: Int) {
        self.maximumConnections = maximumConnections
        self.maximumConnectionsPerHost = maximumConnectionsPerHost
        self.streams = streams
    }

    var isEmpty: Bool { waiting.isEmpty }

    mutating func host(of call: Call) -> Host {
        let name = call.request.host
        if let host = hosts[name] { return host }
        if hosts.count >= 1024 { hosts = hosts.filter { !$0.value.isIdle } }
        let host = Host(name: name)
        hosts[name] = host
        return host
    }

    /// Whether a call can start now, without overtaking one that waits for the same host.
    func admits(_ call: Call, to host: Host) -> Bool {
        host.line.isEmpty && hasRoom(for: call, on: host)
    }

    private func hasRoom(for call: Call, on host: Host) -> Bool {
        let now = host.connections(streams: streams)
        let then = host.connections(streams: streams, adding: call.request.isExclusive)
        return then <= maximumConnectionsPerHost && connections - now + then <= maximumConnections
    }

    // MARK: Transfers

    mutating func begin(_ call: Call, on host: Host) {
        recount(host) { $0.begin(isExclusive: call.request.isExclusive) }
    }

    mutating func end(_ call: Call, on host: Host) {
        recount(host) { $0.end(isExclusive: call.request.isExclusive) }
    }

    mutating func noteMultiplexed(_ host: Host) {
        recount(host) { $0.isMultiplexed = true }
    }

    private mutating func recount(_ host: Host, _ change: (Host) -> Void) {
        connections -= host.connections(streams: streams)
        change(host)
        connections += host.connections(streams: streams)
    }

    // MARK: Waiting

    mutating func append(_ submission: Submission, to host: Host) {
        let call = WaitingCall(
            submission: submission, deadline: clock.now.advanced(by: submission.call.request.queueTimeout))
        if host.line.isEmpty { turns.append(host) }
        host.line.append(call)
        waiting[submission.call.id] = (call, host)
        deadlines.insert(call)
    }

    /// Takes a call out that has been cancelled.
    mutating func remove(_ call: Call) -> Submission? {
        guard let (place, host) = waiting.removeValue(forKey: call.id) else { return nil }
        defer { host.line.noteSettled() }
        return place.settle()
    }

    /// The next call for which there is a connection; hosts take turns.
    mutating func next() -> (Submission, Host)? {
        var index = 0
        while index < turns.count {
            let host = turns[index]
            guard let place = host.line.first(), let call = place.submission?.call else {
                turns.remove(at: index)
                continue
            }
            guard hasRoom(for: call, on: host) else {
                index += 1
                continue
            }
            waiting[call.id] = nil
            let submission = place.settle()
            if host.line.first() == nil {
                turns.remove(at: index)
            } else {
                turns.append(turns.remove(at: index))
            }
            if let submission { return (submission, host) }
        }
        return nil
    }

    /// Answers the calls that have waited too long.
    mutating func expire() {
        guard !waiting.isEmpty else { return }
        let now = clock.now
        while let place = deadlines.first(), place.deadline <= now {
            guard let submission = place.settle() else { continue }
            waiting.removeValue(forKey: submission.call.id)?.host.line.noteSettled()
            submission.continuation.resume(
                throwing: TransportError(
                    code: .queueTimedOut, delivery: .notSent, message: "no connection was free in time"))
        }
    }

    /// How long the loop may sleep before the next deadline.
    /// - Parameter most: the longest sleep, in milliseconds.
    mutating func sleep(atMost most: Int) -> Int {
        guard !waiting.isEmpty, let place = deadlines.first() else { return most }
        return min(most, clock.now.duration(to: place.deadline).wholeMilliseconds)
    }

    /// Gives up every call that waits.
    mutating func removeAll() -> [Submission] {
        let left = waiting.values.compactMap { $0.call.settle() }
        waiting = [:]
        turns = []
        hosts = [:]
        return left
    }
}
