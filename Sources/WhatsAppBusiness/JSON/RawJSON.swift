/// A JSON value as it arrived: a slice of the bytes of a delivery or of a response.
///
/// It shares the buffer it came from, keeps the spelling of numbers and the order of keys, and is parsed only when
/// asked. Comparing compares bytes. A store keeps ``detached()`` copies, so that a slice does not hold a whole delivery
/// in memory.
///
/// ```swift
/// case .unrecognized(let event):
///     let kind = try event.raw.value["type"]?.string
/// ```
public struct RawJSON: Sendable {
    package let buffer: [UInt8]
    package let range: Range<Int>

    /// A slice of a buffer that is known to hold a JSON value there.
    @inline(__always)
    package init(buffer: [UInt8], range: Range<Int>) {
        self.buffer = buffer
        self.range = range
    }

    /// Checks bytes and takes the JSON value in them, without the white space around it.
    ///
    /// - Parameters:
    ///   - bytes: the UTF-8 text of one JSON value.
    ///   - maximumDepth: how deep arrays and objects may be nested, 512 at most.
    /// - Throws: ``JSONError`` when the bytes are not JSON.
    public init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) {
        let range = try JSONReader.read(bytes, maximumDepth: maximumDepth) { $0.range }
        self.init(buffer: bytes, range: range)
    }

    /// The bytes of the value, copied.
    public var bytes: [UInt8] { Array(buffer[range]) }

    /// The text of the value.
    public var text: String { String(decoding: buffer[range], as: UTF8.self) }

    /// The number of bytes.
    public var count: Int { range.count }

    /// The value, parsed anew at every call.
    /// - Throws: ``JSONError`` when the value is nested more than 512 levels deep.
    public var value: JSONValue {
        get throws(JSONError) {
            try JSONReader.read(buffer, in: range, maximumDepth: JSONReader.hardMaximumDepth) { JSONValue($0) }
        }
    }

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
        hasher.combine(range.count)
        buffer[range].withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension RawJSON: CustomStringConvertible, CustomReflectable {
    /// The size: the content can be personal.
    public var description: String { "\(count) bytes of JSON" }

    /// A mirror that shows the size only.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}
