import WhatsAppBusiness

/// What is known of the namespaces of a channel's templates: looked up once, by whoever needs it first, and again when a
/// template is not among them.
actor TemplateNamespaces {
    /// Asks the service for all templates.
    typealias LookUp = @Sendable () async throws(WhatsAppError) -> [TemplateRow]

    private struct Known {
        var namespaces: [String: String] = [:]
        /// The namespace of the whole channel, where its templates have no other.
        var common: String?
        /// Templates that the latest look-up did not find.
        var missed: Set<String> = []

        init(_ rows: [TemplateRow]) {
            for row in rows {
                if let namespace = row.namespace { namespaces[row.name] = namespace }
            }
            let all = Set(namespaces.values)
            if all.count == 1 { common = all.first }
        }

        /// The namespace of a template: its own, or the channel's only one for a row that names none.
        func namespace(of name: String) -> String? { namespaces[name] ?? common }
    }

    private var known: Known?
    private var waiting: [Int: CheckedContinuation<Result<Void, WhatsAppError>, Never>] = [:]
    private var isLooking = false
    private var lastTicket = 0

    /// The most templates that are remembered as not found; beyond it they are looked up again.
    private static let maximumMissed = 1000

    /// The namespace of a template; `nil` where the service names none.
    func namespace(of name: String, lookUp: @escaping LookUp) async throws(WhatsAppError) -> String? {
        if let known, known.namespaces[name] != nil || known.missed.contains(name) {
            return known.namespace(of: name)
        }
        try await look(lookUp)
        if known?.namespaces[name] == nil, known?.missed.count ?? 0 < Self.maximumMissed {
            known?.missed.insert(name)
        }
        return known?.namespace(of: name)
    }

    /// Forgets everything, as after a template was made or deleted.
    func forget() {
        known = nil
    }

    /// Waits for a look-up, which whoever waits at the same time shares.
    private func look(_ lookUp: @escaping LookUp) async throws(WhatsAppError) {
        lastTicket += 1
        let ticket = lastTicket
        let result: Result<Void, WhatsAppError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard !Task.isCancelled else {
                    continuation.resume(returning: .failure(Self.cancelled))
                    return
                }
                waiting[ticket] = continuation
                guard !isLooking else { return }
                isLooking = true
                // Not the task of the one who asked first: others wait for it too.
                Task { await self.finish(Self.result(of: lookUp)) }
            }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
        try result.get()
    }

    private func finish(_ result: Result<[TemplateRow], WhatsAppError>) {
        isLooking = false
        if case .success(let rows) = result { known = Known(rows) }
        let all = waiting.values
        waiting = [:]
        for continuation in all { continuation.resume(returning: result.map { _ in }) }
    }

    private func giveUp(_ ticket: Int) {
        waiting.removeValue(forKey: ticket)?.resume(returning: .failure(Self.cancelled))
    }

    private static func result(of lookUp: LookUp) async -> Result<[TemplateRow], WhatsAppError> {
        do throws(WhatsAppError) {
            return .success(try await lookUp())
        } catch {
            return .failure(error)
        }
    }

    private static var cancelled: WhatsAppError {
        WhatsAppError(
            code: .cancelled, outcome: .notSent, message: "the task was cancelled",
            underlying: CancellationError())
    }
}
