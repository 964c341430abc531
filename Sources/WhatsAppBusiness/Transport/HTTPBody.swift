#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The body of a request or a response: bytes, or a sequence of chunks that is read on demand.
///
/// A body is iterated as chunks of bytes whatever it is made of. Reading a streamed response slowly slows its sender
/// down; a streamed request is asked for its next chunk only when the connection can take it.
public struct HTTPBody: AsyncSequence, Sendable {
    /// One chunk.
    public typealias Element = [UInt8]

    private enum Storage: Sendable {
        case bytes([UInt8])
        case chunks(length: Int?, isReplayable: Bool, make: @Sendable () -> AsyncIterator)
    }

    private let storage: Storage

    /// A body that is in memory.
    public init(_ bytes: [UInt8]) {
        storage = .bytes(bytes)
    }

    /// A body that is in memory.
    public init(_ data: Data) {
        storage = .bytes([UInt8](data))
    }

    /// A body of text in UTF-8.
    public init(_ text: String) {
        storage = .bytes([UInt8](text.utf8))
    }

    /// A body that is produced while it is sent or received.
    ///
    /// - Parameters:
    ///   - chunks: the body in order. It is asked for the next chunk only when that is needed.
    ///   - length: the number of bytes in all, where it is known; without it a request is sent in chunked coding.
    ///   - isReplayable: whether iterating `chunks` again gives the same bytes. A request whose body cannot be read
    ///     again is never repeated.
    public init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, length: Int? = nil, isReplayable: Bool = false
    ) where Chunks.Element == [UInt8] {
        storage = .chunks(length: length, isReplayable: isReplayable) {
            var iterator = chunks.makeAsyncIterator()
            return AsyncIterator { try await iterator.next() }
        }
    }

    /// The number of bytes, where it is known beforehand.
    public var length: Int? {
        switch storage {
        case .bytes(let bytes): return bytes.count
        case .chunks(let length, _, _): return length
        }
    }

    /// The bytes, where the body is in memory.
    public var bytes: [UInt8]? {
        guard case .bytes(let bytes) = storage else { return nil }
        return bytes
    }

    /// Whether the body can be read more than once.
    public var isReplayable: Bool {
        switch storage {
        case .bytes: return true
        case .chunks(_, let isReplayable, _): return isReplayable
        }
    }

    /// Reads the body to its end.
    ///
    /// - Parameter maximumBytes: the most bytes to hold.
    /// - Returns: all bytes.
    /// - Throws: ``TransportError`` with `responseTooLarge` when there are more, or what the body itself throws.
    public func collect(upTo maximumBytes: Int) async throws -> [UInt8] {
        let tooLarge = TransportError(
            code: .responseTooLarge, delivery: .unknown, message: "the body is longer than \(maximumBytes) bytes")
        if case .bytes(let bytes) = storage {
            guard bytes.count <= maximumBytes else { throw tooLarge }
            return bytes
        }
        var all: [UInt8] = []
        for try await chunk in self {
            guard chunk.count <= maximumBytes - all.count else { throw tooLarge }
            all += chunk
        }
        return all
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        switch storage {
        case .bytes(let bytes):
            var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
            return AsyncIterator {
                defer { rest = nil }
                return rest
            }
        case .chunks(_, _, let make):
            return make()
        }
    }

    /// Reads a body chunk by chunk.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let produce: @concurrent () async throws -> [UInt8]?

        init(_ produce: @escaping @concurrent () async throws -> [UInt8]?) {
            self.produce = produce
        }

        /// The next chunk, or `nil` at the end.
        /// - Throws: ``TransportError`` when the transfer breaks, or what the program's own sequence throws.
        @concurrent
        public mutating func next() async throws -> [UInt8]? {
            try await produce()
        }
    }
}

extension HTTPBody: CustomStringConvertible {
    /// The size and nothing of the content.
    public var description: String {
        length.map { "\($0) bytes" } ?? "a stream of unknown length"
    }
}
