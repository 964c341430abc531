import Crypto

/// The 32 bytes of a signature, read from a header.
struct SignatureDigest {
    private let bytes: SIMD32<UInt8>

    /// Reads the prefix and 64 hexadecimal digits of either case; `nil` for anything else.
    init?(_ text: String, prefix: String) {
        var text = text
        let bytes = text.withUTF8 { text -> SIMD32<UInt8>? in
            let prefixLength = prefix.utf8.count
            guard text.count == prefixLength + 64, text.starts(with: prefix.utf8) else { return nil }
            var bytes = SIMD32<UInt8>()
            for place in 0..<32 {
                guard let high = Self.hexValue(text[prefixLength + 2 * place]),
                    let low = Self.hexValue(text[prefixLength + 2 * place + 1])
                else { return nil }
                bytes[place] = high << 4 | low
            }
            return bytes
        }
        guard let bytes else { return nil }
        self.bytes = bytes
    }

    /// Whether both are the same bytes, in a time that does not depend on where they differ.
    func matches(_ code: HMAC<SHA256>.MAC) -> Bool {
        code.withUnsafeBytes { code in
            guard code.count == 32 else { return false }
            var difference: UInt8 = 0
            for place in 0..<32 { difference |= code[place] ^ bytes[place] }
            return difference == 0
        }
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return digit - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
