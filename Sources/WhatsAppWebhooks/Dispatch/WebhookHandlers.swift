public import WhatsAppBusiness

/// What a program does with what arrives.
///
/// ```swift
/// var handlers = WebhookHandlers()
/// handlers.on(.message) { message, item in
///     try await message.reply(.text("Thank you!"), through: cloud)
/// }
/// handlers.on(.failedStatus, in: ["shop"]) { status, item in … }
/// handlers.onProblem { problem, item in … }
/// ```
///
/// Every handler that fits is called, one after the other in the order in which they were added. A handler that throws
/// stops nothing: the others are called all the same, and ``onFailure(_:)`` is told.
public struct WebhookHandlers: Sendable {
    /// A handler that threw.
    public struct Failure: Sendable {
        /// What was handled.
        public var item: ReceivedItem
        /// What the handler threw.
        public var error: any Error
    }

    typealias Handler = @Sendable (ReceivedItem) async throws -> Bool

    private(set) var all: [Handler] = []
    private(set) var failureHandlers: [@Sendable (Failure) async -> Void] = []
    private(set) var unhandled: [@Sendable (ReceivedItem) async throws -> Void] = []

    /// Creates handlers that do nothing.
    public init() {}

    /// Adds a handler for a kind of event.
    ///
    /// - Parameters:
    ///   - pattern: the kind of event.
    ///   - channels: the names of the channels whose events are wanted; `nil` for all, those of unknown numbers included.
    ///   - handle: is given the event and where it comes from.
    public mutating func on<Payload>(
        _ pattern: EventPattern<Payload>, in channels: Set<String>? = nil,
        _ handle: @escaping @Sendable (Payload, ReceivedItem) async throws -> Void
    ) {
        all.append { item in
            if let channels {
                guard let name = item.channel?.name, channels.contains(name) else { return false }
            }
            guard let event = item.event, let payload = pattern.extract(event) else { return false }
            try await handle(payload, item)
            return true
        }
    }

    /// Adds a handler for what could not be read.
    public mutating func onProblem(
        _ handle: @escaping @Sendable (DeliveryProblem, ReceivedItem) async throws -> Void
    ) {
        all.append { item in
            guard let problem = item.problem else { return false }
            try await handle(problem, item)
            return true
        }
    }

    /// Adds a handler for events of business numbers that the program did not list as channels. The handlers of their kind
    /// are called as well, unless they ask for channels by name.
    public mutating func onUnknownNumber(
        _ handle: @escaping @Sendable (PhoneNumberID, ReceivedItem) async throws -> Void
    ) {
        all.append { item in
            guard case .unknownNumber(let number) = item.route else { return false }
            try await handle(number, item)
            return true
        }
    }

    /// Adds a handler for what no other handler was called for.
    public mutating func onUnhandled(_ handle: @escaping @Sendable (ReceivedItem) async throws -> Void) {
        unhandled.append(handle)
    }

    /// Adds what is told of handlers that throw. Without one, failures are logged without their details, which may be
    /// personal.
    public mutating func onFailure(_ handle: @escaping @Sendable (Failure) async -> Void) {
        failureHandlers.append(handle)
    }

    /// Calls every handler that fits.
    /// - Returns: how many handlers were called, and how many of them threw.
    func handle(_ item: ReceivedItem) async -> (called: Int, failures: [Failure]) {
        var called = 0
        var failures: [Failure] = []
        for handler in all {
            do {
                if try await handler(item) { called += 1 }
            } catch {
                called += 1
                failures.append(Failure(item: item, error: error))
            }
        }
        if called == 0 {
            for handler in unhandled {
                do {
                    try await handler(item)
                } catch {
                    failures.append(Failure(item: item, error: error))
                }
            }
        }
        for failure in failures {
            for handler in failureHandlers { await handler(failure) }
        }
        return (called, failures)
    }
}
