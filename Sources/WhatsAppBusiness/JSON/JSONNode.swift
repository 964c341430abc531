/// A view of one value of an indexed document; see ``JSONReader`` for how long it lives.
///
/// Asking for text, a number or a time answers `nil` where the value is of another kind: models decide what that means.
struct JSONNode {
    private let bytes: UnsafePointer<UInt8>
    private let tokens: UnsafePointer<JSONToken>
    private let keys: UnsafePointer<UInt8>
    private let offset: Int
    /// The index of the value's token.
    let index: Int

    @inline(__always)
    init(
        bytes: UnsafePointer<UInt8>, tokens: UnsafePointer<JSONToken>, keys: UnsafePointer<UInt8>, offset: Int,
        index: Int
    ) {
        self.bytes = bytes
        self.tokens = tokens
        self.keys = keys
        self.offset = offset
        self.index = index
    }

    @inline(__always)
    private func node(_ index: Int) -> JSONNode {
        JSONNode(bytes: bytes, tokens: tokens, keys: keys, offset: offset, index: index)
    }

    @inline(__always)
    var token: JSONToken { tokens[index] }

    /// What the value is.
    @inline(__always)
    var kind: JSONToken.Kind { tokens[index].kind }

    @inline(__always)
    var isNull: Bool { kind == .null }

    /// Where the value's bytes are in the caller's buffer.
    @inline(__always)
    var range: Range<Int> {
        let token = token
        return Range(uncheckedBounds: (offset &+ Int(token.start), offset &+ Int(token.end)))
    }

    /// The bytes of a number, or of a string between its quotes.
    @inline(__always)
    var content: UnsafeBufferPointer<UInt8> {
        let token = token
        let quote = token.kind == .string ? 1 : 0
        return UnsafeBufferPointer(
            start: bytes + Int(token.start) + quote, count: Int(token.end) - Int(token.start) - 2 * quote)
    }

    /// The members of an object; none for any other value.
    @inline(__always)
    var members: Members { Members(self) }

    /// The elements of an array; none for any other value.
    @inline(__always)
    var elements: Elements { Elements(self) }

    /// The last member with a name.
    @inline(__always)
    func member(_ name: StaticString) -> JSONNode? {
        var found: JSONNode?
        for member in members where name ~= member.key { found = member.value }
        return found
    }
}

/// A member's name as bytes, escapes replaced; it is compared and only rarely made into a `String`.
struct JSONKey {
    let start: UnsafePointer<UInt8>
    let count: Int

    /// The name as text.
    var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

    /// Lets names stand as patterns.
    @inline(__always)
    static func ~= (name: StaticString, key: JSONKey) -> Bool {
        let count = name.utf8CodeUnitCount
        guard key.count == count else { return false }
        var at = 0
        while at < count {
            guard key.start[at] == name.utf8Start[at] else { return false }
            at &+= 1
        }
        return true
    }
}

extension JSONNode {
    /// The members of an object in their order, equal names included.
    struct Members: Sequence, IteratorProtocol {
        private let object: JSONNode
        private var at: Int
        private let end: Int

        @inline(__always)
        fileprivate init(_ node: JSONNode) {
            object = node
            let token = node.token
            at = node.index &+ 1
            end = token.kind == .object ? Int(token.next) : at
        }

        @inline(__always)
        mutating func next() -> (key: JSONKey, value: JSONNode)? {
            guard at < end else { return nil }
            let name = object.tokens[at]
            let key: JSONKey
            if name.isEscaped {
                key = JSONKey(start: object.keys + Int(name.start), count: Int(name.end) &- Int(name.start))
            } else {
                key = JSONKey(
                    start: object.bytes + (Int(name.start) &+ 1), count: Int(name.end) &- Int(name.start) &- 2)
            }
            let value = object.node(at &+ 1)
            at = Int(value.token.next)
            return (key, value)
        }
    }

    /// The elements of an array in their order.
    struct Elements: Sequence, IteratorProtocol {
        private let array: JSONNode
        private var at: Int
        private let end: Int

        @inline(__always)
        fileprivate init(_ node: JSONNode) {
            array = node
            let token = node.token
            at = node.index &+ 1
            end = token.kind == .array ? Int(token.next) : at
        }

        @inline(__always)
        mutating func next() -> JSONNode? {
            guard at < end else { return nil }
            let element = array.node(at)
            at = Int(element.token.next)
            return element
        }
    }
}
