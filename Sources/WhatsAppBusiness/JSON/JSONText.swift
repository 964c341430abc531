/// Turns the spelling of strings into text.
enum JSONText {
    /// The value of a hexadecimal digit.
    @inline(__always)
    static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte &- UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte &- UInt8(ascii: "a") &+ 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte &- UInt8(ascii: "A") &+ 10)
        default: return nil
        }
    }

    /// Writes the UTF-8 of a checked string's content with escapes replaced. A lone surrogate becomes U+FFFD.
    ///
    /// Unescaping never lengthens: an escape of six bytes becomes at most three.
    ///
    /// - Parameters:
    ///   - content: the bytes between the quotes.
    ///   - text: room for as many bytes as `content` has.
    /// - Returns: how many bytes were written.
    static func unescape(_ content: UnsafeBufferPointer<UInt8>, into text: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var at = 0
        var length = 0
        func write(_ byte: UInt8) {
            text[length] = byte
            length &+= 1
        }
        while at < content.count {
            let byte = content[at]
            guard byte == UInt8(ascii: "\\") else {
                write(byte)
                at &+= 1
                continue
            }
            let kind = content[at + 1]
            at &+= 2
            switch kind {
            case UInt8(ascii: "b"): write(0x08)
            case UInt8(ascii: "f"): write(0x0C)
            case UInt8(ascii: "n"): write(0x0A)
            case UInt8(ascii: "r"): write(0x0D)
            case UInt8(ascii: "t"): write(0x09)
            case UInt8(ascii: "u"):
                var scalar = codeUnit(content, at)
                at &+= 4
                if (0xD800...0xDBFF).contains(scalar), at + 6 <= content.count,
                    content[at] == UInt8(ascii: "\\"), content[at + 1] == UInt8(ascii: "u")
                {
                    let low = codeUnit(content, at + 2)
                    if (0xDC00...0xDFFF).contains(low) {
                        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                        at &+= 6
                    }
                }
                // What is still a surrogate here has lost its other half.
                let replaced = (0xD800...0xDFFF).contains(scalar) ? 0xFFFD : scalar
                switch replaced {
                case 0..<0x80: write(UInt8(truncatingIfNeeded: replaced))
                case 0x80..<0x800:
                    write(0xC0 | UInt8(truncatingIfNeeded: replaced >> 6))
                    write(0x80 | UInt8(truncatingIfNeeded: replaced & 0x3F))
                case 0x800..<0x10000:
                    write(0xE0 | UInt8(truncatingIfNeeded: replaced >> 12))
                    write(0x80 | UInt8(truncatingIfNeeded: replaced >> 6 & 0x3F))
                    write(0x80 | UInt8(truncatingIfNeeded: replaced & 0x3F))
                default:
                    write(0xF0 | UInt8(truncatingIfNeeded: replaced >> 18))
                    write(0x80 | UInt8(truncatingIfNeeded: replaced >> 12 & 0x3F))
                    write(0x80 | UInt8(truncatingIfNeeded: replaced >> 6 & 0x3F))
                    write(0x80 | UInt8(truncatingIfNeeded: replaced & 0x3F))
                }
            default: write(kind)
            }
        }
        return length
    }

    private static func codeUnit(_ content: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        var value: UInt32 = 0
        for offset in 0..<4 { value = value << 4 | (hexValue(content[at + offset]) ?? 0) }
        return value
    }
}
