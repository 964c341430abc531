/// The single pass over a document: checks every byte of it and writes one ``JSONToken`` per value and key.
///
/// It follows RFC 8259 to the letter, with two decisions of its own: a leading byte order mark is skipped, and an
/// escape of a lone surrogate (`\ud800`) is accepted and later decoded to U+FFFD. The grammar of the RFC allows it, and
/// refusing it would lose a whole delivery for the sake of one broken character; the raw bytes keep the escape.
///
/// There is no recursion and no stack: an open container remembers the one around it in its own token.
struct JSONIndexer {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let tokens: UnsafeMutablePointer<JSONToken>
    let capacity: Int
    let maximumDepth: Int

    /// The offset of the byte that is looked at.
    var position = 0
    /// The number of tokens written.
    var tokenCount = 0
    /// Whether a key was spelled with escapes.
    var hasEscapedKeys = false
    /// Why the pass stopped, if it did.
    var failure: Failure?

    /// A failure before it becomes a ``JSONError``; it allocates nothing.
    struct Failure {
        var code: JSONError.Code
        var reason: StaticString
    }

    init(
        bytes: UnsafePointer<UInt8>, count: Int, tokens: UnsafeMutablePointer<JSONToken>, capacity: Int,
        maximumDepth: Int
    ) {
        self.bytes = bytes
        self.count = count
        self.tokens = tokens
        self.capacity = capacity
        self.maximumDepth = maximumDepth
    }

    /// The most tokens that a document can have: a scalar is followed by a separator, a closed container has two
    /// brackets, and at most `maximumDepth` containers are open.
    static func capacity(count: Int, maximumDepth: Int) -> Int {
        count / 2 + Swift.min(maximumDepth, count) + 2
    }

    /// Indexes the whole document.
    /// - Returns: whether it is JSON; if not, ``failure`` says why and ``position`` where.
    mutating func run() -> Bool {
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        // The open container's token index plus one; 0 is outside of all.
        var parent = 0
        var depth = 0
        nextValue: while true {
            skipWhitespace()
            guard position < count else { return fail(.truncated, "the text ends where a value is expected") }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string(.string) else { return false }
            case UInt8(ascii: "{"):
                guard open(.object, &parent, &depth) else { return false }
                skipWhitespace()
                guard position < count else { return fail(.truncated, "the text ends inside an object") }
                if bytes[position] == UInt8(ascii: "}") {
                    close(&parent, &depth)
                } else {
                    guard key() else { return false }
                    continue nextValue
                }
            case UInt8(ascii: "["):
                guard open(.array, &parent, &depth) else { return false }
                skipWhitespace()
                guard position < count else { return fail(.truncated, "the text ends inside an array") }
                guard bytes[position] == UInt8(ascii: "]") else { continue nextValue }
                close(&parent, &depth)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard number() else { return false }
            case UInt8(ascii: "t"):
                guard literal("true", .true) else { return false }
            case UInt8(ascii: "f"):
                guard literal("false", .false) else { return false }
            case UInt8(ascii: "n"):
                guard literal("null", .null) else { return false }
            default:
                return fail(.syntax, "a value is expected")
            }
            // After a value: close what ends here, then go on with the next value or stop.
            while true {
                skipWhitespace()
                guard parent != 0 else {
                    guard position == count else { return fail(.syntax, "something follows the document") }
                    return true
                }
                guard position < count else { return fail(.truncated, "the text ends inside an array or object") }
                let byte = bytes[position]
                if tokens[parent &- 1].kind == .object {
                    if byte == UInt8(ascii: ",") {
                        position &+= 1
                        guard key() else { return false }
                        continue nextValue
                    }
                    guard byte == UInt8(ascii: "}") else { return fail(.syntax, "a comma or a brace is expected") }
                } else {
                    if byte == UInt8(ascii: ",") {
                        position &+= 1
                        continue nextValue
                    }
                    guard byte == UInt8(ascii: "]") else { return fail(.syntax, "a comma or a bracket is expected") }
                }
                close(&parent, &depth)
            }
        }
    }

    /// Notes why the pass stops.
    mutating func fail(_ code: JSONError.Code, _ reason: StaticString) -> Bool {
        failure = Failure(code: code, reason: reason)
        return false
    }

    /// Writes a token.
    @inline(__always)
    mutating func append(_ kind: JSONToken.Kind, start: Int, end: Int, next: Int, isEscaped: Bool = false) {
        // The capacity covers every document, see `capacity(count:maximumDepth:)`.
        precondition(tokenCount < capacity)
        (tokens + tokenCount).initialize(
            to: JSONToken(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: next), kind: kind, isEscaped: isEscaped))
        tokenCount &+= 1
    }

    @inline(__always)
    private mutating func open(_ kind: JSONToken.Kind, _ parent: inout Int, _ depth: inout Int) -> Bool {
        guard depth < maximumDepth else { return fail(.tooDeep, "arrays and objects are nested too deeply") }
        depth &+= 1
        append(kind, start: position, end: position, next: parent)
        parent = tokenCount
        position &+= 1
        return true
    }

    @inline(__always)
    private mutating func close(_ parent: inout Int, _ depth: inout Int) {
        position &+= 1
        let index = parent &- 1
        parent = Int(tokens[index].next)
        tokens[index].next = UInt32(truncatingIfNeeded: tokenCount)
        tokens[index].end = UInt32(truncatingIfNeeded: position)
        depth &-= 1
    }

    @inline(__always)
    private mutating func key() -> Bool {
        skipWhitespace()
        guard position < count else { return fail(.truncated, "the text ends where a key is expected") }
        guard bytes[position] == UInt8(ascii: "\"") else { return fail(.syntax, "a key is expected") }
        guard string(.key) else { return false }
        skipWhitespace()
        guard position < count else { return fail(.truncated, "the text ends after a key") }
        guard bytes[position] == UInt8(ascii: ":") else { return fail(.syntax, "a colon is expected") }
        position &+= 1
        return true
    }

    @inline(__always)
    private mutating func skipWhitespace() {
        while position < count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }
}
