/// The way into a document: indexes the bytes once and lends the root to a closure.
///
/// Nodes are views of memory that lives as long as the closure runs; they must not leave it. What leaves are texts,
/// numbers and ``RawJSON`` slices.
enum JSONReader {
    /// How deep arrays and objects may be nested unless the caller says otherwise.
    static let defaultMaximumDepth = 64
    /// No caller may allow more: values that are built from a document are released recursively.
    static let hardMaximumDepth = 512

    /// Checks `range` of `bytes`, and lends its root to `body`.
    ///
    /// - Parameters:
    ///   - bytes: the buffer; offsets of nodes are offsets into it.
    ///   - range: where the document is, or `nil` for the whole buffer.
    ///   - maximumDepth: how deep arrays and objects may be nested.
    ///   - body: what takes values from the document.
    /// - Throws: ``JSONError`` when the bytes are not JSON.
    @inline(__always)
    static func read<Value>(
        _ bytes: [UInt8], in range: Range<Int>? = nil, maximumDepth: Int = defaultMaximumDepth,
        _ body: (JSONNode) -> Value
    ) throws(JSONError) -> Value {
        let range = range ?? 0..<bytes.count
        guard range.count < Int(Int32.max) else {
            throw JSONError(code: .tooLarge, offset: 0, reason: "the text is longer than 2 GiB")
        }
        let depth = Swift.min(Swift.max(maximumDepth, 0), hardMaximumDepth)
        let capacity = JSONIndexer.capacity(count: range.count, maximumDepth: depth)
        return try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> Value in
            guard let base = buffer.baseAddress, !range.isEmpty else {
                throw JSONError(code: .truncated, offset: 0, reason: "there is no text")
            }
            return try withUnsafeTemporaryAllocation(of: JSONToken.self, capacity: capacity) {
                (tape) throws(JSONError) -> Value in
                guard let tokens = tape.baseAddress else {
                    throw JSONError(code: .tooLarge, offset: 0, reason: "there is no memory for the text")
                }
                let start = base + range.lowerBound
                var indexer = JSONIndexer(
                    bytes: start, count: range.count, tokens: tokens, capacity: capacity, maximumDepth: depth)
                guard indexer.run() else { throw error(of: indexer) }
                // Tokens are trivial: nothing to deinitialise.
                if indexer.hasEscapedKeys {
                    return unescapingKeys(of: indexer).withUnsafeBufferPointer { keys in
                        body(root(start, tokens, keys.baseAddress ?? start, range.lowerBound))
                    }
                }
                return body(root(start, tokens, start, range.lowerBound))
            }
        }
    }

    @inline(__always)
    private static func root(
        _ bytes: UnsafePointer<UInt8>, _ tokens: UnsafeMutablePointer<JSONToken>, _ keys: UnsafePointer<UInt8>,
        _ offset: Int
    ) -> JSONNode {
        JSONNode(bytes: bytes, tokens: UnsafePointer(tokens), keys: keys, offset: offset, index: 0)
    }

    @inline(never)
    private static func error(of indexer: JSONIndexer) -> JSONError {
        JSONError(
            code: indexer.failure?.code ?? .syntax, offset: indexer.position,
            reason: indexer.failure?.reason.description ?? "the text is not JSON")
    }

    /// Writes the keys that are spelled with escapes, unescaped, into a buffer of their own, and points their tokens
    /// there.
    @inline(never)
    private static func unescapingKeys(of indexer: JSONIndexer) -> [UInt8] {
        var keys: [UInt8] = []
        for index in 0..<indexer.tokenCount {
            let token = indexer.tokens[index]
            guard token.kind == .key, token.isEscaped else { continue }
            let start = keys.count
            let name = UnsafeBufferPointer(
                start: indexer.bytes + Int(token.start) + 1, count: Int(token.end) - Int(token.start) - 2)
            keys += [UInt8](unsafeUninitializedCapacity: name.count) { $1 = JSONText.unescape(name, into: $0) }
            indexer.tokens[index].start = UInt32(truncatingIfNeeded: start)
            indexer.tokens[index].end = UInt32(truncatingIfNeeded: keys.count)
        }
        // Never empty, so that there is an address.
        if keys.isEmpty { keys.append(0) }
        return keys
    }
}
