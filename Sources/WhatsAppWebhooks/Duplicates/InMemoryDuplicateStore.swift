import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Remembers keys in memory: those of the last seven days, up to a number.
///
/// A key takes about 60 bytes, however long it is: what is kept are 128 bits of a hash whose seed is random in each process.
/// When ``capacity`` is reached, the oldest key is forgotten early.
public final class InMemoryDuplicateStore: DuplicateStore {
    /// How long a key is remembered, in seconds.
    public let horizon: TimeInterval
    /// The most keys that are remembered.
    public let capacity: Int
    private let memory: Locked<Memory>

    /// Creates an empty store.
    ///
    /// - Parameters:
    ///   - horizon: how long a key is remembered, in seconds; seven days by default, since the platform repeats
    ///     deliveries for so long (webhooks reference §1.5).
    ///   - capacity: the most keys that are remembered; one million by default.
    public init(horizon: TimeInterval = 7 * 24 * 3600, capacity: Int = 1_000_000) {
        self.horizon = horizon
        self.capacity = max(1, capacity)
        memory = Locked(Memory(capacity: max(1, capacity)))
    }

    /// The number of keys that are remembered.
    public var count: Int { memory.withLock { $0.present.count } }

    /// Claims one key.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - now: the present time.
    /// - Returns: whether it was new.
    public func claim(_ key: EventKey, at now: Date) -> Bool {
        let digest = Digest(key)
        return memory.withLock { $0.insert(digest, at: Self.seconds(now), horizon: horizon) }
    }

    /// Claims keys, all under one lock.
    public func claim(_ keys: [EventKey], at now: Date) async throws -> [Bool] {
        let digests = keys.map(Digest.init)
        let seconds = Self.seconds(now)
        return memory.withLock { memory in
            digests.map { memory.insert($0, at: seconds, horizon: horizon) }
        }
    }

    /// Forgets keys.
    public func release(_ keys: [EventKey]) async throws {
        let digests = keys.map(Digest.init)
        memory.withLock { memory in
            for digest in digests { memory.present[digest] = nil }
        }
    }

    private static func seconds(_ date: Date) -> Int64 {
        let seconds = date.timeIntervalSince1970
        guard !seconds.isNaN else { return 0 }
        return Int64(min(max(seconds.rounded(.down), -1e15), 1e15))
    }
}

extension InMemoryDuplicateStore {
    /// 128 bits of a key.
    private struct Digest: Hashable, Sendable {
        var high: UInt64
        var low: UInt64

        // Both halves are hashes already.
        func hash(into hasher: inout Hasher) {
            hasher.combine(low)
        }

        init(_ key: EventKey) {
            var text = key.rawValue
            (high, low) = text.withUTF8 { bytes in
                var first = Hasher()
                first.combine(bytes: UnsafeRawBufferPointer(bytes))
                var second = first
                first.combine(0 as UInt8)
                second.combine(1 as UInt8)
                return (UInt64(bitPattern: Int64(first.finalize())), UInt64(bitPattern: Int64(second.finalize())))
            }
        }
    }

    /// One key in the order of arrival.
    private struct Entry: Sendable {
        var digest: Digest
        /// Tells the entries of a key apart that was released and claimed again.
        var serial: UInt32
        var seconds: UInt32
    }

    private struct Memory: Sendable {
        /// The keys, each with the serial number of its entry.
        var present: [Digest: UInt32] = [:]
        /// A ring of the entries in the order in which they came.
        private var ring: [Entry] = []
        private var oldest = 0
        private var length = 0
        private var serial: UInt32 = 0
        private let capacity: Int

        init(capacity: Int) {
            self.capacity = capacity
        }

        mutating func insert(_ digest: Digest, at now: Int64, horizon: TimeInterval) -> Bool {
            let seconds = UInt32(clamping: now)
            forget(before: Double(now) - horizon)
            if present[digest] != nil { return false }
            if length == capacity { forgetOldest() }
            serial &+= 1
            present[digest] = serial
            append(Entry(digest: digest, serial: serial, seconds: seconds))
            return true
        }

        /// Forgets what is at least as old as the horizon.
        private mutating func forget(before limit: Double) {
            while length > 0, Double(ring[oldest].seconds) <= limit { forgetOldest() }
        }

        private mutating func forgetOldest() {
            let entry = ring[oldest]
            if present[entry.digest] == entry.serial { present[entry.digest] = nil }
            oldest = oldest + 1 == capacity ? 0 : oldest + 1
            length -= 1
        }

        private mutating func append(_ entry: Entry) {
            let place = (oldest + length) % capacity
            if place == ring.count {
                ring.append(entry)
            } else {
                ring[place] = entry
            }
            length += 1
        }
    }
}
