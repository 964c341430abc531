/// A JSON value as it arrived: a slice of the bytes of a delivery or of a response.
///
/// It shares the buffer it came from, keeps the spelling of numbers and the order of keys, and is parsed only when
/// asked. Comparing compares bytes. A store keeps ``detached()`` copies, so that a slice does not hold a whole delivery
/// in memory.
public struct RawJSON: Sendable {
    package let buffer: [UInt8]
    package let range: Range<Int>

    /// A slice of a buffer that is known to hold a JSON value there.
    package init(buffer: [UInt8], range: Range<Int>) {
        self.buffer = buffer
        self.range = range
    }

    /// The bytes of the value, copied.
    public var bytes: [UInt8] { Array(buffer[range]) }

    /// The text of the value.
    public var text: String { String(decoding: buffer[range], as: UTF8.self) }

    /// The number of bytes.
    public var count: Int { range.count }

    /// The same value in a buffer of its own.
    public func detached() -> RawJSON {
        guard range.count != buffer.count else { return self }
        return RawJSON(buffer: bytes, range: 0..<range.count)
    }
}

extension RawJSON: Hashable {
    /// Whether both hold the same bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.buffer[left.range] == right.buffer[right.range]
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(buffer[range])
    }
}

extension RawJSON: CustomStringConvertible, CustomReflectable {
    /// The size: the content can be personal.
    public var description: String { "\(count) bytes of JSON" }

    /// A mirror that shows the size only.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}
