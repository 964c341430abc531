/// What became of a test message, from the send to the statuses that the webhook brought.
public struct RoundTrip: Hashable, Sendable {
    /// What the platform has taken.
    public var message: SentMessage
    /// The statuses of the message, in the order in which they came.
    public var statuses: [MessageStatus]
    /// What that says of the connection.
    public var finding: ConnectionReport.Finding

    /// Creates a value.
    public init(message: SentMessage, statuses: [MessageStatus]) {
        self.message = message
        self.statuses = statuses
        let states = statuses.map(\.state)
        if let failed = statuses.first(where: { $0.state == .failed }) {
            let error = failed.errors.first
            finding = .init(
                level: .problem, subject: "round_trip",
                text: "the test message failed" + (error.map { ": \($0.meaning)" } ?? ""),
                remedy: error.map(\.advice.sentence))
        } else if states.contains(where: { [.delivered, .read, .played].contains($0) }) {
            finding = .init(level: .good, subject: "round_trip", text: "the test message was delivered")
        } else if !states.isEmpty {
            finding = .init(
                level: .warning, subject: "round_trip",
                text: "the test message is on its way, but the phone has not confirmed it yet",
                remedy: "see that the phone is switched on and online")
        } else {
            finding = .init(
                level: .problem, subject: "round_trip",
                text: "the test message was taken, but no status arrived: webhooks do not reach the program",
                remedy: "check the webhook's address, and that the field messages and the account are subscribed")
        }
    }
}

extension WhatsAppProvider {
    /// Sends a test message and waits until the webhook tells that it was delivered, read, or failed.
    ///
    /// ```swift
    /// let (statuses, continuation) = AsyncStream.makeStream(of: MessageStatus.self)
    /// // The webhook's handler yields each status to `continuation`.
    /// let trip = try await cloud.roundTrip(to: myPhone, statuses: statuses)
    /// print(trip.finding.text)
    /// ```
    ///
    /// - Parameters:
    ///   - message: what is sent: by default the template `hello_world`, which every account has, and which only test
    ///     numbers may send (Cloud API reference §7.1). A text needs an open customer service window.
    ///   - recipient: to whom.
    ///   - statuses: the statuses that the program's webhook receives, also those of other messages. It must keep what comes
    ///     before it is read, as `AsyncStream` does: a status can come before the answer to the send.
    ///   - limit: how long to wait for the last of them.
    ///   - clock: what measures it.
    ///   - options: how the message is sent.
    /// - Returns: what came. That nothing came is no error but a finding.
    /// - Throws: ``WhatsAppError`` when the message was not taken; `cancelled` when the task is cancelled.
    public func roundTrip<Statuses: AsyncSequence & Sendable>(
        sending message: Message = .template("hello_world", language: "en_US"), to recipient: Recipient,
        statuses: Statuses, within limit: Duration = .seconds(60), clock: any Clock<Duration> = ContinuousClock(),
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> RoundTrip where Statuses.Element == MessageStatus {
        let sent = try await send(message, to: recipient, options: options)
        let found = Locked<[MessageStatus]>([])
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                var iterator = statuses.makeAsyncIterator()
                // A stream that fails is one that has ended.
                while !Task.isCancelled, let status = try? await iterator.next() {
                    guard status.id == sent.id, status.kind == .message else { continue }
                    found.withLock { $0.append(status) }
                    if [.delivered, .read, .played, .failed].contains(status.state) { return }
                }
            }
            group.addTask { try? await clock.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
        if Task.isCancelled {
            throw WhatsAppError(
                code: .cancelled, outcome: .unknown, message: "the task was cancelled while it waited for statuses")
        }
        return RoundTrip(message: sent, statuses: found.withLock { $0 })
    }
}
