extension JSONIndexer {
    /// Reads a string whose opening quote is at ``position``, and writes its token.
    @inline(__always)
    mutating func string(_ kind: JSONToken.Kind) -> Bool {
        let start = position
        var at = position &+ 1
        var isEscaped = false
        while true {
            at = skipPlain(from: at)
            guard at < count else {
                position = count
                return fail(.truncated, "the text ends inside a string")
            }
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") { break }
            position = at
            if byte == UInt8(ascii: "\\") {
                guard escape() else { return false }
                isEscaped = true
            } else if byte < 0x20 {
                return fail(.syntax, "a control character stands unescaped in a string")
            } else {
                guard multibyte() else { return false }
            }
            at = position
        }
        position = at &+ 1
        if isEscaped, kind == .key { hasEscapedKeys = true }
        append(kind, start: start, end: position, next: tokenCount &+ 1, isEscaped: isEscaped)
        return true
    }

    /// The offset of the next byte that is a quote, a backslash, a control character or not ASCII.
    ///
    /// Eight bytes at a time: a byte below `n` has its top bit set in `(byte - n) & ~byte`. Borrows can only spoil
    /// bytes above the first hit, and the first hit is the lowest byte in little-endian order.
    @inline(__always)
    private func skipPlain(from start: Int) -> Int {
        var at = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        while at &+ 8 <= count {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let special =
                (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
                    | ((word &- (ones &* 0x20)) & ~word) | word) & (ones &* 0x80)
            if special != 0 { return at &+ (special.trailingZeroBitCount &>> 3) }
            at &+= 8
        }
        while at < count {
            let byte = bytes[at]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return at }
            at &+= 1
        }
        return at
    }

    /// Checks an escape whose backslash is at ``position``, and moves behind it.
    private mutating func escape() -> Bool {
        guard position &+ 1 < count else {
            position = count
            return fail(.truncated, "the text ends inside an escape")
        }
        switch bytes[position &+ 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position &+= 2
            return true
        case UInt8(ascii: "u"):
            for offset in 2..<6 {
                guard position &+ offset < count else {
                    position = count
                    return fail(.truncated, "the text ends inside an escape")
                }
                guard JSONText.hexValue(bytes[position &+ offset]) != nil else {
                    return fail(.syntax, "an escape needs four hexadecimal digits")
                }
            }
            position &+= 6
            return true
        default:
            return fail(.syntax, "an escape is unknown")
        }
    }

    /// Checks a character of two to four bytes (RFC 3629 §4) whose first byte is at ``position``, and moves behind it.
    private mutating func multibyte() -> Bool {
        let lead = bytes[position]
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, lowest) = (3, 0xA0)
        case 0xED: (length, highest) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, lowest) = (4, 0x90)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, highest) = (4, 0x8F)
        default: return fail(.invalidUTF8, "a byte is not UTF-8")
        }
        for offset in 1..<length {
            guard position &+ offset < count else {
                position = count
                return fail(.truncated, "the text ends inside a character")
            }
            let byte = bytes[position &+ offset]
            guard byte >= lowest, byte <= highest else { return fail(.invalidUTF8, "a byte is not UTF-8") }
            (lowest, highest) = (0x80, 0xBF)
        }
        position &+= length
        return true
    }

    /// Reads a number, and writes its token.
    @inline(__always)
    mutating func number() -> Bool {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position &+= 1 }
        guard position < count else { return fail(.truncated, "the text ends inside a number") }
        if bytes[position] == UInt8(ascii: "0") {
            position &+= 1
        } else {
            guard digits() else { return false }
        }
        if position < count, bytes[position] == UInt8(ascii: ".") {
            position &+= 1
            guard digits() else { return false }
        }
        if position < count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            if position < count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position &+= 1
            }
            guard digits() else { return false }
        }
        append(.number, start: start, end: position, next: tokenCount &+ 1)
        return true
    }

    /// Moves behind one or more digits.
    @inline(__always)
    private mutating func digits() -> Bool {
        guard position < count else { return fail(.truncated, "the text ends inside a number") }
        guard bytes[position] &- 0x30 < 10 else { return fail(.syntax, "a digit is expected") }
        repeat { position &+= 1 } while position < count && bytes[position] &- 0x30 < 10
        return true
    }

    /// Reads `true`, `false` or `null`, and writes its token.
    @inline(__always)
    mutating func literal(_ word: StaticString, _ kind: JSONToken.Kind) -> Bool {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < count else { return fail(.truncated, "the text ends inside a word") }
            guard bytes[position] == word.utf8Start[offset] else { return fail(.syntax, "a value is expected") }
            position &+= 1
        }
        append(kind, start: start, end: position, next: tokenCount &+ 1)
        return true
    }
}
