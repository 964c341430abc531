import CoreMetrics

/// What is counted of a provider's calls, by swift-metrics.
///
/// Handlers are made once for each operation and outcome, of the factory that is in force when one is first needed: a
/// program bootstraps `MetricsSystem` before its first call.
final class CallMetrics: Sendable {
    /// How a request or a call ended.
    enum Outcome: String, Hashable, Sendable {
        case ok, refused, notSent, unknown

        init(_ error: WhatsAppError) {
            switch error.outcome {
            case .refused: self = .refused
            case .notSent: self = .notSent
            case .unknown: self = .unknown
            }
        }
    }

    private struct Key: Hashable, Sendable {
        var provider: ProviderName
        var operation: String
        var outcome: Outcome
    }

    private struct Handlers: Sendable {
        var requests: Counter
        var errors: Counter?
        var duration: Timer

        init(_ key: Key) {
            let dimensions = [
                ("provider", key.provider.rawValue), ("operation", key.operation), ("outcome", key.outcome.rawValue),
            ]
            requests = Counter(label: "whatsapp.requests", dimensions: dimensions)
            errors = key.outcome == .ok ? nil : Counter(label: "whatsapp.errors", dimensions: dimensions)
            duration = Timer(label: "whatsapp.duration", dimensions: dimensions)
        }
    }

    private let handlers = Locked<[Key: Handlers]>([:])

    /// Counts one HTTP request, repetitions included.
    func recordRequest(_ provider: ProviderName, _ operation: String, _ outcome: Outcome) {
        handlers(Key(provider: provider, operation: operation, outcome: outcome)).requests.increment()
    }

    /// Counts the end of a call, and its time with all repetitions and waits.
    func recordCall(_ provider: ProviderName, _ operation: String, _ outcome: Outcome, _ duration: Duration) {
        let handlers = handlers(Key(provider: provider, operation: operation, outcome: outcome))
        handlers.errors?.increment()
        let (seconds, attoseconds) = duration.components
        let (nanoseconds, isOverflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        handlers.duration.recordNanoseconds(
            isOverflow ? .max : nanoseconds.addingReportingOverflow(attoseconds / 1_000_000_000).partialValue)
    }

    private func handlers(_ key: Key) -> Handlers {
        handlers.withLock { handlers in
            if let known = handlers[key] { return known }
            let made = Handlers(key)
            handlers[key] = made
            return made
        }
    }
}
