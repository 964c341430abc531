#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Remembers which events have been taken.
///
/// ``InMemoryDuplicateStore`` is enough for one process. Programs that run as several processes, or that must not act
/// twice across a restart, keep the keys in a store that they share: the three requirements are one command each in
/// Redis or Valkey (`SET key NX PX`, `PEXPIRE`, `DEL`) and one statement each in SQL.
///
/// An event is *claimed* when it arrives, *confirmed* when the program has it safely, and *released* when it could not be
/// taken, so that the platform's next attempt is not taken for a duplicate. A claim that is never confirmed, since
/// its process died, should lapse after a minute or so. Keep confirmed keys for seven days (webhooks reference §1.5).
public protocol DuplicateStore: Sendable {
    /// Claims keys, each for itself and atomically: of two callers that race for a key exactly one gets it.
    ///
    /// - Parameters:
    ///   - keys: the keys, in the order of the events. One key can stand more than once.
    ///   - now: the present time.
    /// - Returns: for each key whether it was new.
    /// - Throws: what the store throws when it is not reachable.
    func claim(_ keys: [EventKey], at now: Date) async throws -> [Bool]

    /// Keeps keys that were claimed.
    /// - Throws: what the store throws when it is not reachable.
    func confirm(_ keys: [EventKey], at now: Date) async throws

    /// Forgets keys that were claimed.
    /// - Throws: what the store throws when it is not reachable.
    func release(_ keys: [EventKey]) async throws
}

extension DuplicateStore {
    /// Does nothing: for stores whose claims last.
    public func confirm(_ keys: [EventKey], at now: Date) async throws {}
}
