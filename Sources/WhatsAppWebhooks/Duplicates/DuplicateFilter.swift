public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Lets each event pass once, however often and in whatever company it is delivered.
///
/// ```swift
/// let filter = DuplicateFilter()
/// let fresh = try await filter.claim(delivery.events, at: Date())
/// ```
///
/// ``WebhookDispatcher`` has one. Programs with a queue of their own use it like that, and ``release(_:)`` events
/// that they could not take, before they refuse the delivery.
public struct DuplicateFilter: Sendable {
    /// Where the keys are kept.
    public var store: any DuplicateStore

    /// Creates a filter.
    /// - Parameter store: where the keys are kept; in memory for seven days by default.
    public init(store: any DuplicateStore = InMemoryDuplicateStore()) {
        self.store = store
    }

    /// The events that have not passed before. They count as passed from now on.
    ///
    /// - Parameters:
    ///   - events: events of one delivery.
    ///   - now: the present time.
    /// - Returns: those that are new, in their order; of equal ones the first.
    /// - Throws: what the store throws. No event is lost then: let the platform deliver again.
    public func claim(_ events: [WebhookEvent], at now: Date) async throws -> [WebhookEvent] {
        let isNew = try await store.claim(events.map { EventKey($0) }, at: now)
        return zip(events, isNew).compactMap { event, isNew in isNew ? event : nil }
    }

    /// Keeps the keys of events that the program has safely.
    /// - Throws: what the store throws.
    public func confirm(_ events: [WebhookEvent], at now: Date) async throws {
        try await store.confirm(events.map { EventKey($0) }, at: now)
    }

    /// Lets events pass again that could not be taken.
    /// - Throws: what the store throws.
    public func release(_ events: [WebhookEvent]) async throws {
        try await store.release(events.map { EventKey($0) })
    }
}
