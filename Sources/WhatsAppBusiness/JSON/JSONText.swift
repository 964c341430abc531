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

    /// The UTF-8 of a checked string's content, escapes replaced. A lone surrogate becomes U+FFFD.
    static func unescape(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var at = 0
        while at < content.count {
            let byte = content[at]
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                at += 1
                continue
            }
            let kind = content[at + 1]
            at += 2
            switch kind {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                var scalar = codeUnit(content, at)
                at += 4
                if (0xD800...0xDBFF).contains(scalar), at + 6 <= content.count,
                    content[at] == UInt8(ascii: "\\"), content[at + 1] == UInt8(ascii: "u")
                {
                    let low = codeUnit(content, at + 2)
                    if (0xDC00...0xDFFF).contains(low) {
                        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                        at += 6
                    }
                }
                // What is still a surrogate here has lost its other half.
                text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            default: text.append(kind)
            }
        }
        return text
    }

    private static func codeUnit(_ content: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        var value: UInt32 = 0
        for offset in 0..<4 { value = value << 4 | (hexValue(content[at + offset]) ?? 0) }
        return value
    }
}
