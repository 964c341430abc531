public import WhatsAppBusiness
public import WhatsAppConversations

extension Messenger {
    /// One step of a broadcast.
    public struct BroadcastProgress: Sendable {
        /// Who it is about.
        public var recipient: BroadcastRecipient
        /// What became of the message.
        public var outcome: BroadcastRecord.Outcome
        /// How many recipients are done with in this run.
        public var finished: Int
        /// How many recipients this run has.
        public var total: Int
    }

    /// What a broadcast costs at the most, by the windows and prices of now.
    ///
    /// - Parameters:
    ///   - template: the template; its components are replaced by those of each recipient.
    ///   - category: the category that the template has now.
    ///   - recipients: to whom.
    /// - Returns: the estimate; `nil` where the messenger has no pricing, and where the provider has no customer service
    ///   window: the platform's prices are not its prices.
    /// - Throws: `MoneyError` when the sum is too large to be counted.
    public func estimate(
        _ template: TemplateMessage, category: ChargeCategory, to recipients: [BroadcastRecipient]
    ) throws(MoneyError) -> BroadcastEstimate? {
        guard let pricing = configuration.pricing, provider.capabilities.hasCustomerServiceWindow else { return nil }
        var estimate = BroadcastEstimate(zero: Money(millionths: 0, currency: pricing.currency))
        for recipient in recipients {
            let message = recipient.message(of: template)
            if let quote = quote(message, category: category, to: recipient.recipient) { try estimate.add(quote) }
        }
        return estimate
    }

    /// Sends a template to many, each with values of their own, at the number's pace.
    ///
    /// ```swift
    /// var record = try load() ?? BroadcastRecord()
    /// for try await step in messenger.broadcast(template, to: recipients, resuming: record, keep: { id, outcome in
    ///     try await store(id, outcome)
    /// }) {
    ///     show(step.finished, of: step.total)
    /// }
    /// ```
    ///
    /// `keep` is called before each send, with `begun`, and after it. A program that stores both can go on after any
    /// interruption from what it has stored, and nobody is sent the message twice: who was begun and not finished counts
    /// as uncertain. One recipient's failure stops nobody else's message. The broadcast ends early when the task that
    /// reads the steps is cancelled or stops reading, when `keep` throws, and when the recipients of 24 hours are used up;
    /// what is left then has no outcome or ``BroadcastRecord/Outcome/notSent``, and is sent when the broadcast is resumed.
    ///
    /// - Parameters:
    ///   - template: the template; its components are replaced by those of each recipient.
    ///   - category: the category that the template has now, for the ledger of charges.
    ///   - recipients: to whom; of several with one id the first.
    ///   - record: what an earlier run has done.
    ///   - retryingFailures: whether those who certainly got nothing are tried again.
    ///   - concurrency: how many sends are under way at the same time.
    ///   - options: how the calls are made.
    ///   - keep: stores an outcome.
    /// - Returns: a step for each recipient, in the order in which they are finished.
    public nonisolated func broadcast(
        _ template: TemplateMessage, category: ChargeCategory? = nil, to recipients: [BroadcastRecipient],
        resuming record: BroadcastRecord = BroadcastRecord(), retryingFailures: Bool = false, concurrency: Int = 64,
        options: RequestOptions = .standard,
        keep: @escaping @Sendable (_ id: String, _ outcome: BroadcastRecord.Outcome) async throws -> Void = { _, _ in }
    ) -> AsyncThrowingStream<BroadcastProgress, any Error> {
        let remaining = record.remaining(of: recipients, retryingFailures: retryingFailures)
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: BroadcastProgress.self)
        let work = Task {
            do {
                try await withThrowingTaskGroup(of: BroadcastProgress?.self) { group in
                    var next = remaining.makeIterator()
                    var finished = 0
                    func add(_ group: inout ThrowingTaskGroup<BroadcastProgress?, any Error>) {
                        guard let recipient = next.next() else { return }
                        group.addTask {
                            try await self.send(template, category, to: recipient, options, keep)
                        }
                    }
                    for _ in 0..<max(1, concurrency) { add(&group) }
                    while let step = try await group.next() {
                        guard var step else { continue }
                        finished += 1
                        step.finished = finished
                        step.total = remaining.count
                        continuation.yield(step)
                        add(&group)
                    }
                }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in work.cancel() }
        return stream
    }

    private nonisolated func send(
        _ template: TemplateMessage, _ category: ChargeCategory?, to recipient: BroadcastRecipient,
        _ options: RequestOptions,
        _ keep: @Sendable (String, BroadcastRecord.Outcome) async throws -> Void
    ) async throws -> BroadcastProgress? {
        try Task.checkCancellation()
        try await keep(recipient.id, .begun)
        let outcome: BroadcastRecord.Outcome
        do throws(WhatsAppError) {
            let sent = try await send(
                recipient.message(of: template), to: recipient.recipient, category: category, options: options)
            outcome = .sent(sent.id)
        } catch {
            switch error.outcome {
            case .unknown: outcome = .uncertain(callbackData: error.callbackData)
            case .notSent where error.code == .cancelled || error.code == .rateLimited:
                // The run ends; the recipient's turn is still to come.
                try await keep(recipient.id, .notSent)
                throw error
            default:
                outcome = .failed(code: error.platform?.code, reason: error.platform?.meaning ?? error.message)
            }
        }
        try await keep(recipient.id, outcome)
        return BroadcastProgress(recipient: recipient, outcome: outcome, finished: 0, total: 0)
    }
}

extension BroadcastRecipient {
    /// The template as this recipient gets it.
    fileprivate func message(of template: TemplateMessage) -> Message {
        var template = template
        template.components = components
        return .template(template)
    }
}
